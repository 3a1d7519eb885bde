import type { DepartmentKind } from '@/lib/domain/employees/roles';
import type { NextReactionToWrite } from '@/lib/domain/reactions/records';

/**
 * A next reaction becomes a lead when the one-minute clock runs for the sales department itself, not for a person of it
 * (IN-2, IN-11).
 */
export const isLead = (responsibleKind: DepartmentKind, next: NextReactionToWrite) =>
  responsibleKind === 'sales' &&
  next.responsible.kind === 'department' &&
  'dueSetting' in next &&
  next.dueSetting === 'minute';

/** IN-11: everyone it was offered to has declined. A lead offered to nobody waits for its minute. */
export const isDeclinedByAll = (offers: readonly { declinedAt: number | null }[]) =>
  offers.length > 0 && offers.every((offer) => offer.declinedAt !== null);

/** Nobody has accepted it and it has not ended: offered, or escalated. */
export const isLeadWaiting = (lead: { acceptedAt: number | null; endedAt: number | null }) =>
  lead.acceptedAt === null && lead.endedAt === null;

/** How a lead ends that goes to another department: its promise is kept there, or not at all. */
export const leadLeftReasons = ['rerouted', 'handedOver'] as const;

/** When the sales department kept the promise of a lead by accepting it (epoch ms); null when it did not, or gave it away. */
export const promiseKeptAt = (lead: { acceptedAt: number | null; endReason: string | null }) =>
  leadLeftReasons.some((reason) => reason === lead.endReason) ? null : lead.acceptedAt;

/** `offered` to the sales department, `escalated` when nobody took it in time, `accepted` by one person. */
export type LeadState = 'offered' | 'escalated' | 'accepted' | 'ended';

/** Of what happened to it the latest decides: an escalated lead that was accepted is accepted. */
export function leadState(lead: {
  escalatedAt: number | null;
  acceptedAt: number | null;
  endedAt: number | null;
}): LeadState {
  if (lead.endedAt !== null) return 'ended';
  if (lead.acceptedAt !== null) return 'accepted';
  return lead.escalatedAt === null ? 'offered' : 'escalated';
}
