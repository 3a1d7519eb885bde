import type { LeadView } from '@/lib/domain/leads/leads.contract';

type Counted = Pick<LeadView, 'isDeclinedByMe' | 'may'>;

/** How many of the waiting leads the person may still take and has not declined. */
export const leadCount = (waiting: readonly Counted[] | null): number =>
  (waiting ?? []).filter((lead) => lead.may.accept && !lead.isDeclinedByMe).length;
