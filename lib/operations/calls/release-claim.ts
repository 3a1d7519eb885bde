import { getCallForUpdate } from '@/db/calls';
import { forbidden, notFound, Refusal } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { advanceCall } from './advance-call';

/**
 * Gives a taken call back before the phone joined; it is offered anew at once.
 * @throws Refusal `forbidden` for anybody but the claimant, `notPossibleNow` once the phone has joined.
 */
export async function releaseClaim(context: Context, { callId }: { callId: string }): Promise<void> {
  const person = signedIn(context);
  await context.tx(async (tx) => {
    const call = await getCallForUpdate(tx, callId);
    if (!call) throw notFound('call');
    if (call.claimedBy !== person.id) throw forbidden();
    const generation = call.claimGeneration;
    const advance = await advanceCall(tx, context, call, { type: 'employee.gaveBack', generation });
    if (advance !== 'applied') throw new Refusal('notPossibleNow', 'the call is on the line already');
  });
}
