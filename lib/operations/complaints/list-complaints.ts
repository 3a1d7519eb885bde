import { countOpenComplaints, listComplaints as listRows } from '@/db/complaints';
import { seenFiltersOf } from '@/lib/domain/access-log/seen';
import type { ComplaintState, OpenComplaintState } from '@/lib/domain/complaints/complaint';
import type { ComplaintRowView } from '@/lib/domain/complaints/complaint-views';
import { afterIdOf, cursorOf, type Page, readCursor, timeCursor, toPage } from '@/lib/domain/paging';
import { type Context, signedIn } from '@/lib/operations/context';
import { complaintsFor } from './complaints-for';
import { describeComplaints } from './describe-complaints';

/** The board of complaints of a person, the newest first. */
export async function listComplaints(
  context: Context,
  input: { state: ComplaintState | 'all'; after?: string; limit: number },
): Promise<Page<ComplaintRowView> & { counts: Record<OpenComplaintState, number> }> {
  const person = signedIn(context);
  const of = complaintsFor(person);
  const cursor = readCursor(input.after, timeCursor);
  const rows = await listRows(context.read, {
    state: input.state === 'all' ? undefined : input.state,
    of,
    after: cursor ? { createdAt: cursor[0], id: cursor[1] } : undefined,
    limit: input.limit + 1,
  });
  const page = toPage(rows, input.limit, (last) => cursorOf(last.createdAt, last.id));
  context.saw({
    kind: 'complaints',
    rowCount: page.rows.length,
    filters: seenFiltersOf({ state: input.state, departmentId: of?.departmentId }),
    afterId: afterIdOf(input.after),
  });
  return {
    rows: await describeComplaints(context.read, page.rows),
    next: page.next,
    counts: {
      ...{ received: 0, inWork: 0, answered: 0 },
      ...(await countOpenComplaints(context.read, of)),
    },
  };
}
