import { expect, test } from 'vitest';
import { readSum, typedSum } from './sum';

test('a sum is read as people type it', () => {
  const read = ['125 000,50', '125000.5', '1\u00a0250 ₽', '0', '99 руб.'].map(readSum);
  expect(read).toEqual([12_500_050, 12_500_050, 125_000, 0, 9900]);
  expect(['99 999 999 999 999', '9'.repeat(30)].map(readSum)).toEqual([
    Number.MAX_SAFE_INTEGER,
    Number.MAX_SAFE_INTEGER,
  ]);
  expect(['сто', '', '-5', '1,234', '1.2.3'].map(readSum)).toEqual([null, null, null, null, null]);
  expect([12_500_050, 12_500_000, 5].map(typedSum)).toEqual(['125000,50', '125000', '0,05']);
});
