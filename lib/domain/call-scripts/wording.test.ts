import { expect, test } from 'vitest';
import { inboundCallWording } from './inbound-call.wording';
import { fillIn, type Wording, wordingProblems } from './wording';

test('IN-1: the greeting and the closing stand letter for letter', () => {
  expect(inboundCallWording.greeting.ru).toBe(
    'Компания MLS IT, {имя менеджера} здравствуйте! Чем я могу Вам помочь?',
  );
  expect(inboundCallWording.closing.ru).toBe('Спасибо за звонок! Обращайтесь к нам ещё!');
});

test('IN-1: the greeting is said in the name of the manager, in both languages', () => {
  const said = fillIn(inboundCallWording.greeting, { managerName: 'Анна' });
  expect(said.ru).toBe('Компания MLS IT, Анна здравствуйте! Чем я могу Вам помочь?');
  expect(said.en).toContain('Анна');
});

test('a name with signs of its own is filled in as it is', () => {
  expect(fillIn({ ru: '{имя менеджера}', en: '' }, { managerName: '$& {x}' }).ru).toBe('$& {x}');
});

test.each<[string, Wording, string]>([
  ['leaves a step without words', {}, 'missing'],
  ['has only blanks for a language', { closing: { ru: 'Спасибо!', en: ' ' } }, 'empty'],
  [
    'names a fact nobody knows',
    { closing: { ru: 'Спасибо, {кличка}!', en: 'Thanks!' } },
    'unknownPlaceholder',
  ],
  [
    'speaks for a step that is not there',
    { closing: { ru: 'а', en: 'a' }, song: { ru: 'а', en: 'a' } },
    'unknownKey',
  ],
  ['runs on for too long', { closing: { ru: 'а'.repeat(2_001), en: 'a' } }, 'tooLong'],
])('a wording that %s is not published', (_, wording, problem) => {
  expect(wordingProblems(wording, ['closing']).map((found) => found.problem)).toEqual([problem]);
});

test('IN-1: a greeting that does not name the manager is not published', () => {
  const greeting = { ru: 'Здравствуйте!', en: "Hello, {manager's name} speaking!" };
  expect(wordingProblems({ greeting }, ['greeting'])).toEqual([{ key: 'greeting', problem: 'unnamedFact' }]);
});

test('the first version could be published as it stands', () => {
  expect(wordingProblems(inboundCallWording, Object.keys(inboundCallWording))).toEqual([]);
});
