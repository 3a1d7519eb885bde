import { expect, test } from 'vitest';
import { completeSince, withLater } from './more-rows';

test('news of the first page neither repeat a row below it nor lose one that it pushed down', () => {
  const rows = withLater(
    [
      { id: 'new', topic: 'новое' },
      { id: 'a', topic: 'исправлено' },
    ],
    [
      { id: 'a', topic: 'было' },
      { id: 'b', topic: 'вытеснено' },
      { id: 'c', topic: 'старое' },
    ],
  );
  expect(rows.map(({ id }) => id)).toEqual(['new', 'a', 'b', 'c']);
  expect(rows[1]!.topic).toBe('исправлено');
});

test('a joined list is shown down to where all its parts are known', () => {
  expect(
    completeSince([
      { oldestAt: 5, hasMore: true },
      { oldestAt: 9, hasMore: true },
    ]),
  ).toBe(9);
  expect(
    completeSince([
      { oldestAt: 5, hasMore: true },
      { oldestAt: 9, hasMore: false },
    ]),
  ).toBe(5);
  expect(completeSince([{ oldestAt: undefined, hasMore: false }])).toBe(Number.NEGATIVE_INFINITY);
});
