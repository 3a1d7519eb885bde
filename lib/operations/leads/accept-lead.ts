import { getEmployee } from '@/db/employees';
import { getLead } from '@/db/leads';
import { getNextReaction } from '@/db/next-reactions';
import { shortName } from '@/lib/domain/employees/employee';
import { forbidden, notFound, Refusal } from '@/lib/domain/errors';
import { mayAcceptLead } from '@/lib/domain/leads/lead-rights';
import { type Context, signedIn, type Tx } from '@/lib/operations/context';
import { takeLead } from './take-lead';

/**
 * IN-11: a sales manager takes the lead, in its minute or after it; so does the head it was escalated to. Accepting one's
 * own again changes nothing.
 * @throws Refusal `alreadyClaimed` with the winner's name, `forbidden`, `notFound`, `notPossibleNow` when it has ended
 */
export async function acceptLead(
  context: Context,
  input: { leadId: string },
): Promise<{ leadId: string; counterpartyId: string | null }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const lead = await getLead(tx, input.leadId);
    if (!lead) throw notFound('lead');
    const next = (await getNextReaction(tx, lead.nextReactionId))!;
    if (!mayAcceptLead(person, lead.departmentId, next)) throw forbidden();
    const taken = await takeLead(tx, context, lead.id, person.id);
    if (!taken) await refuseUnlessOwn(tx, lead.id, person.id);
    return { leadId: lead.id, counterpartyId: next.counterpartyId };
  });
}

async function refuseUnlessOwn(tx: Tx, leadId: string, employeeId: string): Promise<void> {
  const lead = (await getLead(tx, leadId))!;
  if (lead.endedAt !== null) {
    throw new Refusal('notPossibleNow', 'the lead has ended', {}, { reason: 'alreadyDone' });
  }
  if (lead.acceptedBy === employeeId) return;
  const winner = await getEmployee(tx, lead.acceptedBy!);
  throw new Refusal(
    'alreadyClaimed',
    'somebody was first',
    {},
    { winner: winner ? shortName(winner) : null },
  );
}
