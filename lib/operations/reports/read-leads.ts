import { type LeadTally, listAcceptances, sumLeads } from '@/db/reports/leads';
import { timeOnClock } from '@/lib/domain/deadlines/working-time';
import { quantileOf } from '@/lib/domain/reports/quantile';
import type { LeadReportRow, ReportQuery } from '@/lib/domain/reports/reports.contract';
import type { Context } from '@/lib/operations/context';
import { readDirectory } from '@/lib/operations/reactions/directory';
import { addNumbers, inParts, merged, partDays } from './in-parts';
import { reportScope } from './report-scope';

/**
 * Leads that came in the period, by who accepted them, and in how much of the department's working time (IN-11).
 * @throws Refusal `forbidden`, `notFound`
 */
export async function readLeads(context: Context, query: ReportQuery) {
  const { read: db } = context;
  const scope = await reportScope(context, query);
  const read = await inParts(scope.period, partDays, (part) =>
    sumLeads(db, scope.salesIds, scope.work(part)),
  );
  const tallies = merged<LeadTally>(
    read,
    ({ departmentId, acceptedBy }) => `${departmentId} ${acceptedBy}`,
    addNumbers,
  );
  const acceptances = await inParts(scope.period, partDays, (part) =>
    listAcceptances(db, scope.salesIds, scope.work(part)),
  );
  const names = await readDirectory(db, { employees: tallies.map(({ acceptedBy }) => acceptedBy) });
  const seconds = acceptances.map(({ departmentId, startedAt, acceptedAt }) => ({
    value: Math.floor(timeOnClock(names.hours(departmentId), startedAt, acceptedAt) / 1000),
    count: 1,
  }));
  const rows = tallies.map(
    ({ departmentId, acceptedBy, ...tally }): LeadReportRow => ({
      department: names.department(departmentId),
      acceptedBy: names.employee(acceptedBy),
      ...tally,
    }),
  );
  return {
    ...scope.head,
    rows: rows.sort((one, other) => other.routed - one.routed),
    medianSeconds: quantileOf(seconds, 0.5),
    ninetiethSeconds: quantileOf(seconds, 0.9),
  };
}
