import { describe, expect, test } from 'vitest';
import {
  addMonths,
  earliestRateMonth,
  figuresOf,
  isMonth,
  isReplaced,
  isSatisfiedClient,
  rateIn,
  spanOfMonth,
} from './pay';

const rates = [
  { validFrom: '2026-06', salaryKopecks: 5_000_000, percentHundredths: 250 },
  { validFrom: '2026-11', salaryKopecks: 6_000_000, percentHundredths: 300 },
];
const bought = (id: string, counterpartyId: string, sumKopecks: number) => ({
  id,
  counterpartyId,
  sumKopecks,
});

describe('CO-1: pay', () => {
  test('is reckoned by the rate that had begun by then', () => {
    expect(rateIn(rates, '2026-05')).toBeNull();
    expect(rateIn(rates, '2026-10')?.salaryKopecks).toBe(5_000_000);
    expect(rateIn(rates, '2026-11')?.salaryKopecks).toBe(6_000_000);
  });

  test('is reckoned by the later of two rates from the same month on', () => {
    const corrected = { ...rates[1]!, salaryKopecks: 6_500_000 };
    expect(rateIn([...rates, corrected], '2026-12')).toBe(corrected);
    expect(rateIn([corrected, rates[1]!, rates[0]!], '2026-12')).toBe(rates[1]);
  });

  test('marks the earlier of two rates from the same month on as replaced', () => {
    const given = [rates[0]!, rates[1]!, { ...rates[1]!, salaryKopecks: 6_500_000 }];
    expect(given.map((_, index) => isReplaced(given, index))).toEqual([false, true, false]);
  });

  test('takes a rate from the first month that is not settled, and from a year back while none is', () => {
    expect(earliestRateMonth([], '2026-11')).toBe('2025-11');
    expect(earliestRateMonth(['2026-09', '2026-10'], '2026-11')).toBe('2026-11');
    expect(earliestRateMonth(['2026-08', '2026-10'], '2026-11')).toBe('2026-09');
  });

  test('is the salary and a percentage of what satisfied clients paid, with its corrections', () => {
    const purchases = [
      bought('a', 'romashka', 12_500_000),
      bought('b', 'romashka', 33),
      bought('c', 'mak', 100),
    ];
    expect(figuresOf(rates[0]!, purchases, [{ amountKopecks: -100_000 }])).toEqual({
      salaryKopecks: 5_000_000,
      percentHundredths: 250,
      clients: 2,
      purchasesKopecks: 12_500_133,
      percentKopecks: 312_503,
      correctionsKopecks: -100_000,
      totalKopecks: 5_212_503,
    });
    expect(figuresOf(null, [], []).totalKopecks).toBe(0);
  });

  test('counts who wrote a letter by the end of the month and has nothing to complain of', () => {
    const { until } = spanOfMonth('2026-11');
    const client = { counterpartyId: 'romashka', letterAt: until - 1, hasOpenComplaint: false };
    expect(isSatisfiedClient(client, until)).toBe(true);
    expect(isSatisfiedClient({ ...client, letterAt: until }, until)).toBe(false);
    expect(isSatisfiedClient({ ...client, letterAt: null }, until)).toBe(false);
    expect(isSatisfiedClient({ ...client, hasOpenComplaint: true }, until)).toBe(false);
  });

  test('knows its months, by the clock of Moscow', () => {
    expect([addMonths('2026-12', 1), addMonths('2026-01', -1)]).toEqual(['2027-01', '2025-12']);
    expect(new Date(spanOfMonth('2026-11').from).toISOString()).toBe('2026-10-31T21:00:00.000Z');
    expect(['2026-13', '2026-1', '9999-12', '1999-12'].some(isMonth)).toBe(false);
    expect(['2000-01', '2026-11', '2099-12'].every(isMonth)).toBe(true);
    expect(['2000-01', '2099-12'].map(spanOfMonth).every(({ from, until }) => from < until)).toBe(true);
  });
});
