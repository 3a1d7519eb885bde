import type { CallPhase } from './call';
import type { CallContext } from './call-context';

/** Who gave the caller away and still answers for them while nobody has taken them: who passed them on, else who leads the conversation. */
export const giverOf = ({ transferredBy, ownerId }: Partial<CallContext>): string | null =>
  transferredBy?.employeeId ?? ownerId ?? null;

/** IN-10: while a hand-over rings, or comes back to a department, whoever gave the caller away may take them back. */
export const mayTakeBack = (personId: string, phase: CallPhase, context: Partial<CallContext>): boolean =>
  (phase === 'handingOver' || phase === 'ringing') && giverOf(context) === personId;
