import { getReactionReview, updateReactionReview } from '@/db/reaction-reviews';
import { getReactionLocked } from '@/db/reactions';
import { forbidden, notFound } from '@/lib/domain/errors';
import { type Context, signedIn, tell } from '@/lib/operations/context';

/**
 * The employee has read a remark to them, and may answer it. Doing so again keeps the first answer.
 * @throws Refusal `notFound` when there is no remark, `forbidden` for anybody else
 */
export async function acknowledgeRemark(
  context: Context,
  input: { reactionId: string; answer?: string },
): Promise<{ acknowledgedAt: number }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const reaction = await getReactionLocked(tx, input.reactionId);
    const review = reaction ? await getReactionReview(tx, reaction.id) : null;
    if (!review || review.remarkTo === null) throw notFound('remark');
    if (review.remarkTo !== person.id) throw forbidden();
    if (review.acknowledgedAt !== null) return { acknowledgedAt: review.acknowledgedAt };
    const acknowledgedAt = context.now();
    await updateReactionReview(tx, { ...review, acknowledgedAt, answer: input.answer || null });
    tell(tx, { noun: 'review', nounId: review.reactionId, employeeId: review.reviewedBy });
    tell(tx, { noun: 'review', nounId: review.reactionId, employeeId: person.id });
    return { acknowledgedAt };
  });
}
