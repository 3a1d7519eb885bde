import { order, ownTalkingCall } from '@/lib/operations/calls/control-call';
import type { Context } from '@/lib/operations/context';

/**
 * Asks those who may supervise the call to come into the conversation; it ends when one of them does, when it is withdrawn,
 * and with the conversation (S5). @throws Refusal as `ownTalkingCall`; `notPossibleNow` when somebody is there already.
 */
export async function askForHelp(
  context: Context,
  { callId, words }: { callId: string; words: string },
): Promise<{ callId: string }> {
  return context.tx(async (tx) => {
    const call = await ownTalkingCall(tx, context, callId);
    await order(tx, context, call, { type: 'employee.askedForHelp', words });
    return { callId };
  });
}
