import type { Wording } from './wording';

/** The first version of the words of the welcome call (ON-4); the first two are mandated letter for letter. */
export const welcomeCallWording = {
  greeting: {
    ru: 'Здравствуйте! Меня зовут, {имя МКО}, компания MLS IT (эМэЛэС АиТи) по программному продукту {название}. От лица нашей компании от всей души поздравляю Вас с покупкой нашего программного обеспечения, мы со своей стороны постараемся, что бы Вы получили только позитивные эмоции от работы с нами.',
    en: "Good day! My name is {manager's name}, I am calling from MLS IT about the software product {product name}. On behalf of our company I congratulate you with all my heart on buying our software; we for our part will do our best that working with us brings you nothing but joy.",
  },
  introducing: {
    ru: 'Я являюсь менеджером клиентского отдела. Вы можете обращаться ко мне абсолютно по всем вопросам, которые будут возникать. Я стану Вашим путеводителем по нашей компании. Если будет возникать непонимание с другими сотрудниками, то не стесняйтесь обязательно говорите мне об этом, я моментально приму меры, что бы решить все Ваши вопросы.',
    en: 'I am a manager of the client department. You may turn to me with absolutely any question that comes up. I will be your guide through our company. If there is ever a misunderstanding with other employees, do not hesitate to tell me about it: I will act at once so that all your questions are solved.',
  },
  askingEmail: {
    ru: 'Спросите адрес электронной почты и перечитайте его по буквам: на него придут ваши контакты.',
    en: 'Ask for the e-mail address and read it back letter by letter: your contacts will be sent to it.',
  },
  tellingDelivery: {
    ru: 'Скажите, когда придёт посылка, и запишите этот день: в этот день вы проверите доставку.',
    en: 'Say when the parcel comes and write that day down: on that day you check the delivery.',
  },
  takingComplaint: {
    ru: 'Выслушайте, посочувствуйте и запишите рекламацию словами клиента. Уточните, чья работа стала причиной.',
    en: "Listen, show sympathy and write the complaint down in the client's words. Find out whose work caused it.",
  },
  fillingCard: {
    ru: 'Проверьте карточку: название организации или ФИО, город, контактное лицо и телефон.',
    en: 'Check the card: the name of the organisation or the full name, the city, the contact person and the phone.',
  },
  describingAppeal: {
    ru: 'Запишите, о чём говорили. Если это продолжение открытого обращения, выберите его.',
    en: 'Write down what was talked about. Choose the open appeal if the call continues one.',
  },
  agreeing: {
    ru: 'Договоритесь, когда вы позвоните снова.',
    en: 'Agree on when you call again.',
  },
  closing: {
    ru: 'Попрощайтесь своими словами и пожелайте удачной работы с программой.',
    en: 'Say goodbye in your own words and wish good work with the software.',
  },
} as const satisfies Wording;
