import { expect, test } from 'vitest';
import { withLater } from './more-rows';

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
