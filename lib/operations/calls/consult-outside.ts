import { updateCall } from '@/db/calls';
import type { Context } from '@/lib/operations/context';
import { order, ownTalkingCall } from './control-call';
import { dialableNumber } from './dialable-number';

/**
 * Rings an outside number into the caller's room while the caller hears music (S4), to be talked to, joined with the caller,
 * or left the caller. @throws Refusal as `controlCall` and `dialableNumber`.
 */
export async function consultOutside(
  context: Context,
  { callId, phone }: { callId: string; phone: string },
): Promise<{ callId: string }> {
  return context.tx(async (tx) => {
    const call = await ownTalkingCall(tx, context, callId);
    const number = await dialableNumber(tx, phone);
    const generation = call.claimGeneration + 1;
    await updateCall(tx, callId, { claimGeneration: generation });
    const dialled = { ...call, claimGeneration: generation };
    await order(tx, context, dialled, { type: 'consult.dialled', number, generation });
    return { callId };
  });
}
