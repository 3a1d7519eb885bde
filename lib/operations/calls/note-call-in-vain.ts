import type { CallRow } from '@/db/calls';
import { insertNextReactionChange, type NextReactionRow } from '@/db/next-reactions';
import type { Context, Tx } from '@/lib/operations/context';
import { tellNextReaction } from '@/lib/operations/reactions/write-next-reactions';

/** OUT-2: a call that nobody answered stands in the history of the next reaction it was placed for. */
export async function noteCallInVain(
  tx: Tx,
  context: Context,
  next: NextReactionRow,
  call: CallRow,
): Promise<void> {
  await insertNextReactionChange(tx, {
    id: context.newId(),
    nextReactionId: next.id,
    at: context.now(),
    employeeId: call.ownerId,
    what: 'calledInVain',
    from: {},
    to: { callId: call.id, outcome: call.outcome },
    reason: null,
  });
  tellNextReaction(tx, next);
}
