import type { CallsPart } from '@/lib/domain/reports/calls-part';
import type { Comparison, Period, PeriodPreset, PeriodProblem } from '@/lib/domain/reports/period';
import type { Figure, RowList } from '@/lib/domain/reports/reports.contract';

/** What a report is of, as its address says. */
export type ReportAddress = {
  preset: PeriodPreset;
  period: Period;
  problem: PeriodProblem | null;
  compare: Comparison;
  departmentId?: string;
  employeeId?: string;
  line?: string;
  projectId?: string;
};

/** The same as the query of the API. */
export function reportQueryOf({ period, compare, departmentId, employeeId, line, projectId }: ReportAddress) {
  return { ...period, compare, departmentId, employeeId, line, projectId };
}

type Narrowed = Pick<ReportAddress, 'period' | 'departmentId' | 'employeeId' | 'line' | 'projectId'>;

type More = Partial<Pick<ReportAddress, 'departmentId' | 'employeeId' | 'line'>> & {
  day?: string;
  /** Of those alone that stand with no person. */
  isNobodys?: boolean;
  /** Of complaints: what was found to be the cause. */
  cause?: string;
  part?: CallsPart;
};

/** The address of one part of this report, or of the rows behind a figure of it. */
export function addressQuery(address: Narrowed): URLSearchParams {
  const { period, departmentId, employeeId, line, projectId } = address;
  const query = new URLSearchParams({ period: 'own', from: period.from, until: period.until });
  if (departmentId) query.set('department', departmentId);
  if (employeeId) query.set('employee', employeeId);
  if (line) query.set('line', line);
  if (projectId) query.set('project', projectId);
  return query;
}

/** Where the rows behind a figure of this report stand. */
export function rowsHref(address: Narrowed, list: RowList, figure: string, more: More = {}): string {
  const { day, isNobodys, cause, part, ...narrowed } = more;
  const period = day ? { from: day, until: day } : address.period;
  const query = addressQuery({ ...address, ...narrowed, period });
  query.set('list', list);
  query.set('figure', figure);
  if (cause !== undefined) query.set('cause', cause);
  if (isNobodys) query.set('nobodys', 'true');
  for (const [key, value] of Object.entries(part ?? {})) {
    if (value !== undefined) query.set(key, String(value));
  }
  return `/reports/rows?${query}`;
}

/** Where the rows behind a card stand: a list of them, or the people whose time it is made of. */
export const figureHref = (address: Narrowed, rows: Figure['rows']): string =>
  rows.list === 'people'
    ? `/reports?tab=people&${addressQuery(address)}`
    : rowsHref(address, rows.list, rows.figure);

/** Where the days stand that a person's time is made of. */
export const daysHref = (address: Narrowed, employeeId: string): string =>
  `/reports/days?${addressQuery({ ...address, employeeId })}`;
