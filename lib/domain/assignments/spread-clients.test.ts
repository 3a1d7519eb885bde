import { expect, test } from 'vitest';
import { spreadClients } from './spread-clients';

test('clients go to whoever has the fewest, until all have as many', () => {
  const given = spreadClients(
    ['a', 'b', 'c', 'd'],
    new Map([
      ['anna', 3],
      ['boris', 1],
    ]),
  );
  expect([...given.values()]).toEqual(['boris', 'boris', 'anna', 'boris']);
  expect(spreadClients(['a'], new Map()).size).toBe(0);
});
