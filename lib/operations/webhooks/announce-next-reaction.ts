import type { NextReactionRow } from '@/db/next-reactions';
import type { Tx } from '@/lib/operations/context';
import { announce } from './announce';

/** What happened to a next reaction; `changed` is who is responsible, or by when. */
export function announceNextReaction(
  tx: Tx,
  what: 'created' | 'changed' | 'overdue' | 'ended' | 'reopened',
  next: NextReactionRow,
): void {
  announce(tx, {
    kind: `nextReaction.${what}`,
    data: {
      nextReactionId: next.id,
      kind: next.kind,
      appealId: next.appealId,
      reactionId: next.reactionId,
      callId: next.callId,
      counterpartyId: next.counterpartyId,
      responsibleDepartmentId: next.responsibleDepartmentId,
      responsibleEmployeeId: next.responsibleEmployeeId,
      dueAt: next.dueAt,
      endedAt: next.endedAt,
      outcome: next.outcome,
      fulfilledByReactionId: next.fulfilledByReactionId,
      href: `/api/v1/next-reactions/${next.id}`,
    },
  });
}
