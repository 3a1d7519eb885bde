import { countOpenRemarks, listOpenRemarks, listReactionsFromCalls } from '@/db/reaction-reviews';
import { listReactionsByIds } from '@/db/reactions';
import { seenFiltersOf } from '@/lib/domain/access-log/seen';
import type { CallRoute } from '@/lib/domain/calls/route';
import { mayReviewReactions, reviewsEverything } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { afterIdOf, cursorOf, type Page, readPlace, timeCursor, toPage } from '@/lib/domain/paging';
import type { ReviewedReaction } from '@/lib/domain/reviews/reviews.contract';
import { type Context, signedIn } from '@/lib/operations/context';
import { describeReviews } from './describe-reviews';

/**
 * Every reaction that came from a call, newest first. Management and the general director see all, a head those of their
 * own department. `toConfirm`: those that ask management to confirm a prospect as a client (IN-4), until it is confirmed.
 * @throws Refusal `forbidden`
 */
export async function listReviews(
  context: Context,
  input: {
    state: 'unreviewed' | 'reviewed' | 'all';
    route?: CallRoute;
    departmentId?: string;
    employeeId?: string;
    late?: boolean;
    toConfirm?: boolean;
    after?: string;
    limit: number;
  },
): Promise<Page<ReviewedReaction> & { now: number }> {
  const person = signedIn(context);
  if (!mayReviewReactions(person)) throw forbidden();
  const now = context.now();
  const rows = await listReactionsFromCalls(context.read, {
    state: input.state,
    route: input.route,
    employeeId: input.employeeId,
    departmentId: reviewsEverything(person) ? input.departmentId : person.departmentId,
    isLate: input.late,
    isToConfirm: input.toConfirm,
    now,
    after: readPlace(input.after, timeCursor),
    limit: input.limit + 1,
  });
  const page = toPage(rows, input.limit, (last) => cursorOf(last.happenedAt, last.id));
  context.saw({
    kind: 'reviews',
    rowCount: page.rows.length,
    filters: seenFiltersOf(input),
    afterId: afterIdOf(input.after),
  });
  return { rows: await describeReviews(context.read, person, page.rows, now), next: page.next, now };
}

/** Remarks to the person that wait to be acknowledged, oldest first; `count` counts them on all pages. */
export async function listRemarks(
  context: Context,
  input: { after?: string; limit: number },
): Promise<Page<ReviewedReaction> & { count: number; now: number }> {
  const person = signedIn(context);
  const now = context.now();
  const remarks = await listOpenRemarks(context.read, {
    employeeIds: [person.id],
    after: readPlace(input.after, timeCursor),
    limit: input.limit + 1,
  });
  const page = toPage(remarks, input.limit, (last) => cursorOf(last.reviewedAt, last.reactionId));
  context.saw({ kind: 'remarks', rowCount: page.rows.length, afterId: afterIdOf(input.after) });
  const ids = page.rows.map((remark) => remark.reactionId);
  const reactions = await listReactionsByIds(context.read, ids);
  const inOrder = ids.flatMap((id) => reactions.find((reaction) => reaction.id === id) ?? []);
  return {
    rows: await describeReviews(context.read, person, inOrder, now),
    next: page.next,
    count: await countOpenRemarks(context.read, [person.id]),
    now,
  };
}
