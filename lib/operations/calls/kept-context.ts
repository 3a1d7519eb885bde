import type { CallRow } from '@/db/calls';
import type { CallContext } from '@/lib/domain/calls/call-context';

/** What a call had learnt, as far as its kept state can be read: nothing of one that is set aside. */
export const keptContextOf = ({ snapshot }: Pick<CallRow, 'snapshot'>): Partial<CallContext> =>
  (snapshot as { context?: Partial<CallContext> } | null)?.context ?? {};
