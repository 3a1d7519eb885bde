import { expect, test } from 'vitest';
import { markDuplicates } from './mark-duplicates';

test('a long file is looked through in turns, so that a call that comes meanwhile is answered', async () => {
  let othersTurns = 0;
  let isDone = false;
  const others = () => {
    othersTurns += 1;
    if (!isDone) setImmediate(others);
  };
  setImmediate(others);
  const lines = Array.from({ length: 10_000 }, (_, at) => [`Карточка ${at % 9999}`]);
  const marked = await markDuplicates('counterparties', { 0: 'name' }, lines);
  isDone = true;
  expect(othersTurns).toBeGreaterThan(5);
  expect(marked.filter(({ problems }) => problems)).toEqual([
    { cells: ['Карточка 0'], problems: [{ field: 'name', problem: 'duplicateInFile' }] },
  ]);
});
