import { insertPhoneCommand } from '@/db/phone-commands';
import type { Context } from '@/lib/operations/context';
import { notPossible, ownTalkingCall } from './control-call';
import { keptContextOf } from './kept-context';

/**
 * The browser of the person on the line is taken out of the room, because its sound is lost or on another computer: the
 * line may notice only much later. Once it is out the caller hears music and the same person is offered the call (S8).
 * @throws Refusal as `ownTalkingCall`; `notPossibleNow` when they speak on another telephone.
 */
export async function leaveByBrowser(
  context: Context,
  { callId }: { callId: string },
): Promise<{ callId: string }> {
  return context.tx(async (tx) => {
    const call = await ownTalkingCall(tx, context, callId);
    const { claim, conferenceSid } = keptContextOf(call);
    if (claim?.phoneKind !== 'browser' || !conferenceSid) throw notPossible(call);
    await insertPhoneCommand(tx, {
      callId,
      command: { type: 'removeLeg', conferenceSid, label: claim.label },
      createdAt: context.now(),
    });
    return { callId };
  });
}
