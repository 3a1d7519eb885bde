import { getCallScriptRun } from '@/db/call-scripts';
import { getCallForUpdate, updateCall } from '@/db/calls';
import { notFound, Refusal } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { checkDraftRights } from './answer-call-script';
import { applyEvent, tellConversation } from './apply-event';

/** IN-6: an unfinished call is given up with a reason; what was typed stays in its log. @throws Refusal */
export async function discardCall(
  context: Context,
  { callId, reason }: { callId: string; reason: string },
): Promise<{ callId: string }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const call = await getCallForUpdate(tx, callId);
    if (!call) throw notFound('call');
    await checkDraftRights(tx, context, call);
    const run = await getCallScriptRun(tx, callId);
    if (!run || call.finishedAt !== null) throw new Refusal('notPossibleNow', 'nothing is unfinished here');
    if (run.status === 'quarantined') {
      await updateCall(tx, callId, {
        finishedAt: context.now(),
        finishedBy: person.id,
        discardReason: reason,
      });
      tellConversation(tx, call);
      return { callId };
    }
    const result = await applyEvent(
      tx,
      context,
      { call, run, employeeId: person.id },
      { type: 'manager.discarded', reason },
    );
    if (!result.ok) throw new Refusal('notPossibleNow', 'this call cannot be discarded now');
    await updateCall(tx, callId, { discardReason: reason });
    return { callId };
  });
}
