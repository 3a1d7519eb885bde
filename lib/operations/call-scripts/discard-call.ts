import { getCallScriptRun } from '@/db/call-scripts';
import { getCallForUpdate, updateCall } from '@/db/calls';
import { notFound, Refusal } from '@/lib/domain/errors';
import { type Context, KeptRefusal, signedIn } from '@/lib/operations/context';
import { orderMeasure } from '@/lib/operations/reports/order-measure';
import { checkDraftRights } from './answer-call-script';
import { applyEvent, tellConversation } from './apply-event';

/** IN-6: an unfinished call is given up with a reason; what was typed stays in its log, even where it cannot be read any more. @throws Refusal */
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
    if (!run || call.unfinishedSince === null || call.finishedAt !== null) {
      throw new Refusal('notPossibleNow', 'nothing is unfinished here');
    }
    const event = { type: 'manager.discarded', reason } as const;
    const act = { call, run, employeeId: person.id };
    const result = run.status === 'quarantined' ? null : await applyEvent(tx, context, act, event);
    if (result?.ok === false && result.reason !== 'unreadable') {
      return new KeptRefusal(new Refusal('notPossibleNow', 'this call cannot be discarded now'));
    }
    const finished = result?.ok ? {} : { finishedAt: context.now(), finishedBy: person.id };
    await updateCall(tx, callId, { ...finished, discardReason: reason });
    await orderMeasure(tx, context, callId);
    tellConversation(tx, call);
    return { callId };
  });
}
