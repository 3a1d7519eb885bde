import { type CallScriptRun, getCallScriptRun } from '@/db/call-scripts';
import { type CallRow, getCallForUpdate } from '@/db/calls';
import { getSurvivor } from '@/db/counterparties';
import { getEmployee } from '@/db/employees';
import { isOfOneClient } from '@/lib/domain/call-scripts/catalog';
import type { ReportedEvent } from '@/lib/domain/call-scripts/events';
import type { Refused } from '@/lib/domain/call-scripts/run';
import { mayWorkOnDraftOf } from '@/lib/domain/employees/permissions';
import { forbidden, notFound, Refusal } from '@/lib/domain/errors';
import { type Context, KeptRefusal, signedIn, type Tx } from '@/lib/operations/context';
import { applyAct } from './apply-act';
import { lookUp } from './look-up';

/** Where the conversation stands after an answer. */
export type ScriptAnswer = { callId: string; step: string; runVersion: number };

/**
 * What a person reports of the conversation: an answer of the caller, or something typed or chosen. `step` is the step
 * it was given at; what is typed, which card or appeal is meant, and that the caller complains is good at any step.
 * @throws Refusal `forbidden` for whom the call's draft is not, `staleStep` when the conversation has moved on,
 * `notPossibleNow` with the unmet requirements, both with the current step, and for another card in a talk about one client.
 */
export async function answerCallScript(
  context: Context,
  input: { callId: string; step: string; event: ReportedEvent },
): Promise<ScriptAnswer> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const { call, run } = await runToAnswer(tx, context, input.callId);
    if (!takenAtAnyStep.has(input.event.type) && input.step !== run.step) {
      throw new Refusal('staleStep', 'the conversation has moved on', {}, { step: run.step });
    }
    await refuseOtherCard(tx, call, input.event);
    const event = await lookUp(tx, { personId: person.id, now: context.now(), run }, input.event);
    const result = await applyAct(tx, context, { call, run, employeeId: person.id }, event);
    if (result.ok) return { callId: call.id, step: result.step.name, runVersion: run.version + 1 };
    return refusedAnswer(run, result);
  });
}

const takenAtAnyStep: ReadonlySet<ReportedEvent['type']> = new Set([
  'manager.filledIn',
  'manager.choseCounterparty',
  'manager.choseAppeal',
  'caller.complained',
]);

/** ON-4, SA-1: what is said in a talk about a folder or a round is of its own client. @throws Refusal `notPossibleNow` */
async function refuseOtherCard(tx: Tx, call: CallRow, event: ReportedEvent): Promise<void> {
  if (event.type !== 'manager.choseCounterparty' || !isOfOneClient(call.scriptId)) return;
  const [chosen, own] = await Promise.all(
    [event.counterpartyId, call.counterpartyId].map((id) => (id ? getSurvivor(tx, id) : null)),
  );
  if (own && chosen?.id === own.id) return;
  throw new Refusal('notPossibleNow', 'this call is about another client', {}, { reason: 'otherClient' });
}

/** A call with its conversation, for whom its draft is. @throws Refusal `notFound`, `forbidden`, `notPossibleNow` */
export async function runToAnswer(
  tx: Tx,
  context: Context,
  callId: string,
): Promise<{ call: CallRow; run: CallScriptRun }> {
  const call = await getCallForUpdate(tx, callId);
  if (!call) throw notFound('call');
  await checkDraftRights(tx, context, call);
  const run = await getCallScriptRun(tx, call.id);
  if (!run) throw new Refusal('notPossibleNow', 'the conversation has not begun');
  if (run.status === 'quarantined') throw new Refusal('notPossibleNow', 'this call was set aside');
  return { call, run };
}

/** What the script refused, with the current step: kept as a fact of the conversation. */
export function refusedAnswer(run: CallScriptRun, { reason, missing }: Refused): KeptRefusal {
  const details = { reason, missing: [...missing], step: run.step };
  return new KeptRefusal(new Refusal('notPossibleNow', 'this answer is not possible now', {}, details));
}

/** IN-6: the owner, who stands in for them, and who may finish their calls. @throws Refusal `forbidden` */
export async function checkDraftRights(tx: Tx, context: Context, call: CallRow): Promise<void> {
  const person = signedIn(context);
  const owner = call.ownerId ? await getEmployee(tx, call.ownerId) : null;
  if (!owner || !mayWorkOnDraftOf(person, owner)) throw forbidden();
}
