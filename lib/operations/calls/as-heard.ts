import type { CallRow } from '@/db/calls';
import type { CallHappening } from '@/lib/domain/calls/call-event';
import { legLabel } from '@/lib/domain/calls/leg';
import type { Tx } from '@/lib/operations/context';
import { conversationMayEnd } from './conversation';

/**
 * What the phone provider cannot know: whether a leg that left ends the call is known to the conversation, and a leg said
 * not to have been reached has left when it is on the line.
 */
export async function asHeard(tx: Tx, call: CallRow, event: CallHappening): Promise<CallHappening> {
  const hasLeft =
    event.type === 'employee.left' || (event.type === 'employee.notReached' && isOnLine(call, event.label));
  if (!hasLeft) return event;
  return { type: 'employee.left', label: event.label, endsCall: await conversationMayEnd(tx, call) };
}

const isOnLine = ({ claimedBy, claimGeneration, joinedAt }: CallRow, label: string) =>
  claimedBy !== null && joinedAt !== null && label === legLabel(claimedBy, claimGeneration);
