import { expect, test } from 'vitest';
import { readAnswer } from './use-search';

test('a search that answers with a part says that there is more', () => {
  expect(readAnswer({ found: ['Алтын'], hasMore: true })).toEqual({ results: ['Алтын'], hasMore: true });
  expect(readAnswer(['Алтын'])).toEqual({ results: ['Алтын'], hasMore: false });
});
