import { type CallRow, updateCall } from '@/db/calls';
import { listOpenMissedCalls } from '@/db/next-reactions';
import { missSubject } from '@/lib/operations/call-scripts/subjects-of-scripts';
import type { Context, Tx } from '@/lib/operations/context';
import { noteCallInVain } from './note-call-in-vain';

/**
 * OUT-2: a call we placed and nobody answered. It is finished for the journal; where it was to call a missed caller back,
 * it stands in the history of what is still open as an attempt.
 */
export async function keepCallInVain(tx: Tx, context: Context, call: CallRow): Promise<void> {
  const now = context.now();
  const [missed] = call.outcome === 'calledOff' ? [] : await listOpenMissedCalls(tx, call);
  await updateCall(tx, call.id, {
    finishedAt: now,
    finishedBy: call.ownerId,
    missedReactionId: missed?.id ?? null,
  });
  if (call.ownerId && call.outcome !== 'calledOff') {
    const outcome = call.outcome === 'busy' ? 'busy' : 'noAnswer';
    await missSubject(tx, context, { call, employeeId: call.ownerId, outcome });
  }
  if (missed) await noteCallInVain(tx, context, missed, call);
}
