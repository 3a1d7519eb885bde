import type { Context } from '@/lib/operations/context';
import { type ColleagueTarget, placeToRing } from './colleague-place';
import { order, ownTalkingCall } from './control-call';

/**
 * Asks a colleague for advice in the middle of a conversation (S4): the caller hears music and the colleague's telephone
 * is rung into the same room once they take it up. The call script stays with whoever asked, and nothing is recorded.
 * `completesOnAnswer` makes it a hand-over of which one stays until it is answered: the colleague then keeps the caller, as
 * by `completeConsult`.
 * @throws Refusal as `controlCall` and `placeToRing`
 */
export async function consultColleague(
  context: Context,
  {
    callId,
    to,
    completesOnAnswer = false,
  }: { callId: string; to: ColleagueTarget; completesOnAnswer?: boolean },
): Promise<{ callId: string }> {
  return context.tx(async (tx) => {
    const call = await ownTalkingCall(tx, context, callId);
    const place = await placeToRing(tx, context, to);
    await order(tx, context, call, { type: 'consult.asked', ...place, completesOnAnswer });
    return { callId };
  });
}
