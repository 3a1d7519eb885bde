import { updateAppeal } from '@/db/appeals';
import { getCallForUpdate } from '@/db/calls';
import { insertChange } from '@/db/changes';
import type { OpenWork } from '@/db/personal-data/open-work';
import { discardWithin } from '@/lib/operations/call-scripts/discard-call';
import { type Context, KeptRefusal, type Tx, tell } from '@/lib/operations/context';
import { endNextReaction } from '@/lib/operations/reactions/end-next-reaction';

/** Ends what was promised to a person whose data is erased, with the reason of the request; returns how much it was. */
export async function endPromises(
  tx: Tx,
  context: Context,
  { appeals, nextReactions, unfinishedCalls }: Omit<OpenWork, 'liveCallIds'>,
  { reason, employeeId }: { reason: string; employeeId: string },
): Promise<number> {
  for (const { id } of unfinishedCalls) {
    const call = await getCallForUpdate(tx, id);
    const discarded = call && (await discardWithin(tx, context, call, { reason, employeeId }));
    if (discarded instanceof KeptRefusal) throw discarded.refusal;
  }
  for (const next of nextReactions) {
    await endNextReaction(tx, context, next, { outcome: 'closed', reason, employeeId });
  }
  const now = context.now();
  for (const { id, version } of appeals) {
    await updateAppeal(tx, id, {
      closedAt: now,
      closedBy: employeeId,
      closeReason: reason,
      version: version + 1,
    });
    await insertChange(tx, {
      id: context.newId(),
      noun: 'appeal',
      nounId: id,
      at: now,
      employeeId,
      fields: { closedAt: { from: null, to: now } },
      reason,
    });
    tell(tx, { noun: 'appeal', nounId: id });
  }
  return unfinishedCalls.length + nextReactions.length + appeals.length;
}
