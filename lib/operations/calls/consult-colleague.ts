import type { Context } from '@/lib/operations/context';
import { type ColleagueTarget, placeToRing } from './colleague-place';
import { order, ownTalkingCall } from './control-call';

/**
 * Asks a colleague for advice in the middle of a conversation (S4): the caller hears music and the colleague's telephone
 * is rung into the same room once they take it up. The call script stays with whoever asked, and nothing is recorded.
 * @throws Refusal as `controlCall` and `placeToRing`
 */
export async function consultColleague(
  context: Context,
  { callId, to }: { callId: string; to: ColleagueTarget },
): Promise<{ callId: string }> {
  return context.tx(async (tx) => {
    const call = await ownTalkingCall(tx, context, callId);
    await order(tx, context, call, { type: 'consult.asked', ...(await placeToRing(tx, context, to)) });
    return { callId };
  });
}
