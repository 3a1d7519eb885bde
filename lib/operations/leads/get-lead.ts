import { getLead as findLead } from '@/db/leads';
import { getNextReaction } from '@/db/next-reactions';
import { notFound } from '@/lib/domain/errors';
import { maySeeLead } from '@/lib/domain/leads/lead-rights';
import type { LeadView } from '@/lib/domain/leads/leads.contract';
import { type Context, signedIn } from '@/lib/operations/context';
import { describeLeads } from './describe-leads';

/** One lead. @throws Refusal `notFound`, also for those who may not see leads */
export async function getLead(
  context: Context,
  input: { leadId: string },
): Promise<LeadView & { now: number }> {
  const person = signedIn(context);
  const lead = await findLead(context.read, input.leadId);
  const next = lead && (await getNextReaction(context.read, lead.nextReactionId));
  if (!next || !maySeeLead(person, next)) throw notFound('lead');
  const now = context.now();
  const [view] = await describeLeads(context.read, person, [lead], now);
  context.saw({ kind: 'lead', subjectId: lead.id, counterpartyId: next.counterpartyId });
  return { ...view!, now };
}
