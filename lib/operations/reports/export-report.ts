import { seenFilters } from '@/lib/domain/access-log/seen';
import type { JournalRow } from '@/lib/domain/calls/journal-view';
import { mayExport } from '@/lib/domain/employees/permissions';
import { forbidden, Refusal } from '@/lib/domain/errors';
import type { Page } from '@/lib/domain/paging';
import type { NextReactionView } from '@/lib/domain/reactions/reaction-views';
import type { ReportSettings } from '@/lib/domain/reports/report-settings';
import type { Figure, HourRow, ReportQuery, WorkRow } from '@/lib/domain/reports/reports.contract';
import { type Context, signedIn } from '@/lib/operations/context';
import { listCountedCalls } from './list-counted-calls';
import { listCountedMissed } from './list-counted-reactions';
import { readFigures } from './read-figures';
import { readHours } from './read-hours';
import { readPeople } from './read-people';

export type ExportedReport = { timeZone: string; period: { from: string; until: string } } & (
  | { what: 'figures'; rows: Figure[]; settings: ReportSettings }
  | { what: 'hours'; rows: HourRow[] }
  | { what: 'people'; rows: WorkRow[] }
  | { what: 'calls'; rows: JournalRow[] }
  | { what: 'missed'; rows: NextReactionView[] }
);

/** A file of more rows is asked for in shorter periods. */
const mostRows = 20_000;

/**
 * A report to be taken along as a file; that it was is on record (CS-10).
 * @throws Refusal `forbidden`, `notFound`; `tooLarge` for a period of too many rows
 */
export async function exportReport(
  context: Context,
  { what, ...query }: ReportQuery & { what: ExportedReport['what'] },
): Promise<ExportedReport> {
  if (!mayExport(signedIn(context))) throw forbidden();
  const report = await readExported(context, what, query);
  const isUsed = {
    department: query.departmentId !== undefined,
    employee: query.employeeId !== undefined,
    period: true,
  };
  context.saw({
    kind: 'reportFile',
    subjectId: what,
    rowCount: report.rows.length,
    filters: seenFilters.filter((filter) => filter in isUsed && isUsed[filter as keyof typeof isUsed]),
    takingId: context.newId(),
  });
  return report;
}

async function readExported(
  context: Context,
  what: ExportedReport['what'],
  query: ReportQuery,
): Promise<ExportedReport> {
  const hours = await readHours(context, query);
  const { timeZone, period } = hours;
  switch (what) {
    case 'figures': {
      const { figures, settings } = await readFigures(context, query);
      return { timeZone, period, what, rows: figures, settings };
    }
    case 'hours':
      return { timeZone, period, what, rows: hours.hours };
    case 'people':
      return { timeZone, period, what, rows: (await readPeople(context, query)).rows };
    case 'calls': {
      const read = (page: Place) => listCountedCalls(context, { ...query, figure: 'all', ...page });
      return { timeZone, period, what, rows: await allOf(read) };
    }
    case 'missed': {
      const read = (page: Place) => listCountedMissed(context, { ...query, figure: 'missed', ...page });
      return { timeZone, period, what, rows: await allOf(read) };
    }
  }
}

type Place = { after?: string; limit: number };

async function allOf<Row>(read: (page: Place) => Promise<Page<Row>>): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after: string | undefined; ; ) {
    const page = await read({ after, limit: 200 });
    rows.push(...page.rows);
    if (rows.length > mostRows) throw new Refusal('tooLarge', `more than ${mostRows} rows`);
    if (page.next === null) return rows;
    after = page.next;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
