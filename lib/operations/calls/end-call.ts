import { type CallRow, getCallForUpdate } from '@/db/calls';
import { listOpenPhoneCommands } from '@/db/phone-commands';
import { forbidden, notFound } from '@/lib/domain/errors';
import { type Context, signedIn, type Tx } from '@/lib/operations/context';
import { advanceCall } from './advance-call';
import { keptContextOf } from './kept-context';

/** Ends the call inside the caller's transaction, after the closing words (IN-1). A call already over stays as it is. */
export async function endCallAfterClosing(
  tx: Tx,
  context: Context,
  call: Pick<CallRow, 'id'>,
): Promise<void> {
  const current = await getCallForUpdate(tx, call.id);
  if (current) await orderEnd(tx, context, current);
}

/**
 * Hangs up on the caller, by whoever is on the line with them; while nobody of ours is, by whoever took them over and gave them
 * to others, else by whoever leads the conversation.
 * Asked again it is ordered again, unless the order still waits.
 * @throws Refusal `forbidden` for anybody else.
 */
export async function hangUp(context: Context, { callId }: { callId: string }): Promise<{ callId: string }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const call = await getCallForUpdate(tx, callId);
    if (!call) throw notFound('call');
    const holderId = call.claimedBy ?? keptContextOf(call).transferredBy?.employeeId ?? call.ownerId;
    if (holderId !== person.id) throw forbidden();
    await orderEnd(tx, context, call);
    return { callId };
  });
}

async function orderEnd(tx: Tx, context: Context, call: CallRow): Promise<void> {
  const open = await listOpenPhoneCommands(tx, call.id);
  const isOrdered = open.some(
    ({ command }) => command.type === 'endCall' && command.callSid === call.callSid,
  );
  if (!isOrdered) await advanceCall(tx, context, call, { type: 'employee.endedCall' });
}
