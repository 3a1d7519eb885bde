import { insertDeadline, withdrawDeadlines } from '@/db/deadlines';
import {
  deleteLeadOffers,
  findLeadOfNextReaction,
  insertLead,
  insertLeadOffers,
  type LeadRow,
  listReachableEmployeeIds,
  updateLead,
} from '@/db/leads';
import type { NextReactionRow } from '@/db/next-reactions';
import { connectionLostAfterMs } from '@/lib/domain/employees/presence';
import { type Context, type Tx, tell } from '@/lib/operations/context';

/**
 * IN-2, IN-11: offers a next reaction of the sales department to its available people and starts the lead's minute.
 * One that comes back to the sales department (IN-10) is the same lead, offered anew: its earlier minute no longer runs,
 * and who declined it before is asked again.
 */
export async function makeLead(tx: Tx, context: Context, next: NextReactionRow): Promise<string> {
  const now = context.now();
  const earlier = await findLeadOfNextReaction(tx, next.id);
  const lead: LeadRow = {
    id: earlier?.id ?? context.newId(),
    nextReactionId: next.id,
    callId: next.callId,
    departmentId: next.responsibleDepartmentId,
    createdAt: earlier?.createdAt ?? now,
    dueAt: next.dueAt,
    escalatedAt: null,
    escalationReason: null,
    acceptedAt: null,
    acceptedBy: null,
    endedAt: null,
    endReason: null,
    resultReactionId: null,
    version: (earlier?.version ?? 0) + 1,
  };
  if (earlier) await forgetFormerOffer(tx, lead, now);
  else await insertLead(tx, lead);
  const people = await listReachableEmployeeIds(tx, lead.departmentId, now - connectionLostAfterMs);
  await insertLeadOffers(
    tx,
    people.map((employeeId) => ({
      leadId: lead.id,
      employeeId,
      offeredAt: now,
      declinedAt: null,
      declineReason: null,
    })),
  );
  await insertDeadline(tx, {
    id: context.newId(),
    kind: 'lead',
    subjectId: lead.id,
    generation: lead.version,
    dueAt: lead.dueAt,
  });
  tell(tx, { noun: 'lead', nounId: lead.id, departmentId: lead.departmentId });
  return lead.id;
}

async function forgetFormerOffer(tx: Tx, lead: LeadRow, now: number): Promise<void> {
  await withdrawDeadlines(tx, 'lead', lead.id, now);
  await updateLead(tx, lead.id, lead);
  await deleteLeadOffers(tx, lead.id);
}
