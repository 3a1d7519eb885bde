import type { CallRow } from '@/db/calls';
import type { CallHappening } from '@/lib/domain/calls/call-event';
import type { Tx } from '@/lib/operations/context';
import { conversationMayEnd } from './conversation';

/** Whether a leg that left ends the call is known to the conversation, not to the phone provider. */
export async function asHeard(tx: Tx, call: CallRow, event: CallHappening): Promise<CallHappening> {
  if (event.type !== 'employee.left') return event;
  return { ...event, endsCall: await conversationMayEnd(tx, call) };
}
