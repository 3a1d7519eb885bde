import { expect, test } from 'vitest';
import { type ChangeVocabulary, changedValue } from './change-words';

const words: ChangeVocabulary = {
  at: (at) => `в ${at}`,
  role: (role) => `роль ${role}`,
  presence: (chosen) => `состояние ${chosen}`,
  departmentKind: (kind) => `вид ${kind}`,
  phoneKind: (kind) => `телефон ${kind}`,
  ringOrder: (order) => `порядок ${order}`,
  webhookOff: (reason) => `выключился ${reason}`,
  backupRhythm: (rhythm) => `ритм ${rhythm}`,
  escalationStep: ({ afterMinutes, to }) => `${to} через ${afterMinutes}`,
  yes: 'да',
  no: 'нет',
  nothing: '—',
  byDefault: 'по умолчанию',
  timeZone: (timeZone) => `пояс ${timeZone}`,
  names: { e1: 'Сидорова А. И.' },
};

test.each([
  ['surname', 'Ёлкина', 'Ёлкина'],
  ['patronymic', null, '—'],
  ['phone', '', '—'],
  ['roles', ['head', 'clientManager'], 'роль head, роль clientManager'],
  ['substituteId', 'e1', 'Сидорова А. И.'],
  ['substituteId', 'gone', '—'],
  ['disabledAt', 5, 'в 5'],
  ['offerSeconds', 30, '30'],
  ['isBlocked', false, 'нет'],
  ['seeEveryCard', 'byDefault', 'по умолчанию'],
  ['diallingCodes', ['495', '499'], '495, 499'],
  ['diallingCodes', [], '—'],
  ['chosen', 'lunch', 'состояние lunch'],
  ['phoneKind', 'browser', 'телефон browser'],
  ['timeZone', 'Asia/Omsk', 'пояс Asia/Omsk'],
  ['ringOrder', 'roundRobin', 'порядок roundRobin'],
  ['offReason', 'gone', 'выключился gone'],
  ['webhookReplayFrom', 5, 'в 5'],
  ['rhythm', 'daily', 'ритм daily'],
  ['tellsPosition', true, 'да'],
  [
    'escalation',
    [
      { afterMinutes: 30, to: 'head' },
      { afterMinutes: 60, to: 'management' },
    ],
    'head через 30, management через 60',
  ],
  ['escalation', [], '—'],
  ['hours', { weekly: [] }, null],
])('the history prints %s = %j as %s', (field, value, printed) => {
  expect(changedValue(field, value, words)).toBe(printed);
});
