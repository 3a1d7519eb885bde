import { getCall } from '@/db/calls';
import { findScoreCardOfCall, insertScoreCard } from '@/db/score-cards';
import { forbidden, notFound, Refusal } from '@/lib/domain/errors';
import { emptyScoreCard } from '@/lib/domain/score-cards/score-card';
import { mayScore, mayScoreCalls } from '@/lib/domain/score-cards/score-card-rights';
import { reviewableCalls } from '@/lib/operations/calls/reviewable-calls';
import { type Context, signedIn } from '@/lib/operations/context';
import { tellOfCard } from './card-for-reviewer';
import { scoredConversation } from './scored-conversation';

/**
 * Begins the score card of a finished conversation, by the checklist of the steps it came to; a call has one card, and
 * beginning it again finds that one (IN-13).
 * @throws Refusal `forbidden` for whoever may not score this employee, `notFound`; `notPossibleNow` with the reason
 *   `noConversation`, `notFinished` or `noChart`
 */
export async function beginScoreCard(
  context: Context,
  { callId }: { callId: string },
): Promise<{ cardId: string }> {
  const person = signedIn(context);
  if (!mayScoreCalls(person)) throw forbidden();
  return context.tx(async (tx) => {
    const call = await getCall(tx, callId);
    if (!call || !(await reviewableCalls(tx, person, [callId])).has(callId)) throw notFound('call');
    const scored = await scoredConversation(tx, call);
    if ('reason' in scored)
      throw new Refusal('notPossibleNow', 'this call cannot be scored', {}, { reason: scored.reason });
    const { run, employeeId, departmentId, criteria } = scored;
    const earlier = await findScoreCardOfCall(tx, callId);
    if (!mayScore(person, earlier ?? { employeeId, departmentId })) throw forbidden();
    if (earlier) return { cardId: earlier.id };
    const now = context.now();
    const card = {
      id: context.newId(),
      callId,
      arrivedAt: call.arrivedAt,
      employeeId,
      departmentId,
      state: 'draft' as const,
      edition: 0,
      version: 1,
      scriptId: run.scriptId,
      wordingVersion: run.wordingVersion,
      criteria,
      content: emptyScoreCard,
      percent: null,
      sentAt: null,
      sentBy: null,
      createdAt: now,
      updatedAt: now,
      updatedBy: person.id,
    };
    if (await insertScoreCard(tx, card)) {
      tellOfCard(tx, card);
      return { cardId: card.id };
    }
    return { cardId: (await findScoreCardOfCall(tx, callId))!.id };
  });
}
