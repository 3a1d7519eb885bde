import { getCallScriptRun } from '@/db/call-scripts';
import { getCallForUpdate } from '@/db/calls';
import { notFound, Refusal } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { checkDraftRights } from './answer-call-script';
import { giveCall } from './give-call';

/**
 * IN-6: a head or the substitute finishes the call of another, and whoever reviews everything that of a disabled person.
 * @throws Refusal `forbidden`, `notPossibleNow`
 */
export async function takeOverCall(
  context: Context,
  { callId }: { callId: string },
): Promise<{ callId: string }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const call = await getCallForUpdate(tx, callId);
    if (!call) throw notFound('call');
    await checkDraftRights(tx, context, call);
    const run = await getCallScriptRun(tx, callId);
    if (run?.status !== 'active' || call.unfinishedSince === null || call.finishedAt !== null) {
      throw new Refusal('notPossibleNow', 'nothing is unfinished here');
    }
    if (call.ownerId === person.id) return { callId };
    await giveCall(tx, context, { call, run }, person);
    return { callId };
  });
}
