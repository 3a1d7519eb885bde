import { findLeadOfNextReaction, updateLead } from '@/db/leads';
import type { NextReactionRow } from '@/db/next-reactions';
import { type Context, type Tx, tell } from '@/lib/operations/context';
import { endLeadOfNextReaction } from './end-lead';
import { makeLead } from './make-lead';
import { takeLead } from './take-lead';

export type NewResponsible = Pick<
  NextReactionRow,
  'responsibleDepartmentId' | 'responsibleEmployeeId' | 'dueAt'
>;

/**
 * A lead follows its next reaction. Given to a person of its department it is accepted, and theirs; an accepted one given
 * back to the department is offered anew, its due time as it stands; leaving the department it ends. Returns the next
 * reaction as it stands then, before its responsible is changed.
 */
export async function handOverLead(
  tx: Tx,
  context: Context,
  next: NextReactionRow,
  to: NewResponsible,
  givenBy: string,
): Promise<NextReactionRow> {
  const lead = await findLeadOfNextReaction(tx, next.id);
  if (!lead || lead.endedAt !== null) return next;
  if (to.responsibleDepartmentId !== lead.departmentId) {
    await endLeadOfNextReaction(tx, context, next.id, { reason: 'handedOver' });
    return next;
  }
  if (to.responsibleEmployeeId === null) {
    if (lead.acceptedAt !== null) await makeLead(tx, context, { ...next, ...to });
    return next;
  }
  if (lead.acceptedAt === null) {
    await takeLead(tx, context, lead.id, to.responsibleEmployeeId, givenBy);
    return { ...next, version: next.version + 1 };
  }
  await updateLead(tx, lead.id, { acceptedBy: to.responsibleEmployeeId, version: lead.version + 1 });
  tell(tx, { noun: 'lead', nounId: lead.id, departmentId: lead.departmentId });
  return next;
}
