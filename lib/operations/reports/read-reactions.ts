import { countLateness, type DueTally, sumDue } from '@/db/reports/due-reactions';
import { quantileOf } from '@/lib/domain/reports/quantile';
import type { DueRow, ReportQuery } from '@/lib/domain/reports/reports.contract';
import type { Context } from '@/lib/operations/context';
import { readDirectory } from '@/lib/operations/reactions/directory';
import { addNumbers, inParts, merged, partDays } from './in-parts';
import { reportScope } from './report-scope';

/** Next reactions that came due in the period, by who was to do them, the most overdue first. @throws Refusal `forbidden`, `notFound` */
export async function readReactions(context: Context, query: ReportQuery) {
  const scope = await reportScope(context, query);
  const { now } = scope.head;
  const read = await inParts(scope.period, partDays, (part) => sumDue(context.read, scope.work(part), now));
  const late = await inParts(scope.period, partDays, (part) =>
    countLateness(context.read, scope.work(part), now),
  );
  const tallies = merged<DueTally>(
    read,
    ({ departmentId, employeeId }) => `${departmentId} ${employeeId}`,
    addNumbers,
  );
  const names = await readDirectory(context.read, { employees: tallies.map(({ employeeId }) => employeeId) });
  const rows = tallies.map(
    ({ departmentId, employeeId, ...tally }): DueRow => ({
      department: names.department(departmentId),
      employee: names.employee(employeeId),
      ...tally,
    }),
  );
  return {
    ...scope.head,
    rows: rows.sort((one, other) => other.overdue - one.overdue || other.due - one.due),
    medianLateMinutes: quantileOf(
      late.map(({ minutes, count }) => ({ value: minutes, count })),
      0.5,
    ),
    notReckonedFor: scope.notReckoned('overdue'),
  };
}
