import { dayOf, oneOf, textOf } from '@/app/(console)/list-address';
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

type Choices = {
  today: string;
  departments: readonly { id: string }[];
  employees: readonly { id: string }[];
};

/**
 * What the address says of a report; days that it says wrongly are put right, and said. Whom the person cannot choose
 * narrows nothing.
 */
export function readReportAddress(
  given: Given,
  { today, departments, employees }: Choices,
  person: { id: string; departmentId: string },
): ReportAddress {
  const chosenOf = (id: string | undefined, choices: readonly { id: string }[], own: string) =>
    id === own || choices.some((one) => one.id === id) ? id : undefined;
  return {
    ...readPeriod(given, today, 'week'),
    compare: oneOf(given.compare, comparisons, 'before'),
    departmentId: chosenOf(textOf(given.department), departments, person.departmentId),
    employeeId: chosenOf(textOf(given.employee), employees, person.id),
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
  if (preset !== 'own') return { preset, ...putRight(periodOf(preset, today)) };
  const from = dayOf(given.from) || today;
  const right = putRight({ from, until: dayOf(given.until) || from });
  const isNoDay = [given.from, given.until].some((day) => textOf(day) && !dayOf(day));
  return { preset, ...right, problem: isNoDay ? 'noSuchDay' : right.problem };
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
