import type { ReactionStart } from '@/components/reactions/reaction-start';
import type { MyCall } from '@/lib/domain/calls/call-view';

type Known = Pick<MyCall, 'id' | 'caller' | 'candidates' | 'chosenCounterpartyId' | 'records' | 'isTaken'>;
type Author = { id: string; departmentId: string };

/**
 * CARD: what the card behind «+» begins with during a call: the call, the client and the appeal as far as they are known.
 * Whoever took the call over fulfils the next reaction that was left to them.
 */
export function reactionStartOf(call: Known, author: Author): ReactionStart {
  const { candidates, records } = call;
  const chosenId = records.counterparty?.id ?? call.chosenCounterpartyId;
  const candidate = chosenId
    ? candidates.find(({ card }) => card.id === chosenId)
    : candidates.length === 1
      ? candidates[0]
      : undefined;
  const number = call.caller.display ?? undefined;
  if (!candidate) {
    return { callId: call.id, callerName: number, callerPhone: candidates.length === 0 ? number : undefined };
  }
  const appeal = records.appeal ?? undefined;
  const left =
    call.isTaken && appeal ? records.nextReactions.find((next) => isLeftTo(next, author)) : undefined;
  const { card } = candidate;
  return { callId: call.id, callerName: card.name, counterparty: card, appeal, fulfils: left?.id };
}

function isLeftTo(next: Known['records']['nextReactions'][number], author: Author): boolean {
  if (next.endedAt !== null) return false;
  return next.employeeId === null
    ? next.department.id === author.departmentId
    : next.employeeId === author.id;
}
