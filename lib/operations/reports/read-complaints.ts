import { sumCauses, sumComplaints } from '@/db/reports/complaints';
import type { ComplaintReport, ReportQuery } from '@/lib/domain/reports/reports.contract';
import { complaintsFor } from '@/lib/operations/complaints/complaints-for';
import { type Context, signedIn } from '@/lib/operations/context';
import { readDirectory } from '@/lib/operations/reactions/directory';
import { addNumbers, inParts, merged, partDays } from './in-parts';
import { reportScope } from './report-scope';

/** Rarer causes are left out. */
const mostCauses = 50;

/**
 * Complaints made in the period, by the department whose work caused them and by cause, the most frequent first (SA-3).
 * Causes are words about a client: those of complaints the person may see. @throws Refusal `forbidden`, `notFound`
 */
export async function readComplaints(context: Context, query: ReportQuery) {
  const person = signedIn(context);
  const { read: db } = context;
  const scope = await reportScope(context, query);
  const { now } = scope.head;
  const of = complaintsFor(person);
  const departments = merged(
    await inParts(scope.period, partDays, (part) => sumComplaints(db, scope.work(part), now)),
    ({ departmentId }) => departmentId,
    addNumbers,
  );
  const causes = merged(
    await inParts(scope.period, partDays, (part) => sumCauses(db, scope.work(part), of, now)),
    ({ cause }) => cause,
    addNumbers,
  );
  const names = await readDirectory(db, {});
  const report: ComplaintReport = {
    departments: departments
      .map(({ departmentId, ...tally }) => ({ department: names.department(departmentId), ...tally }))
      .sort(byFrequency),
    causes: causes.sort(byFrequency).slice(0, mostCauses),
  };
  return { ...scope.head, ...report };
}

const byFrequency = (one: { made: number }, other: { made: number }) => other.made - one.made;
