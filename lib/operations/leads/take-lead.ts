import { withdrawDeadlines } from '@/db/deadlines';
import { findLeadOfNextReaction, type LeadRow, updateLeadAccepted } from '@/db/leads';
import { insertNextReactionChange, updateNextReaction } from '@/db/next-reactions';
import { updateSlipsSettled } from '@/db/slips';
import { type Context, type Tx, tell } from '@/lib/operations/context';
import { tellNextReaction } from '@/lib/operations/reactions/write-next-reactions';
import { announceNextReaction } from '@/lib/operations/webhooks/announce-next-reaction';
import { lockLead } from './lock-lead';

/** Gives the lead and its next reaction to one person, if nobody was first. Null: somebody was, or it has ended. */
export async function takeLead(
  tx: Tx,
  context: Context,
  leadId: string,
  employeeId: string,
  givenBy = employeeId,
): Promise<LeadRow | null> {
  const now = context.now();
  const next = (await lockLead(tx, leadId))?.next;
  const lead = next && (await updateLeadAccepted(tx, leadId, { employeeId, now }));
  if (!lead) return null;
  await withdrawDeadlines(tx, 'lead', leadId, now);
  const taken = { responsibleEmployeeId: employeeId, version: next.version + 1 };
  await updateNextReaction(tx, next.id, taken);
  await updateSlipsSettled(tx, next.id, now, 'escalation');
  await insertNextReactionChange(tx, {
    id: context.newId(),
    nextReactionId: next.id,
    at: now,
    employeeId: givenBy,
    what: 'accepted',
    from: { responsibleEmployeeId: next.responsibleEmployeeId },
    to: { responsibleEmployeeId: employeeId },
    reason: null,
  });
  tellNextReaction(tx, { ...next, ...taken });
  announceNextReaction(tx, 'changed', { ...next, ...taken });
  tell(tx, { noun: 'lead', nounId: leadId, departmentId: lead.departmentId });
  return lead;
}

/** Who does the work of a lead that nobody accepted has accepted it by that. */
export async function takeLeadOfNextReaction(
  tx: Tx,
  context: Context,
  nextReactionId: string,
  employeeId: string,
): Promise<void> {
  const lead = await findLeadOfNextReaction(tx, nextReactionId);
  if (lead && lead.acceptedAt === null && lead.endedAt === null) {
    await takeLead(tx, context, lead.id, employeeId);
  }
}
