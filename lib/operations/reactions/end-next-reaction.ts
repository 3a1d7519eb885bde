import { insertNextReactionChange, type NextReactionRow, updateNextReaction } from '@/db/next-reactions';
import { Refusal } from '@/lib/domain/errors';
import type { NextReactionOutcome } from '@/lib/domain/reactions/reaction';
import { type Context, type Tx, tell } from '@/lib/operations/context';
import { endLeadOfNextReaction } from '@/lib/operations/leads/end-lead';
import { announceNextReaction } from '@/lib/operations/webhooks/announce-next-reaction';
import { endWatch } from './watch-due';
import { tellNextReaction } from './write-next-reactions';

export type EndOfNextReaction = {
  outcome: NextReactionOutcome;
  reason: string | null;
  reactionId?: string;
  /** Null: the system itself, as when the caller rang again. */
  employeeId: string | null;
};

/** Ends an open next reaction, with its history and its lead. */
export async function endNextReaction(
  tx: Tx,
  context: Context,
  next: NextReactionRow,
  end: EndOfNextReaction,
): Promise<void> {
  const now = context.now();
  const ended = {
    endedAt: now,
    endedBy: end.employeeId,
    outcome: end.outcome,
    endReason: end.reason,
    fulfilledByReactionId: end.reactionId ?? null,
    version: next.version + 1,
  };
  await updateNextReaction(tx, next.id, ended);
  announceNextReaction(tx, 'ended', { ...next, ...ended });
  const watch = await endWatch(tx, context, next.id);
  const isFulfilled = end.outcome === 'fulfilled' || end.outcome === 'calledBack';
  await insertNextReactionChange(tx, {
    id: context.newId(),
    nextReactionId: next.id,
    at: now,
    employeeId: end.employeeId,
    what: isFulfilled ? 'fulfilled' : 'closed',
    from: { watch },
    to: {},
    reason: end.reason,
  });
  await endLeadOfNextReaction(tx, context, next.id, {
    reason: end.reason ?? end.outcome,
    resultReactionId: end.reactionId,
  });
  tellNextReaction(tx, next);
  if (next.appealId) tell(tx, { noun: 'appeal', nounId: next.appealId });
}

/** @throws Refusal `notPossibleNow` when somebody has ended it already */
export function refuseEnded(next: NextReactionRow): void {
  if (next.endedAt === null) return;
  throw new Refusal(
    'notPossibleNow',
    'this next reaction has ended',
    {},
    {
      reason: 'alreadyDone',
      endedAt: next.endedAt,
    },
  );
}
