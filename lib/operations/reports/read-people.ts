import type { ReportQuery, WorkRow } from '@/lib/domain/reports/reports.contract';
import type { Context } from '@/lib/operations/context';
import { readDirectory } from '@/lib/operations/reactions/directory';
import { reportScope } from './report-scope';
import { sumWork } from './sum-work';

const untimed = { afterCallMs: null, contactMs: null, idleMs: null, offered: null, notAnswered: null };

/** What people handled in the period and how their time was filled, who handled most first. @throws Refusal `forbidden`, `notFound` */
export async function readPeople(context: Context, query: ReportQuery) {
  const scope = await reportScope(context, query);
  const tallies = await sumWork(context.read, scope);
  const names = await readDirectory(context.read, { employees: tallies.map(({ employeeId }) => employeeId) });
  const rows = tallies.map(
    ({ employeeId, departmentId, handled, onLineMs, ...time }): WorkRow => ({
      employee: names.employee(employeeId) ?? { id: employeeId, name: '' },
      department: names.department(departmentId),
      handled,
      onLineMs,
      ...(scope.isNarrowed ? untimed : time),
    }),
  );
  return { ...scope.head, rows: rows.sort((one, other) => other.handled - one.handled) };
}
