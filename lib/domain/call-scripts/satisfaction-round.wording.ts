import type { Wording } from './wording';

/** The first version of the words of a satisfaction round, seeded into the database. */
export const satisfactionRoundWording = {
  greeting: {
    ru: 'Здравствуйте! Это {имя менеджера}, компания MLS IT. Раз в две недели мы узнаём у наших клиентов, всё ли в порядке. Вам удобно сейчас ответить на три вопроса?',
    en: "Good day! This is {manager's name} of MLS IT. Every two weeks we ask our clients whether all is well. Is it a good time for three questions?",
  },
  askingSoftware: {
    ru: 'Скажите, пожалуйста, довольны ли Вы нашей программой? Всё ли в ней работает?',
    en: 'Are you satisfied with our software? Does everything in it work?',
  },
  askingSupport: {
    ru: 'А работой службы технической поддержки Вы довольны?',
    en: 'And are you satisfied with the support service?',
  },
  askingCompany: {
    ru: 'И в целом: довольны ли Вы сотрудничеством с нашей компанией?',
    en: 'And on the whole: are you satisfied with working with our company?',
  },
  askingLetter: {
    ru: 'Спасибо, нам очень приятно! Не могли бы Вы написать нам рекомендательное письмо: что Вам нравится в работе с нами?',
    en: 'Thank you, we are very pleased! Could you write us a letter of recommendation about the good sides of working with us?',
  },
  takingComplaint: {
    ru: 'Мне очень жаль. Попросите рекламацию в письменном виде или запишите её словами клиента. Скажите, что её сегодня же увидят начальник отдела и генеральный директор.',
    en: 'I am very sorry. Ask for a written complaint or take it down in the client’s words. Say that the head of the department and the general director see it today.',
  },
  fillingCard: {
    ru: 'Проверьте карточку: чего в ней ещё нет?',
    en: 'Check the card: what does it not say yet?',
  },
  closing: {
    ru: 'Спасибо за Ваше время! Всего доброго!',
    en: 'Thank you for your time! All the best!',
  },
} as const satisfies Wording;
