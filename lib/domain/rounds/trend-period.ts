import { addDays, companyTimeZone, instantOf, wallTimeAt } from '@/lib/domain/deadlines/time-zone';
import { daysIn, isPeriodInOrder, type Period } from '@/lib/domain/reports/period';

/** Half a year. */
const usualDays = 182;
/** Two years, one of them a leap year. */
const longestDays = 731;

/** Days that both belong to it, `YYYY-MM-DD`. */
export type WantedPeriod = { from?: string; until?: string };

/** On which day rounds are counted that came out then (epoch ms). */
export const trendDayOf = (at: number): string => wallTimeAt(at, companyTimeZone).date;

/** From the beginning of the first day to the end of the last one, exclusive (epoch ms). */
export const trendSpanOf = ({ from, until }: WantedPeriod): { from?: number; until?: number } => ({
  ...(from !== undefined && { from: instantOf(from, 0, companyTimeZone) }),
  ...(until !== undefined && { until: instantOf(addDays(until, 1), 0, companyTimeZone) }),
});

/** Half a year up to the last day unless the first one is given; nothing is known of days to come (all `YYYY-MM-DD`). */
export function trendPeriodOf(wanted: WantedPeriod, today: string): Period {
  const until = wanted.until !== undefined && wanted.until < today ? wanted.until : today;
  return { from: wanted.from ?? addDays(until, 1 - usualDays), until };
}

/** The days of a list that only the rounds of a period are looked through for: as of trends, two years at most. */
export function listedPeriodOf(wanted: WantedPeriod, today: string): Period {
  const { from, until } = trendPeriodOf(wanted, today);
  const earliest = addDays(until, 1 - longestDays);
  return { from: from < earliest ? earliest : from, until };
}

/** What is wrong with a period, at its field: it ends before it begins, or is longer than two years. */
export function problemOfTrendPeriod(period: Period): Partial<Record<keyof Period, string>> | null {
  if (!isPeriodInOrder(period)) return { until: 'rounds.errors.endsBeforeItBegins' };
  return daysIn(period) > longestDays ? { from: 'rounds.errors.periodTooLong' } : null;
}
