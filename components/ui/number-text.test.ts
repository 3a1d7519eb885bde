import { expect, test } from 'vitest';
import { isNumberText } from './number-text';

test.each(['', ' ', '3', '-3', '−3', '12 500', '12\u00a0500,50', '1.5'])('«%s» can be read', (text) => {
  expect(isNumberText(text)).toBe(true);
});

test.each(['1e5', 'три', '-', '3 шт', '2-3', '+7'])('«%s» is no number', (text) => {
  expect(isNumberText(text)).toBe(false);
});
