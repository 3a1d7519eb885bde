'use client';

import { useFormatter } from 'use-intl';

/** Sums and days of purchases in words. */
export function useSumWords() {
  const format = useFormatter();
  return {
    sum: (kopecks: number) =>
      format.number(kopecks / 100, {
        style: 'currency',
        currency: 'RUB',
        minimumFractionDigits: kopecks % 100 === 0 ? 0 : 2,
      }),
    /** Of `YYYY-MM-DD`. */
    day: (day: string) => format.dateTime(Date.parse(`${day}T00:00:00Z`), 'date', { timeZone: 'UTC' }),
  };
}
