import { addDays, weekdayOf } from '@/lib/domain/deadlines/time-zone';

/** Days of the calendar by the clock of the client department, `YYYY-MM-DD`, both included. */
export type Period = { from: string; until: string };

/** A leap year. */
export const longestPeriodDays = 366;

export const periodPresets = ['today', 'yesterday', 'week', 'month', 'own'] as const;
export type PeriodPreset = (typeof periodPresets)[number];

/** What was wrong with the days asked for, so that others are shown. */
export type PeriodProblem = 'noSuchDay' | 'endsBeforeItBegins' | 'tooLong';

export const comparisons = ['none', 'before', 'yearBefore'] as const;
/** With what a period is compared: nothing, as many days right before it, the same days a year before. */
export type Comparison = (typeof comparisons)[number];

export const isPeriodInOrder = ({ from, until }: Period) => from <= until;
export const isPeriodShortEnough = (period: Period) => daysIn(period) <= longestPeriodDays;

/** A week begins on Monday and a month on the first; both go up to today. */
export function periodOf(preset: Exclude<PeriodPreset, 'own'>, today: string): Period {
  switch (preset) {
    case 'today':
      return { from: today, until: today };
    case 'yesterday': {
      const yesterday = addDays(today, -1);
      return { from: yesterday, until: yesterday };
    }
    case 'week':
      return { from: addDays(today, 1 - weekdayOf(today)), until: today };
    case 'month':
      return { from: `${today.slice(0, 8)}01`, until: today };
  }
}

/** How many days. */
export const daysIn = ({ from, until }: Period) =>
  Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000) + 1;

/** What the period is compared with; null for nothing. 29 February is compared with the 28th. */
export function comparedPeriod(period: Period, comparison: Comparison): Period | null {
  if (comparison === 'none') return null;
  if (comparison === 'yearBefore')
    return { from: aYearBefore(period.from), until: aYearBefore(period.until) };
  const days = daysIn(period);
  return { from: addDays(period.from, -days), until: addDays(period.from, -1) };
}

function aYearBefore(date: string): string {
  const year = String(Number(date.slice(0, 4)) - 1).padStart(4, '0');
  return date.endsWith('-02-29') ? `${year}-02-28` : `${year}${date.slice(4)}`;
}

/** The period in parts of at most so many days: no reading of one keeps the others waiting for the processor. */
export function partsOf({ from, until }: Period, mostDays: number): Period[] {
  const parts: Period[] = [];
  for (let start = from; start <= until; start = addDays(start, mostDays)) {
    const end = addDays(start, mostDays - 1);
    parts.push({ from: start, until: end < until ? end : until });
  }
  return parts;
}
