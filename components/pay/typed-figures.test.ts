import { expect, test } from 'vitest';
import { readPercent, readSignedSum } from './typed-figures';

test('a correction is read with its sign, a percentage with two digits', () => {
  expect([
    readSignedSum('-1 500,50'),
    readSignedSum('− 10'),
    readSignedSum('+20'),
    readSignedSum('много'),
  ]).toEqual([-150_050, -1_000, 2_000, null]);
  expect([readPercent('2,5'), readPercent('3 %'), readPercent('0.25'), readPercent('-1')]).toEqual([
    250,
    300,
    25,
    null,
  ]);
});
