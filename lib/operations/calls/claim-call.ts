import { insertCallClaim } from '@/db/call-claims';
import { type CallOfferRow, listOpenCallOffers, updateOffersEnded } from '@/db/call-offers';
import { type CallRow, getCall, listOpenCallsOf, updateCallClaimed } from '@/db/calls';
import { getEmployee, getEmployeeForUpdate } from '@/db/employees';
import { legLabel } from '@/lib/domain/calls/leg';
import { fullName } from '@/lib/domain/employees/employee';
import { hasPhone } from '@/lib/domain/employees/work-phone';
import { forbidden, notFound, Refusal } from '@/lib/domain/errors';
import { type Context, signedIn, type Tx } from '@/lib/operations/context';
import { advanceCall } from './advance-call';

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
    const taken = own.find((call) => call.id === callId);
    if (taken) return answerOf(taken);
    if (own.length > 0) throw new Refusal('notPossibleNow', 'busy', {}, { reason: 'onAnotherCall' });

    const claimedAt = context.now();
    if (!(await openOfferTo(tx, callId, person.id))) throw await refusal(tx, callId);
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
    return answerOf(call);
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

const notOffered = () => forbidden('the call is not offered to this person');

const answerOf = (call: CallRow) => ({
  callId: call.id,
  generation: call.claimGeneration,
  claimExpiresAt: call.claimExpiresAt,
});
