import type { EndReason } from '@/lib/domain/call-scripts/conversation';
import type { DepartmentKind } from '@/lib/domain/employees/roles';
import type { Random } from './random';

const unlisted = [
  'А рассрочка у вас есть?',
  'Спрашивает, где посмотреть отзывы других клиник.',
  'Хочет прийти в офис, узнаёт адрес.',
  'Просит счёт на прошлогоднюю услугу.',
  'Спрашивает, работаем ли с бюджетными учреждениями.',
];

const complaints: { text: string; departmentKind: DepartmentKind }[] = [
  {
    text: 'Третий день не отвечают на заявку, регистратура записывает пациентов на бумагу.',
    departmentKind: 'support',
  },
  {
    text: 'Обещали перезвонить с ценой до пятницы, никто не позвонил.',
    departmentKind: 'sales',
  },
  {
    text: 'После обновления пропали скидки постоянных клиентов, специалист сказал ждать неделю.',
    departmentKind: 'support',
  },
  {
    text: 'Прислали договор с чужими реквизитами, исправляют второй раз.',
    departmentKind: 'client',
  },
];

const endReasons: readonly EndReason[] = [
  'wrongNumber',
  'wrongNumber',
  'advertising',
  'advertising',
  'silence',
  'courier',
];

const discardReasons = [
  'Ошиблись номером, положили трубку на полуслове.',
  'Повторный звонок, всё записано в первом.',
];

const remarks = [
  'Не уточнили город: дилер в Новосибирске не понял, чей это клиент.',
  'В теме напишите программу, иначе отдел продаж переспрашивает.',
  'Хорошо записан вопрос, так и продолжайте.',
  'Контактное лицо можно было спросить ещё раз в конце разговора.',
];

const remarkAnswers = [
  'Спасибо, учту.',
  'Клиент торопился, уточню при следующем звонке.',
  'Исправила в карточке.',
];

export const inventUnlisted = (random: Random) => random.pick(unlisted);
export const inventComplaint = (random: Random) => random.pick(complaints);
export const inventEndReason = (random: Random) => random.pick(endReasons);
export const inventDiscardReason = (random: Random) => random.pick(discardReasons);
export const inventRemark = (random: Random) => random.pick(remarks);
export const inventRemarkAnswer = (random: Random) => random.pick(remarkAnswers);
