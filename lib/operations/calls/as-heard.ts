import type { CallRow } from '@/db/calls';
import type { CallHappening } from '@/lib/domain/calls/call-event';
import type { Tx } from '@/lib/operations/context';
import { conversationMayEnd } from './conversation-may-end';
import { keptContextOf } from './kept-context';

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

function isOnLine(call: CallRow, label: string): boolean {
  const { claim, consult, supervision } = keptContextOf(call);
  if (label === supervision?.label) return supervision.joinedAt !== null;
  if (label === consult?.claim?.label) return consult.joinedAt !== null;
  return call.joinedAt !== null && label === claim?.label;
}
