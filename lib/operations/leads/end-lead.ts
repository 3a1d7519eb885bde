import { withdrawDeadlines } from '@/db/deadlines';
import { findLeadOfNextReaction, updateLead } from '@/db/leads';
import { type Context, type Tx, tell } from '@/lib/operations/context';

/** A lead ends with its next reaction: by a result, by a reason, or by going to another department. */
export async function endLeadOfNextReaction(
  tx: Tx,
  context: Context,
  nextReactionId: string,
  end: { reason: string; resultReactionId?: string },
): Promise<void> {
  const lead = await findLeadOfNextReaction(tx, nextReactionId);
  if (!lead || lead.endedAt !== null) return;
  const now = context.now();
  await updateLead(tx, lead.id, {
    endedAt: now,
    endReason: end.reason,
    resultReactionId: end.resultReactionId ?? null,
    version: lead.version + 1,
  });
  await withdrawDeadlines(tx, 'lead', lead.id, now);
  tell(tx, { noun: 'lead', nounId: lead.id, departmentId: lead.departmentId });
}
