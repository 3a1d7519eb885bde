import { getLead, getLeadLocked, type LeadRow } from '@/db/leads';
import { getNextReactionLocked, type NextReactionRow } from '@/db/next-reactions';
import type { Tx } from '@/lib/operations/context';

/**
 * A lead for a change, with its next reaction. The next reaction is locked first: whoever hands it over or ends it holds it
 * before its lead and the lead's minute, and PostgreSQL would see a deadlock in two orders. Null when there is no such lead.
 */
export async function lockLead(
  tx: Tx,
  leadId: string,
): Promise<{ lead: LeadRow; next: NextReactionRow } | null> {
  const found = await getLead(tx, leadId);
  if (!found) return null;
  const next = await getNextReactionLocked(tx, found.nextReactionId);
  const lead = await getLeadLocked(tx, leadId);
  return lead && next && { lead, next };
}
