import { expect, test } from 'vitest';
import { isPublishable, movedOnto, textProblem } from './edited-wording';

const same = (text: string) => ({ ru: text, en: text });

test('words need text, a known placeholder and a bearable length', () => {
  expect(textProblem('closing', 'Добрый день, {имя менеджера}')).toBeNull();
  expect(textProblem('closing', '  ')).toBe('empty');
  expect(textProblem('closing', 'Добрый день, {имя клиента}')).toBe('unknownPlaceholder');
  expect(textProblem('greeting', 'Добрый день')).toBe('unnamedFact');
  expect(textProblem('closing', 'а'.repeat(2001))).toBe('tooLong');
  expect(isPublishable({ closing: { ru: 'Да', en: '' } })).toBe(false);
});

test('own changes survive a version published meanwhile, and its changes are kept beside them', () => {
  const base = { greeting: same('a'), closing: same('b') };
  const mine = { greeting: same('мое'), closing: same('b') };
  const newest = { greeting: same('a'), closing: same('их') };
  expect(movedOnto(newest, { base, mine })).toEqual({ greeting: same('мое'), closing: same('их') });
});
