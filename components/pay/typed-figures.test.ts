import { expect, test } from 'vitest';
import { negativeTotalWith, readPercent, readSignedSum } from './typed-figures';

test('a correction is read with its sign, a percentage with two digits', () => {
  expect([
    readSignedSum('-1 500,50'),
    readSignedSum('− 10'),
    readSignedSum('+20'),
    readSignedSum('много'),
  ]).toEqual([-150_050, -1_000, 2_000, null]);
  expect(readSignedSum('-99999999999999')).toBe(-Number.MAX_SAFE_INTEGER);
  expect([readPercent('2,5'), readPercent('3 %'), readPercent('0.25'), readPercent('-1')]).toEqual([
    250,
    300,
    25,
    null,
  ]);
});

test('a correction is warned of that leaves less than nothing of the month', () => {
  expect(['-100', '-100,01', '50', 'много', ''].map((typed) => negativeTotalWith(typed, 10_000))).toEqual([
    null,
    -1,
    null,
    null,
    null,
  ]);
});
