import { expect, test } from 'vitest';
import { rowsOfCut } from './rows-of-cut';

const notice = (rows: string) => `Здесь только первые ${rows} строк: сузьте отбор`;

test('the last line of a cut file says how many rows it holds', () => {
  expect(rowsOfCut(`Ромашка;Томск\r\n${notice('1\u00A0000')}\r\n`, notice)).toBe('1\u00A0000');
  expect(rowsOfCut('Ромашка;Томск\r\n', notice)).toBeNull();
});
