import { insertLeadOffers, listLeadOffers, updateLeadOfferDeclined } from '@/db/leads';
import { forbidden, notFound, Refusal } from '@/lib/domain/errors';
import { isDeclinedByAll } from '@/lib/domain/leads/lead';
import { mayDeclineLead } from '@/lib/domain/leads/lead-rights';
import { type Context, signedIn, tell } from '@/lib/operations/context';
import { escalateLead } from './escalate-lead';
import { lockLead } from './lock-lead';

/**
 * IN-11: a sales manager declines with a reason. Declined by everyone it was offered to, the lead goes to the head of
 * sales and stays visible.
 * @throws Refusal `forbidden`, `notFound`, `notPossibleNow` when it was accepted or has ended
 */
export async function declineLead(
  context: Context,
  input: { leadId: string; reason: string },
): Promise<{ isEscalated: boolean }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const held = await lockLead(tx, input.leadId);
    if (!held) throw notFound('lead');
    const { lead } = held;
    if (!mayDeclineLead(person, lead.departmentId)) throw forbidden();
    if (lead.acceptedAt !== null || lead.endedAt !== null) {
      throw new Refusal('notPossibleNow', 'the lead is taken', {}, { reason: 'alreadyDone' });
    }
    const now = context.now();
    const declined = {
      leadId: lead.id,
      employeeId: person.id,
      declinedAt: now,
      declineReason: input.reason,
    };
    await insertLeadOffers(tx, [{ ...declined, offeredAt: now }]);
    await updateLeadOfferDeclined(tx, declined);
    tell(tx, { noun: 'lead', nounId: lead.id, departmentId: lead.departmentId });
    if (!isDeclinedByAll(await listLeadOffers(tx, [lead.id]))) return { isEscalated: false };
    await escalateLead(tx, context, held, 'declinedByAll');
    return { isEscalated: true };
  });
}
