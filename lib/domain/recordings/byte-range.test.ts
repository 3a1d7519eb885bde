import { expect, test } from 'vitest';
import { readByteRange } from './byte-range';

test.each([
  [null, null],
  ['bytes=0-', { start: 0, end: 99 }],
  ['bytes=10-19', { start: 10, end: 19 }],
  ['bytes=90-200', { start: 90, end: 99 }],
  ['bytes=-10', { start: 90, end: 99 }],
  ['bytes=-500', { start: 0, end: 99 }],
  ['bytes=100-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=20-10', null],
  ['bytes=0-1,5-6', null],
  ['bytes=-', null],
  ['seconds=1-2', null],
])('of 100 bytes, %s means %j', (header, range) => {
  expect(readByteRange(header, 100)).toEqual(range);
});

test('an empty file has no part', () => {
  expect(readByteRange('bytes=0-', 0)).toBe('unsatisfiable');
});
