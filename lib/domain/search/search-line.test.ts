import { expect, test } from 'vitest';
import { counterpartyContracts } from '@/lib/domain/counterparties/counterparties.contract';
import { searchContracts } from './search.contract';
import { searchLine } from './search-line';

test('a line of any length is searched for, a short one whole', () => {
  const query = searchLine('ромашка '.repeat(100));
  for (const { query: asked } of [searchContracts.everything, counterpartyContracts.search]) {
    expect(asked?.safeParse({ query }).success).toBe(true);
  }
  expect(searchLine('ромашка')).toBe('ромашка');
});
