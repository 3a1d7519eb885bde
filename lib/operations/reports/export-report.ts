import type { JournalRow } from '@/lib/domain/calls/journal-view';
import { mayExport } from '@/lib/domain/employees/permissions';
import { forbidden, Refusal } from '@/lib/domain/errors';
import type { Page } from '@/lib/domain/paging';
import type { NextReactionView } from '@/lib/domain/reactions/reaction-views';
import type { ReportSettings } from '@/lib/domain/reports/report-settings';
import type {
  ComplaintReport,
  DueRow,
  Figure,
  HourRow,
  LeadReportRow,
  ReportQuery,
  StepRow,
  WayRow,
  WorkRow,
} from '@/lib/domain/reports/reports.contract';
import { type Context, signedIn } from '@/lib/operations/context';
import { listCountedCalls } from './list-counted-calls';
import { listCountedMissed } from './list-counted-reactions';
import { readComplaints } from './read-complaints';
import { readFigures } from './read-figures';
import { readHours } from './read-hours';
import { readLeads } from './read-leads';
import { readPeople } from './read-people';
import { readReactions } from './read-reactions';
import { readScript } from './read-script';
import { readWays } from './read-ways';
import { reportScope } from './report-scope';
import { seenInReport } from './seen-in-report';

export type ExportedReport = { timeZone: string; period: { from: string; until: string } } & (
  | { what: 'figures'; rows: Figure[]; settings: ReportSettings }
  | { what: 'hours'; rows: HourRow[] }
  | { what: 'people'; rows: WorkRow[] }
  | { what: 'calls'; rows: JournalRow[] }
  | { what: 'missed'; rows: NextReactionView[] }
  | { what: 'ways'; rows: WayRow[] }
  | { what: 'reactions'; rows: DueRow[] }
  | { what: 'leads'; rows: LeadReportRow[] }
  | { what: 'steps'; rows: StepRow[] }
  | { what: 'complaints'; rows: ComplaintReport['departments'] }
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
  context.saw({
    ...seenInReport('reportFile', query, report.rows.length),
    subjectId: what,
    takingId: context.newId(),
  });
  return report;
}

async function readExported(
  context: Context,
  what: ExportedReport['what'],
  query: ReportQuery,
): Promise<ExportedReport> {
  const { timeZone, period } = await reportScope(context, query);
  switch (what) {
    case 'figures': {
      const { figures, settings } = await readFigures(context, query);
      return { timeZone, period, what, rows: figures, settings };
    }
    case 'hours':
      return { timeZone, period, what, rows: (await readHours(context, query)).hours };
    case 'people':
      return { timeZone, period, what, rows: (await readPeople(context, query)).rows };
    case 'ways':
      return { timeZone, period, what, rows: (await readWays(context, query)).rows };
    case 'reactions':
      return { timeZone, period, what, rows: (await readReactions(context, query)).rows };
    case 'leads':
      return { timeZone, period, what, rows: (await readLeads(context, query)).rows };
    case 'steps':
      return { timeZone, period, what, rows: (await readScript(context, query)).steps };
    case 'complaints':
      return { timeZone, period, what, rows: (await readComplaints(context, query)).departments };
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
