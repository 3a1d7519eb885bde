import { listOpenRemarks, listReactionsFromCalls } from '@/db/reaction-reviews';
import { listReactionsByIds } from '@/db/reactions';
import type { CallRoute } from '@/lib/domain/calls/route';
import { mayReviewReactions, reviewsEverything } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { cursorOf, type Page, readCursor, toPage } from '@/lib/domain/paging';
import type { ReviewedReaction } from '@/lib/domain/reviews/reviews.contract';
import { type Context, signedIn } from '@/lib/operations/context';
import { describeReviews } from './describe-reviews';

const mostRemarks = 100;

/**
 * Every reaction that came from a call, newest first. Management and the general director see all, a head those of their
 * own department.
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
    after?: string;
    limit: number;
  },
): Promise<Page<ReviewedReaction> & { now: number }> {
  const person = signedIn(context);
  if (!mayReviewReactions(person)) throw forbidden();
  const now = context.now();
  const cursor = readCursor(input.after);
  const rows = await listReactionsFromCalls(context.read, {
    state: input.state,
    route: input.route,
    employeeId: input.employeeId,
    departmentId: reviewsEverything(person) ? input.departmentId : person.departmentId,
    isLate: input.late,
    now,
    after: cursor ? { happenedAt: Number(cursor[0]), id: String(cursor[1]) } : undefined,
    limit: input.limit + 1,
  });
  const page = toPage(rows, input.limit, (last) => cursorOf(last.happenedAt, last.id));
  return { rows: await describeReviews(context.read, person, page.rows, now), next: page.next, now };
}

/** Remarks to the person that wait to be acknowledged. */
export async function listRemarks(context: Context): Promise<{ rows: ReviewedReaction[]; now: number }> {
  const person = signedIn(context);
  const now = context.now();
  const remarks = await listOpenRemarks(context.read, [person.id], mostRemarks);
  const rows = await listReactionsByIds(
    context.read,
    remarks.map((remark) => remark.reactionId),
  );
  return { rows: await describeReviews(context.read, person, rows, now), now };
}
