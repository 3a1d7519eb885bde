import { type CallRow, getCallForUpdate } from '@/db/calls';
import { forbidden, notFound } from '@/lib/domain/errors';
import { type Context, signedIn, type Tx } from '@/lib/operations/context';
import { advanceCall } from './advance-call';

/** Ends the call inside the caller's transaction, after the closing words (IN-1). A call already over stays as it is. */
export async function endCallAfterClosing(
  tx: Tx,
  context: Context,
  call: Pick<CallRow, 'id'>,
): Promise<void> {
  const current = await getCallForUpdate(tx, call.id);
  if (current) await advanceCall(tx, context, current, { type: 'employee.endedCall' });
}

/**
 * Hangs up on the caller, by whoever is on the line with them or leads the conversation.
 * @throws Refusal `forbidden` for anybody else.
 */
export async function hangUp(context: Context, { callId }: { callId: string }): Promise<{ callId: string }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const call = await getCallForUpdate(tx, callId);
    if (!call) throw notFound('call');
    if (call.claimedBy !== person.id && call.ownerId !== person.id) throw forbidden();
    await advanceCall(tx, context, call, { type: 'employee.endedCall' });
    return { callId };
  });
}
