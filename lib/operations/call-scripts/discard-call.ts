import { getCallScriptRun } from '@/db/call-scripts';
import { type CallRow, getCallForUpdate, updateCall } from '@/db/calls';
import { notFound, Refusal } from '@/lib/domain/errors';
import { tellCall } from '@/lib/operations/calls/tell-call';
import { type Context, KeptRefusal, signedIn, type Tx } from '@/lib/operations/context';
import { orderMeasure } from '@/lib/operations/reports/order-measure';
import { checkDraftRights } from './answer-call-script';
import { applyAct } from './apply-act';
import { missSubject } from './subjects-of-scripts';

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
    return discardWithin(tx, context, call, { reason, employeeId: person.id });
  });
}

/** The same inside a transaction of the caller, who has judged the rights. @throws Refusal `notPossibleNow` */
export async function discardWithin(
  tx: Tx,
  context: Context,
  call: CallRow,
  { reason, employeeId }: { reason: string; employeeId: string },
): Promise<{ callId: string } | KeptRefusal> {
  const callId = call.id;
  const run = await getCallScriptRun(tx, callId);
  if (!run || call.unfinishedSince === null || call.finishedAt !== null) {
    throw new Refusal('notPossibleNow', 'nothing is unfinished here');
  }
  const event = { type: 'manager.discarded', reason } as const;
  const act = { call, run, employeeId };
  const result = run.status === 'quarantined' ? null : await applyAct(tx, context, act, event);
  if (result?.ok === false && result.reason !== 'unreadable') {
    return new KeptRefusal(new Refusal('notPossibleNow', 'this call cannot be discarded now'));
  }
  const finished = result?.ok ? {} : { finishedAt: context.now(), finishedBy: employeeId };
  await updateCall(tx, callId, { ...finished, discardReason: reason });
  await missSubject(tx, context, { call, employeeId, outcome: 'brokenOff' });
  await orderMeasure(tx, context, callId);
  await tellCall(tx, call);
  return { callId };
}
