import { insertCallClaim } from '@/db/call-claims';
import { getCall, getCallForUpdate } from '@/db/calls';
import { listOpenCallsOf } from '@/db/employee-calls';
import { getEmployee, getEmployeeForUpdate } from '@/db/employees';
import { updateCallClaimed } from '@/db/waiting-calls';
import { legLabel } from '@/lib/domain/calls/leg';
import { giverOf, mayTakeBack } from '@/lib/domain/calls/take-back';
import { fullName } from '@/lib/domain/employees/employee';
import { hasPhone } from '@/lib/domain/employees/phone-kind';
import { forbidden, notFound, Refusal } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { advanceCall } from './advance-call';
import { notPossible } from './control-call';
import { keptContextOf } from './kept-context';

/**
 * Takes a caller back whom the person gave away, as long as nobody has taken them (IN-10): it rings nowhere any more, and
 * their own telephone is rung into the caller's room, or their browser dials into it. The same conditional UPDATE as a claim's
 * decides when somebody answers at that moment. Taking back twice changes nothing.
 * @throws Refusal `forbidden` for anybody else; `alreadyClaimed` with the winner's name; `notPossibleNow` when the call is
 * over or its state cannot be read, or the person is on another call or has no phone.
 */
export async function takeBackCall(
  context: Context,
  { callId }: { callId: string },
): Promise<{ callId: string; generation: number; claimExpiresAt: number | null }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const employee = await getEmployeeForUpdate(tx, person.id);
    if (!employee || !hasPhone(employee))
      throw new Refusal('notPossibleNow', 'no phone', {}, { reason: 'noPhone' });
    const own = await listOpenCallsOf(tx, person.id);
    const taken = own.find(({ id, claimedBy }) => id === callId && claimedBy === person.id);
    if (taken) {
      return { callId, generation: taken.claimGeneration, claimExpiresAt: taken.claimExpiresAt };
    }
    const call = await getCallForUpdate(tx, callId);
    if (!call) throw notFound('call');
    if (giverOf(keptContextOf(call)) !== person.id) throw forbidden();
    if (own.length > 0) throw new Refusal('notPossibleNow', 'busy', {}, { reason: 'onAnotherCall' });
    const winner = call.claimedBy && (await getEmployee(tx, call.claimedBy));
    if (winner)
      throw new Refusal('alreadyClaimed', 'somebody took the call', {}, { winner: fullName(winner) });
    if (!mayTakeBack(person.id, call.phase, keptContextOf(call))) throw notPossible(call);

    const claimedAt = context.now();
    const claimed = await updateCallClaimed(tx, callId, person.id, claimedAt);
    if (!claimed) throw notPossible(call);
    const { phoneKind } = employee;
    const generation = claimed.claimGeneration;
    const happening = { type: 'employee.tookBack', employeeId: person.id, generation, phoneKind } as const;
    if ((await advanceCall(tx, context, claimed, happening)) !== 'applied') throw notPossible(call);
    const { claimExpiresAt } = (await getCall(tx, callId))!;
    await insertCallClaim(tx, {
      callId,
      generation,
      employeeId: person.id,
      purpose: 'resume',
      claimedAt,
      expiresAt: claimExpiresAt ?? claimedAt,
      label: legLabel(person.id, generation),
      phoneKind,
    });
    return { callId, generation, claimExpiresAt };
  });
}
