import { getCallForUpdate } from '@/db/calls';
import { forbidden, notFound } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { order } from './control-call';

/**
 * Who was asked for advice leaves the caller to whoever asked (S4).
 * @throws Refusal `forbidden` for anybody else; `notPossibleNow` when they are not on the line.
 */
export async function leaveConsult(
  context: Context,
  { callId }: { callId: string },
): Promise<{ callId: string }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const call = await getCallForUpdate(tx, callId);
    if (!call) throw notFound('call');
    if (call.consultedId !== person.id) throw forbidden();
    await order(tx, context, call, { type: 'consult.left' });
    return { callId };
  });
}
