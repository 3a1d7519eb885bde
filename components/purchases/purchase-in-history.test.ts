import { expect, test } from 'vitest';
import { purchaseInHistory } from './purchase-in-history';

const words = {
  sum: (kopecks: number) => `${kopecks / 100} рублей`,
  day: (day: string) => day.split('-').reverse().join('.'),
};

test.each([
  [
    '2025-08-10, ArchiMed+, 1000000 ₽, № 2025/7, ✓ 2025-08-12, до 2025-09-01',
    '10.08.2025, ArchiMed+, 1000000 рублей, № 2025/7, ✓ 12.08.2025, до 2025-09-01',
  ],
  ['2025-08-10, 99,50 ₽', '10.08.2025, 99.5 рублей'],
  ['2', '2'],
])('%s', (text, said) => {
  expect(purchaseInHistory(text, words)).toBe(said);
});
