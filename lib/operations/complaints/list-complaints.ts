import { countOpenComplaints, listComplaints as listRows } from '@/db/complaints';
import { seenFiltersOf } from '@/lib/domain/access-log/seen';
import type { ComplaintStretch, OpenComplaintState } from '@/lib/domain/complaints/complaint';
import type { ComplaintRowView } from '@/lib/domain/complaints/complaint-views';
import { afterIdOf, cursorOf, type Page, readCursor, timeCursor, toPage } from '@/lib/domain/paging';
import { type Context, signedIn } from '@/lib/operations/context';
import { complaintsFor } from './complaints-for';
import { describeComplaints } from './describe-complaints';

/**
 * The board of complaints of a person, the newest first; if wanted, those alone that the person, or whom they stand in for,
 * answers for, or that a department caused. Those that wait for the answer, and those late with it, have the nearest deadline
 * first.
 */
export async function listComplaints(
  context: Context,
  input: {
    state: ComplaintStretch;
    scope?: 'mine' | 'all';
    departmentId?: string;
    late?: boolean;
    after?: string;
    limit: number;
  },
): Promise<Page<ComplaintRowView> & { counts: Record<OpenComplaintState, number> }> {
  const person = signedIn(context);
  const of = complaintsFor(person);
  const narrowed = {
    of,
    ownerIds: input.scope === 'mine' ? [person.id, ...person.substitutesFor] : undefined,
    departmentId: input.departmentId,
    lateAt: input.late ? context.now() : undefined,
  };
  const isByDeadline = input.state === 'owed' || input.late === true;
  const cursor = readCursor(input.after, timeCursor);
  const rows = await listRows(context.read, {
    ...narrowed,
    state: input.state === 'all' || input.state === 'owed' ? undefined : input.state,
    isByDeadline,
    after: cursor ? { at: cursor[0], id: cursor[1] } : undefined,
    limit: input.limit + 1,
  });
  const page = toPage(rows, input.limit, (last) =>
    cursorOf(isByDeadline ? last.dueAt : last.createdAt, last.id),
  );
  context.saw({
    kind: 'complaints',
    rowCount: page.rows.length,
    filters: seenFiltersOf({ ...input, departmentId: input.departmentId ?? of?.departmentIds[0] }),
    afterId: afterIdOf(input.after),
  });
  return {
    rows: await describeComplaints(context.read, page.rows),
    next: page.next,
    counts: {
      ...{ received: 0, inWork: 0, answered: 0 },
      ...(await countOpenComplaints(context.read, narrowed)),
    },
  };
}
