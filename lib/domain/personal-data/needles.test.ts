import { describe, expect, test } from 'vitest';
import { createScrubber, isTelling, noNeedles, spellingsOf } from './needles';

const known = {
  ...noNeedles(),
  names: ['Соловьёва Анна'],
  phones: ['+79161234567'],
  emails: ['anna@example.com'],
  numbers: ['420512345678'],
};

describe('a person is found by what they are known by', () => {
  test.each([
    'звонила соловьева  анна',
    'СОЛОВЬЁВА АННА!',
    'тел. 8 (916) 123-45-67',
    '+7 916 1234567',
    '9161234567',
    'писать на Anna@Example.com.',
    'ИНН 420512345678',
  ])('%s', (text) => {
    const { finds, clean } = createScrubber(known);
    expect(finds(text)).toBe(true);
    expect(finds(clean(text))).toBe(false);
    expect(clean(text)).toContain('[удалено]');
  });

  test.each([
    'Соловьёва Аннабель',
    'Анна',
    '89161234568',
    '179161234567',
    '+79161234567890',
    'joanna@example.com',
  ])('and %s is somebody else', (text) => {
    const { finds, clean } = createScrubber(known);
    expect(finds(text)).toBe(false);
    expect(clean(text)).toBe(text);
  });

  test('within JSON, in names of fields too, with everything else as it was', () => {
    const { clean } = createScrubber(known);
    const told = { from: '+79161234567', at: 7, list: ['анна', null, { 'anna@example.com': true }] };
    expect(clean(told)).toEqual({ from: '[удалено]', at: 7, list: ['анна', null, { '[удалено]': true }] });
  });

  test('nobody is found when nothing is known', () => {
    expect(createScrubber(noNeedles())).toMatchObject({ isEmpty: true });
    expect(createScrubber(noNeedles()).clean('текст')).toBe('текст');
  });
});

test('a short name of one word means others too', () => {
  expect(['Роман', 'Заря', 'Чернобуров', 'Ли Цзы'].map(isTelling)).toEqual([false, false, true, true]);
});

test('a file is searched for digits, their reverse and the ways people write them', () => {
  expect(spellingsOf({ ...noNeedles(), phones: ['+79161234567'] })).toEqual(
    expect.arrayContaining(['9161234567', '7654321619', '(916) 123-45-67', '916 123-45-67']),
  );
});
