import { insertChange } from '@/db/changes';
import { listNextReactionsOfReactions } from '@/db/next-reactions';
import { getReactionReview, updateReactionReview } from '@/db/reaction-reviews';
import { getReactionLocked, type ReactionRow } from '@/db/reactions';
import type { Person } from '@/lib/domain/employees/employee';
import { mayReviewReactions, reviewsEverything } from '@/lib/domain/employees/permissions';
import { forbidden, notFound } from '@/lib/domain/errors';
import { type Context, signedIn, type Tx, tell } from '@/lib/operations/context';

/**
 * Marks a reaction reviewed. A remark returns to the employee who made the reaction, to be acknowledged; a new remark
 * replaces the former one, which stays in the history.
 * @throws Refusal `notFound`, `forbidden`
 */
export async function markReviewed(
  context: Context,
  input: { reactionId: string; remark?: string },
): Promise<{ reviewedAt: number }> {
  const person = signedIn(context);
  if (!mayReviewReactions(person)) throw forbidden();
  return context.tx(async (tx) => {
    const reaction = await getReactionLocked(tx, input.reactionId);
    if (!reaction || !(await concerns(tx, person, reaction))) throw notFound('reaction');
    const earlier = await getReactionReview(tx, reaction.id);
    const remark = input.remark || null;
    if (earlier && (remark === null || remark === earlier.remark)) return { reviewedAt: earlier.reviewedAt };
    const reviewedAt = context.now();
    await updateReactionReview(tx, {
      reactionId: reaction.id,
      reviewedBy: person.id,
      reviewedAt,
      remark,
      remarkTo: remark === null ? null : reaction.employeeId,
      acknowledgedAt: null,
      answer: null,
    });
    if (earlier) {
      await insertChange(tx, {
        id: context.newId(),
        noun: 'reactionReview',
        nounId: reaction.id,
        at: reviewedAt,
        employeeId: person.id,
        fields: {
          remark: { from: earlier.remark, to: remark },
          answer: { from: earlier.answer, to: null },
        },
      });
    }
    tell(tx, {
      noun: 'review',
      nounId: reaction.id,
      departmentId: reaction.departmentId,
      employeeId: reaction.employeeId,
    });
    return { reviewedAt };
  });
}

/** A head reviews what their department did or has to do. */
async function concerns(tx: Tx, person: Person, reaction: ReactionRow): Promise<boolean> {
  if (reviewsEverything(person) || reaction.departmentId === person.departmentId) return true;
  const left = await listNextReactionsOfReactions(tx, [reaction.id]);
  return left.some((next) => next.responsibleDepartmentId === person.departmentId);
}
