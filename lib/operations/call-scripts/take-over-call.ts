import { getCallScriptRun } from '@/db/call-scripts';
import { getCallForUpdate, updateCall } from '@/db/calls';
import { notFound, Refusal } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { checkDraftRights } from './answer-call-script';
import { applyEvent, tellConversation } from './apply-event';

/** IN-6: a head or the substitute finishes the call of another. @throws Refusal `forbidden`, `notPossibleNow` */
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
    const event = { type: 'manager.tookOver', managerName: person.presentsAs } as const;
    await applyEvent(tx, context, { call, run, employeeId: person.id }, event);
    await updateCall(tx, callId, { ownerId: person.id });
    tellConversation(tx, { ...call, ownerId: person.id });
    return { callId };
  });
}
