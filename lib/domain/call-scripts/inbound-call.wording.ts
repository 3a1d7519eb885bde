import type { Wording } from './wording';

/** The first version of the words, seeded into the database; the greeting and the closing are mandated (IN-1). */
export const inboundCallWording = {
  greeting: {
    ru: 'Компания MLS IT, {имя менеджера} здравствуйте! Чем я могу Вам помочь?',
    en: "MLS IT company, {manager's name}, good day! How can I help you?",
  },
  namingSalesManager: {
    ru: 'Уточните, с кем из менеджеров по продажам соединить.',
    en: 'Ask which sales manager the caller wants.',
  },
  namingEmployee: {
    ru: 'Уточните, с кем из сотрудников соединить.',
    en: 'Ask which employee the caller wants.',
  },
  establishingStatus: {
    ru: 'Уточните, работает ли звонящий с нашими программами: клиент это или дилер. Если назвали специалиста, отметьте кого.',
    en: 'Establish whether the caller is a client or a dealer. Note the specialist if one was named.',
  },
  findingCard: {
    ru: 'Попросите назвать компанию или номер договора и выберите карточку.',
    en: 'Ask for the company name or the contract number and choose the card.',
  },
  warningOfProspect: {
    ru: 'По карточке покупок ещё нет. Уточните, была ли покупка, и решите, как продолжить.',
    en: 'The card has no purchase yet. Ask whether there was one and decide how to go on.',
  },
  takingComplaint: {
    ru: 'Выслушайте, посочувствуйте и запишите рекламацию словами клиента. Уточните, чья работа стала причиной.',
    en: "Listen, show sympathy and write the complaint down in the client's words. Find out whose work caused it.",
  },
  fillingCard: {
    ru: 'Уточните название организации или ФИО, город, контактное лицо и телефон.',
    en: 'Ask for the name of the organisation or the full name, the city, the contact person and the phone.',
  },
  describingAppeal: {
    ru: 'Уточните, о какой программе речь и в чём вопрос. Если это продолжение открытого обращения, выберите его.',
    en: 'Ask which product it is about and what the question is. Choose the open appeal if the call continues one.',
  },
  decidingComplaintTransfer: {
    ru: 'Скажите, что рекламацию сейчас же увидят начальник отдела и генеральный директор. Предложите соединить, если это нужно.',
    en: 'Say that the head of the department and the general director see the complaint at once. Offer to connect if needed.',
  },
  promisingCall: {
    ru: 'Скажите, что в ближайшее время перезвонит сотрудник, уполномоченный решить этот вопрос.',
    en: 'Say that a person authorised to decide this will call soon.',
  },
  namingReason: {
    ru: 'Отметьте, почему звонок не по делу.',
    en: 'Note why the call is no business of ours.',
  },
  closing: {
    ru: 'Спасибо за звонок! Обращайтесь к нам ещё!',
    en: 'Thank you for calling! Do turn to us again!',
  },
  handingOver: {
    ru: 'Звонок передаётся. Звонящий слышит музыку.',
    en: 'The call is being handed over. The caller hears music.',
  },
  returning: {
    ru: 'Передать не удалось. Звонок возвращается в клиентский отдел.',
    en: 'The hand-over failed. The call is coming back to the client department.',
  },
  returned: {
    ru: 'Извинитесь за ожидание, скажите, что соединить не получилось, и договоритесь, как поступить.',
    en: 'Apologise for the wait, say that nobody could be reached and agree on what to do.',
  },
} as const satisfies Wording;
