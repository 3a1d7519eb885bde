import { listDepartments } from '@/db/departments';
import { getEmployee } from '@/db/employees';
import type { MeasuredScope } from '@/db/reports/measured-scope';
import type { WorkScope } from '@/db/reports/work-scope';
import { getSetting } from '@/db/settings';
import { addDays, instantOf } from '@/lib/domain/deadlines/time-zone';
import type { DepartmentKind } from '@/lib/domain/employees/roles';
import { forbidden, notFound } from '@/lib/domain/errors';
import { type Narrowing, notReckonedFor } from '@/lib/domain/reports/not-reckoned';
import { comparedPeriod, type Period } from '@/lib/domain/reports/period';
import { shownFor } from '@/lib/domain/reports/report-rights';
import { type ReportSettings, readReportSettings } from '@/lib/domain/reports/report-settings';
import type { FigureKey, ReportQuery } from '@/lib/domain/reports/reports.contract';
import { type Context, signedIn } from '@/lib/operations/context';
import { clientTimeZone } from '@/lib/operations/departments/client-department';
import { isMeasuringOlderCalls } from './measure-older-calls';

/** A report as its person may see it, ready to be read. */
export type ReportScope = {
  period: Period;
  compared: Period | null;
  timeZone: string;
  settings: ReportSettings;
  departmentId?: string;
  employeeId?: string;
  /** Of the person or the department; null for the whole company. */
  kind: DepartmentKind | null;
  /** Departments that leads are offered to. */
  salesIds: string[];
  measured(period?: Period): MeasuredScope;
  work(period?: Period): WorkScope;
  /** To a number of ours or a project. */
  isNarrowed: boolean;
  notReckoned(key: FigureKey): Narrowing | null;
  head: { now: number; isMeasuring: boolean; timeZone: string; period: Period };
};

/**
 * Whose figures are asked for, and of when. @throws Refusal `forbidden` for those that are not the person's to see;
 * `notFound` for somebody who never worked here
 */
export async function reportScope(context: Context, query: ReportQuery): Promise<ReportScope> {
  const person = signedIn(context);
  const { read: db } = context;
  const { from, until, compare = 'none', line, projectId } = query;
  const employee = query.employeeId === undefined ? undefined : await getEmployee(db, query.employeeId);
  if (employee === null) throw notFound('employee');
  const shown = shownFor(person, { departmentId: query.departmentId, employee });
  if (!shown) throw forbidden();
  const { departmentId, employeeId } = shown;
  const departments = await listDepartments(db);
  const own = employeeId === person.id ? person.departmentId : undefined;
  const kindOfId = employee?.departmentId ?? own ?? departmentId;
  const kind = departments.find(({ id }) => id === kindOfId)?.kind ?? null;
  const timeZone = await clientTimeZone(db);
  const period = { from, until };
  const isInbound = kind === null || kind === 'client' || kindOfId === undefined;
  return {
    period,
    compared: comparedPeriod(period, compare),
    timeZone,
    settings: readReportSettings((await getSetting(db, 'reports'))?.value),
    departmentId,
    employeeId,
    kind,
    salesIds: departments.filter((department) => department.kind === 'sales').map(({ id }) => id),
    measured: (of = period) => ({
      period: of,
      queue: isInbound ? 'inbound' : { handedOverTo: kindOfId },
      employeeId,
      departmentId: employeeId === undefined ? departmentId : undefined,
      line,
      projectId,
    }),
    work: (of = period) => ({
      from: instantOf(of.from, 0, timeZone),
      until: instantOf(addDays(of.until, 1), 0, timeZone),
      departmentId: employeeId === undefined ? departmentId : undefined,
      employeeId,
      line,
      projectId,
    }),
    isNarrowed: line !== undefined || projectId !== undefined,
    notReckoned: (key) => notReckonedFor(key, { employeeId, line, projectId }),
    head: { now: context.now(), isMeasuring: await isMeasuringOlderCalls(context), timeZone, period },
  };
}
