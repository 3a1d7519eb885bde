import { listMadeComplaints } from '@/db/reports/complaints';
import type { ComplaintRowView } from '@/lib/domain/complaints/complaint-views';
import { afterIdOf, cursorOf, type Page, readPlace, timeCursor, toPage } from '@/lib/domain/paging';
import type { ComplaintFigure } from '@/lib/domain/reports/reaction-figure';
import { complaintsFor } from '@/lib/operations/complaints/complaints-for';
import { describeComplaints } from '@/lib/operations/complaints/describe-complaints';
import { type Context, signedIn } from '@/lib/operations/context';
import type { CountedQuery } from './list-counted-calls';
import { reportScope } from './report-scope';
import { seenInReport } from './seen-in-report';

/**
 * Complaints that a figure was counted from, of those the person may see, newest first.
 * @throws Refusal `forbidden`, `notFound`
 */
export async function listCountedComplaints(
  context: Context,
  input: CountedQuery<ComplaintFigure> & { cause?: string },
): Promise<Page<ComplaintRowView> & { now: number }> {
  const person = signedIn(context);
  const scope = await reportScope(context, input);
  const { now } = scope.head;
  const rows = await listMadeComplaints(
    context.read,
    { ...scope.work(), of: complaintsFor(person), cause: input.cause },
    input.figure,
    now,
    { after: readPlace(input.after, timeCursor), limit: input.limit + 1 },
  );
  const page = toPage(rows, input.limit, (last) => cursorOf(last.createdAt, last.id));
  context.saw(seenInReport('complaints', input, page.rows.length, afterIdOf(input.after)));
  return { rows: await describeComplaints(context.read, page.rows), next: page.next, now };
}
