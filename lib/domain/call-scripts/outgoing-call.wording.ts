import type { Wording } from './wording';

/** The first version of the words of a call we place, seeded into the database. */
export const outgoingCallWording = {
  greeting: {
    ru: 'Здравствуйте! Это {имя менеджера}, компания MLS IT. Вам удобно сейчас говорить?',
    en: "Good day! This is {manager's name} of MLS IT. Is it a good time to talk?",
  },
  statingPurpose: {
    ru: 'Назовите цель звонка, обсудите её и повторите, о чём договорились.',
    en: 'Say what the call is about, talk it over and repeat what was agreed.',
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
    ru: 'Договоритесь, когда вы вернётесь к этому вопросу.',
    en: 'Agree on when you come back to this matter.',
  },
  closing: {
    ru: 'Спасибо за разговор! Всего доброго!',
    en: 'Thank you for the talk! All the best!',
  },
} as const satisfies Wording;
