import type { Comparison, Period, PeriodPreset } from '@/lib/domain/reports/period';
import type { RowList } from '@/lib/domain/reports/reports.contract';

/** What a report is of, as its address says. */
export type ReportAddress = {
  preset: PeriodPreset;
  period: Period;
  problem: 'endsBeforeItBegins' | 'tooLong' | null;
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

/** Where the rows behind a figure of this report stand. */
export function rowsHref(
  address: Pick<ReportAddress, 'period' | 'departmentId' | 'employeeId' | 'line' | 'projectId'>,
  list: RowList,
  figure: string,
  more: Partial<Pick<ReportAddress, 'departmentId' | 'employeeId'>> & { day?: string } = {},
): string {
  const { period, line, projectId } = address;
  const { day, departmentId = address.departmentId, employeeId = address.employeeId } = more;
  const query = new URLSearchParams({
    list,
    figure,
    period: 'own',
    from: day ?? period.from,
    until: day ?? period.until,
  });
  if (departmentId) query.set('department', departmentId);
  if (employeeId) query.set('employee', employeeId);
  if (line) query.set('line', line);
  if (projectId) query.set('project', projectId);
  return `/reports/rows?${query}`;
}
