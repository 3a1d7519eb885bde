import type { CallRow } from '@/db/calls';
import { insertNextReactionChange, listOpenMissedCalls, updateNextReaction } from '@/db/next-reactions';
import { canBeCalledBack } from '@/lib/domain/calls/call';
import type { NextReactionOutcome } from '@/lib/domain/reactions/reaction';
import type { Context, Tx } from '@/lib/operations/context';
import { endWatch } from '@/lib/operations/reactions/watch-due';
import { tellNextReaction } from '@/lib/operations/reactions/write-next-reactions';
import { announceNextReaction } from '@/lib/operations/webhooks/announce-next-reaction';

/** IN-11: a missed call is settled when the same caller calls again, or is called back, and somebody talks to them. */
export async function closeMissedCallsOf(tx: Tx, context: Context, call: CallRow): Promise<void> {
  if (!canBeCalledBack(call.callerKind)) return;
  const now = context.now();
  const outcome: NextReactionOutcome = call.direction === 'outbound' ? 'calledBack' : 'calledAgain';
  for (const missed of await listOpenMissedCalls(tx, call)) {
    if (missed.callId === call.id || missed.id === call.missedReactionId) continue;
    const ended = {
      endedAt: now,
      endedBy: call.claimedBy,
      outcome,
      version: missed.version + 1,
    };
    await updateNextReaction(tx, missed.id, ended);
    const watch = await endWatch(tx, context, missed.id);
    await insertNextReactionChange(tx, {
      id: context.newId(),
      nextReactionId: missed.id,
      at: now,
      employeeId: call.claimedBy,
      what: 'closed',
      from: { watch },
      to: { outcome, callId: call.id },
      reason: null,
    });
    tellNextReaction(tx, { ...missed, ...ended });
    announceNextReaction(tx, 'ended', { ...missed, ...ended });
  }
}
