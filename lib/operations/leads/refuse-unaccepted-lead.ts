import { findLeadOfNextReaction } from '@/db/leads';
import type { NextReactionRow } from '@/db/next-reactions';
import type { Person } from '@/lib/domain/employees/employee';
import { Refusal } from '@/lib/domain/errors';
import { isLeadWaiting } from '@/lib/domain/leads/lead';
import { maySettleUnaccepted } from '@/lib/domain/leads/lead-rights';
import type { Tx } from '@/lib/operations/context';

/**
 * IN-11: a sales manager declines a lead for themselves alone; for everybody it is ended or given away only once somebody
 * has accepted it, or by its head.
 * @throws Refusal `notPossibleNow`, its reason `leadNotAccepted`
 */
export async function refuseUnacceptedLead(tx: Tx, person: Person, next: NextReactionRow): Promise<void> {
  const lead = await findLeadOfNextReaction(tx, next.id);
  if (!lead || !isLeadWaiting(lead) || maySettleUnaccepted(person, next)) return;
  throw new Refusal('notPossibleNow', 'accept the lead first', {}, { reason: 'leadNotAccepted' });
}
