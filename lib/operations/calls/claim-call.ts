import { insertCallClaim, updateCallClaim } from '@/db/call-claims';
import { type CallOfferRow, listOpenCallOffers, updateOffersEnded } from '@/db/call-offers';
import { type CallRow, getCall, getCallForUpdate, updateCall } from '@/db/calls';
import { listOpenCallsOf } from '@/db/employee-calls';
import { type EmployeeRow, getEmployee, getEmployeeForUpdate } from '@/db/employees';
import { listOpenPhoneCommands } from '@/db/phone-commands';
import { updateCallClaimed } from '@/db/waiting-calls';
import { legLabel } from '@/lib/domain/calls/leg';
import { fullName } from '@/lib/domain/employees/employee';
import { hasPhone } from '@/lib/domain/employees/phone-kind';
import { forbidden, notFound, Refusal } from '@/lib/domain/errors';
import { type Context, signedIn, type Tx } from '@/lib/operations/context';
import { advanceCall } from './advance-call';
import { keptContextOf } from './kept-context';

/**
 * Takes a ringing call: one conditional UPDATE decides, and the winner's phone is rung into the caller's room (S1p) or
 * their browser dials into it (S1).
 * Only who was offered the call may take it. Taking it again changes nothing.
 * @throws Refusal `alreadyClaimed` with the winner's name; `notPossibleNow` when the call is over, or the person talks
 * to another caller or has no phone.
 */
export async function claimCall(
  context: Context,
  { callId }: { callId: string },
): Promise<{ callId: string; generation: number; claimExpiresAt: number | null }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const employee = await getEmployeeForUpdate(tx, person.id);
    if (!employee || !hasPhone(employee))
      throw new Refusal('notPossibleNow', 'no phone', {}, { reason: 'noPhone' });
    const own = await listOpenCallsOf(tx, person.id);
    const taken = own.find((call) => call.id === callId && call.supervisedBy !== person.id);
    if (taken) return answerOf(taken, person.id);
    if (own.length > 0) throw new Refusal('notPossibleNow', 'busy', {}, { reason: 'onAnotherCall' });

    const claimedAt = context.now();
    const ringing = await openOfferTo(tx, callId, person.id);
    if (!ringing) throw await refusal(tx, callId);
    if (ringing.purpose === 'consult') return claimConsult(tx, context, callId, employee);
    const claimed = await updateCallClaimed(tx, callId, person.id, claimedAt);
    if (!claimed) throw await refusal(tx, callId);
    // The call is this transaction's only from here on: until then the offer could end.
    const offer = await openOfferTo(tx, callId, person.id);
    if (!offer) throw notOffered();

    const generation = claimed.claimGeneration;
    const { phoneKind } = employee;
    await updateOffersEnded(tx, callId, { endedAt: claimedAt, outcome: 'claimed' }, person.id);
    const advance = await advanceCall(tx, context, claimed, {
      type: 'employee.claimed',
      employeeId: person.id,
      generation,
      phoneKind,
    });
    if (advance !== 'applied') throw new Refusal('notPossibleNow', 'the call is not to be taken now');
    const call = (await getCall(tx, callId))!;
    await insertCallClaim(tx, {
      callId,
      generation,
      employeeId: person.id,
      purpose: offer.purpose,
      claimedAt,
      expiresAt: call.claimExpiresAt ?? claimedAt,
      label: legLabel(person.id, generation),
      phoneKind,
    });
    return answerOf(call, person.id);
  });
}

async function openOfferTo(tx: Tx, callId: string, employeeId: string): Promise<CallOfferRow | null> {
  return (await listOpenCallOffers(tx, callId)).find((offer) => offer.employeeId === employeeId) ?? null;
}

async function refusal(tx: Tx, callId: string): Promise<Refusal> {
  const call = await getCall(tx, callId);
  if (!call) return notFound('call');
  if (call.endedAt !== null)
    return new Refusal('notPossibleNow', 'the call is over', {}, { reason: 'ended' });
  const winner = call.claimedBy && (await getEmployee(tx, call.claimedBy));
  if (winner) {
    return new Refusal('alreadyClaimed', 'somebody took the call', {}, { winner: fullName(winner) });
  }
  return notOffered();
}

/** Takes up a colleague's request for advice: the call stays the colleague's, the phone is rung into the same room, or the browser
 * dials into it (S4). */
async function claimConsult(
  tx: Tx,
  context: Context,
  callId: string,
  { id: employeeId, phoneKind }: EmployeeRow,
) {
  const call = await getCallForUpdate(tx, callId);
  // The call is this transaction's only from here on: until then the offer could end.
  if (!call || !(await openOfferTo(tx, callId, employeeId))) throw notOffered();
  // A telephone is rung behind the hold in the outbox; a browser would be heard by the caller before it.
  if (phoneKind === 'browser' && (await waitsForHold(tx, callId))) {
    throw new Refusal('notPossibleNow', 'the caller is not on hold yet', {}, { reason: 'notHeldYet' });
  }
  const claimedAt = context.now();
  const generation = call.claimGeneration + 1;
  const claimed = { ...call, claimGeneration: generation };
  await updateCall(tx, callId, { claimGeneration: generation });
  await updateOffersEnded(tx, callId, { endedAt: claimedAt, outcome: 'claimed' }, employeeId);
  await insertCallClaim(tx, {
    callId,
    generation,
    employeeId,
    purpose: 'consult',
    claimedAt,
    expiresAt: claimedAt,
    label: legLabel(employeeId, generation),
    phoneKind,
  });
  const advance = await advanceCall(tx, context, claimed, {
    type: 'consult.claimed',
    employeeId,
    generation,
    phoneKind,
  });
  if (advance !== 'applied') throw new Refusal('notPossibleNow', 'the call is not to be taken now');
  const answer = answerOf((await getCall(tx, callId))!, employeeId);
  await updateCallClaim(tx, callId, generation, { expiresAt: answer.claimExpiresAt ?? claimedAt });
  return answer;
}

const waitsForHold = async (tx: Tx, callId: string) =>
  (await listOpenPhoneCommands(tx, callId)).some(
    ({ command }) => command.type === 'hold' && command.label === undefined,
  );

const notOffered = () => forbidden('the call is not offered to this person');

function answerOf(call: CallRow, personId: string) {
  const { claim, consult } = keptContextOf(call);
  const own = [claim, consult?.claim].find((each) => each?.employeeId === personId);
  return {
    callId: call.id,
    generation: own?.generation ?? call.claimGeneration,
    claimExpiresAt: own?.expiresAt ?? call.claimExpiresAt,
  };
}
