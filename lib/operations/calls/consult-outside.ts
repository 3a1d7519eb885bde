import { updateCall } from '@/db/calls';
import { invalid } from '@/lib/domain/errors';
import { readPhone } from '@/lib/domain/phones/read-phone';
import type { Context } from '@/lib/operations/context';
import { order, ownTalkingCall } from './control-call';

/**
 * Rings an outside number into the caller's room while the caller hears music (S4), to be talked to, joined with the caller,
 * or left the caller. @throws Refusal as `controlCall`; `invalid` for what no operator could dial.
 */
export async function consultOutside(
  context: Context,
  { callId, phone }: { callId: string; phone: string },
): Promise<{ callId: string }> {
  const { e164: number, warning } = readPhone(phone);
  if (number === null || warning) throw invalid({ phone: 'cannotBeDialled' });
  return context.tx(async (tx) => {
    const call = await ownTalkingCall(tx, context, callId);
    const generation = call.claimGeneration + 1;
    await updateCall(tx, callId, { claimGeneration: generation });
    const dialled = { ...call, claimGeneration: generation };
    await order(tx, context, dialled, { type: 'consult.dialled', number, generation });
    return { callId };
  });
}
