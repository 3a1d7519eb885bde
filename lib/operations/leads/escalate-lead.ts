import { withdrawDeadlines } from '@/db/deadlines';
import { type LeadRow, updateLead } from '@/db/leads';
import { insertNextReactionChange, type NextReactionRow, updateNextReaction } from '@/db/next-reactions';
import { type Context, type Tx, tell } from '@/lib/operations/context';
import { workingHeadOf } from '@/lib/operations/reactions/find-responsible';
import { tellNextReaction } from '@/lib/operations/reactions/write-next-reactions';
import { announceNextReaction } from '@/lib/operations/webhooks/announce-next-reaction';
import { lockLead } from './lock-lead';

/**
 * IN-11: the lead's minute is gone; called when its deadline fires. It goes to the head of sales and stays visible.
 * Nothing happens to one that was accepted, ended or escalated meanwhile.
 */
export async function leadMinuteGone(tx: Tx, context: Context, leadId: string): Promise<void> {
  const held = await lockLead(tx, leadId);
  if (held) await escalateLead(tx, context, held, 'minuteGone');
}

/** Hands an open lead that nobody accepted to the head of its department; both rows are locked. */
export async function escalateLead(
  tx: Tx,
  context: Context,
  { lead, next }: { lead: LeadRow; next: NextReactionRow },
  reason: 'minuteGone' | 'declinedByAll',
): Promise<void> {
  if (lead.acceptedAt !== null || lead.endedAt !== null || lead.escalatedAt !== null) return;
  const now = context.now();
  await updateLead(tx, lead.id, {
    escalatedAt: now,
    escalationReason: reason,
    version: lead.version + 1,
  });
  await withdrawDeadlines(tx, 'lead', lead.id, now);
  const headId = await workingHeadOf(tx, lead.departmentId);
  const handed = { responsibleEmployeeId: headId, version: next.version + 1 };
  await updateNextReaction(tx, next.id, handed);
  await insertNextReactionChange(tx, {
    id: context.newId(),
    nextReactionId: next.id,
    at: now,
    employeeId: context.person?.id ?? null,
    what: 'escalated',
    from: { responsibleEmployeeId: next.responsibleEmployeeId },
    to: { responsibleEmployeeId: headId },
    reason,
  });
  tellNextReaction(tx, { ...next, ...handed });
  announceNextReaction(tx, 'changed', { ...next, ...handed });
  tell(tx, { noun: 'lead', nounId: lead.id, departmentId: lead.departmentId });
}
