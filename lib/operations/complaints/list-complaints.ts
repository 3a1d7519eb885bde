import { countOpenComplaints, listComplaints as listRows } from '@/db/complaints';
import { seenFiltersOf } from '@/lib/domain/access-log/seen';
import type { ComplaintStretch, OpenComplaintState } from '@/lib/domain/complaints/complaint';
import type { ComplaintRowView } from '@/lib/domain/complaints/complaint-views';
import { afterIdOf, cursorOf, type Page, readPlace, timeCursor, toPage } from '@/lib/domain/paging';
import { roundsOf } from '@/lib/domain/rounds/round-rights';
import { trendSpanOf, type WantedPeriod } from '@/lib/domain/rounds/trend-period';
import { type Context, signedIn } from '@/lib/operations/context';
import { complaintsFor } from './complaints-for';
import { describeComplaints } from './describe-complaints';

/**
 * The board of complaints of a person, the newest first; if wanted, those alone that the person, or whom they stand in for,
 * answers for, or that a department caused, or those of
 * some clients and days, by which trends count. Those that wait for the answer, and those late with it, have the nearest deadline
 * first.
 */
export async function listComplaints(
  context: Context,
  input: {
    state: ComplaintStretch;
    scope?: 'mine' | 'all';
    departmentId?: string;
    late?: boolean;
    counterpartyId?: string;
    /** Of the clients whose rounds are the person's (SA-1). */
    clients?: 'mine' | 'all';
    productId?: string;
    after?: string;
    limit: number;
  } & WantedPeriod,
): Promise<Page<ComplaintRowView> & { counts: Record<OpenComplaintState, number> }> {
  const person = signedIn(context);
  const of = complaintsFor(person);
  const span = trendSpanOf(input);
  const { counterpartyId, productId } = input;
  const narrowed = {
    of,
    ownerIds: input.scope === 'mine' ? [person.id, ...person.substitutesFor] : undefined,
    departmentId: input.departmentId,
    lateAt: input.late ? context.now() : undefined,
    ...{ ...span, counterpartyId, productId },
    managerIds: input.clients === 'mine' ? roundsOf(person) : undefined,
  };
  const isByDeadline = input.state === 'owed' || input.late === true;
  const rows = await listRows(context.read, {
    ...narrowed,
    state: input.state === 'all' || input.state === 'owed' ? undefined : input.state,
    isByDeadline,
    after: readPlace(input.after, timeCursor),
    limit: input.limit + 1,
  });
  const page = toPage(rows, input.limit, (last) =>
    cursorOf(isByDeadline ? last.dueAt : last.createdAt, last.id),
  );
  context.saw({
    kind: 'complaints',
    rowCount: page.rows.length,
    filters: seenFiltersOf({
      ...input,
      ...{ from: span.from, until: span.until },
      departmentId: input.departmentId ?? (of?.departmentIds.length === 1 ? of.departmentIds[0] : undefined),
      employeeId: input.clients === 'mine' ? person.id : undefined,
      projectId: productId,
    }),
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
