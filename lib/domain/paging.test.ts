import { expect, test } from 'vitest';
import { cardLimits } from './counterparties/card-limits';
import { sortKey } from './counterparties/name';
import { cursorOf, nameCursor, numberCursor, pageQuery, readCursor, readPlace, timeCursor } from './paging';

test.each(['я', 'ё'])(
  'a page follows the card whose name is as long as may be, of the letter %s',
  (letter) => {
    const key = sortKey(letter.repeat(cardLimits.name));
    const after = cursorOf(key, '01JEXAMPLE0000000000000000');
    expect(after).toMatch(/^[\w-]+$/);
    expect(readCursor(pageQuery.parse({ after }).after, nameCursor)).toEqual([
      key,
      '01JEXAMPLE0000000000000000',
    ]);
  },
);

test.each([
  ['a name where a time is expected', cursorOf('ромашка', 'id'), timeCursor],
  ['a time where a name is expected', cursorOf(7, 'id'), nameCursor],
  ['a part too many', cursorOf(7, 'id'), numberCursor],
  ['a number no column holds', cursorOf(2 ** 40), numberCursor],
  ['a fraction of a millisecond', cursorOf(7.5, 'id'), timeCursor],
  ['a letter PostgreSQL cannot keep', cursorOf(7, '\0'), timeCursor],
  ['half a letter', cursorOf(7, '\ud800'), timeCursor],
  ['no cursor at all', '?', timeCursor],
] as const)('what is no cursor of the list means its beginning: %s', (_, after, schema) => {
  expect(readCursor<(string | number)[]>(after, schema)).toBeNull();
});

test('a page goes on after the row that its cursor names, or begins the list', () => {
  expect(readPlace(cursorOf(7, 'id'), timeCursor)).toEqual({ at: 7, id: 'id' });
  expect(readPlace(cursorOf('ромашка', 'id'), nameCursor)).toEqual({ at: 'ромашка', id: 'id' });
  expect(readPlace(undefined, timeCursor)).toBeUndefined();
  expect(readPlace(cursorOf('ромашка', 'id'), timeCursor)).toBeUndefined();
});
