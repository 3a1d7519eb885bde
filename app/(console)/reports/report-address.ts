import { oneOf, textOf } from '@/app/(console)/list-address';
import type { ReportAddress } from '@/components/reports/report-link';
import { addDays } from '@/lib/domain/deadlines/time-zone';
import {
  comparisons,
  isPeriodInOrder,
  isPeriodShortEnough,
  longestPeriodDays,
  type Period,
  type PeriodPreset,
  periodOf,
  periodPresets,
} from '@/lib/domain/reports/period';

type Given = Record<string, string | string[] | undefined>;

/** What the address says of a report; what it says wrongly is put right, and said. */
export function readReportAddress(given: Given, today: string): ReportAddress {
  return {
    ...readPeriod(given, today, 'week'),
    compare: oneOf(given.compare, comparisons, 'before'),
    departmentId: textOf(given.department),
    employeeId: textOf(given.employee),
    line: textOf(given.line),
    projectId: textOf(given.project),
  };
}

/** Of when, as the address says; `usual` when it says nothing. */
export function readPeriod(
  given: Given,
  today: string,
  usual: PeriodPreset,
): Pick<ReportAddress, 'preset' | 'period' | 'problem'> {
  const preset = oneOf(given.period, periodPresets, usual);
  const asked: Period =
    preset === 'own'
      ? { from: dayOf(given.from) ?? today, until: dayOf(given.until) ?? dayOf(given.from) ?? today }
      : periodOf(preset, today);
  return { preset, ...putRight(asked) };
}

function putRight(period: Period): { period: Period; problem: ReportAddress['problem'] } {
  if (!isPeriodInOrder(period)) {
    return { period: { from: period.from, until: period.from }, problem: 'endsBeforeItBegins' };
  }
  if (!isPeriodShortEnough(period)) {
    const from = addDays(period.until, 1 - longestPeriodDays);
    return { period: { from, until: period.until }, problem: 'tooLong' };
  }
  return { period, problem: null };
}

/** A day of the calendar, `YYYY-MM-DD`. */
function dayOf(given: string | string[] | undefined): string | null {
  const text = textOf(given) ?? '';
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
  return isDay && new Date(text).toISOString().startsWith(text) ? text : null;
}
