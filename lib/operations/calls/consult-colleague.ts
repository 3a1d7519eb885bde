import { getDepartment } from '@/db/departments';
import { getEmployee } from '@/db/employees';
import { invalid, Refusal } from '@/lib/domain/errors';
import type { Context, Tx } from '@/lib/operations/context';
import { order, ownTalkingCall } from './control-call';
import { listAvailable } from './offer-call';

export type ConsultTarget =
  | { kind: 'department'; departmentId: string }
  | { kind: 'employee'; employeeId: string };

/**
 * Asks a colleague for advice in the middle of a conversation (S4): the caller hears music and the colleague's telephone
 * is rung into the same room once they take it up. The call script stays with whoever asked, and nothing is recorded.
 * @throws Refusal as `controlCall`; `invalid` for an unknown target; `notPossibleNow`, reason `nobodyAvailable`, when
 * nobody there can be rung.
 */
export async function consultColleague(
  context: Context,
  { callId, to }: { callId: string; to: ConsultTarget },
): Promise<{ callId: string }> {
  return context.tx(async (tx) => {
    const call = await ownTalkingCall(tx, context, callId);
    const place = await placeOf(tx, to);
    const whom = place.employeeId ? { employeeId: place.employeeId } : { departmentId: place.departmentId };
    if ((await listAvailable(tx, context, whom)).length === 0) {
      throw new Refusal('notPossibleNow', 'nobody there can be rung', {}, { reason: 'nobodyAvailable' });
    }
    await order(tx, context, call, { type: 'consult.asked', ...place });
    return { callId };
  });
}

async function placeOf(tx: Tx, to: ConsultTarget) {
  if (to.kind === 'employee') {
    const employee = await getEmployee(tx, to.employeeId);
    if (!employee || employee.disabledAt !== null) throw invalid({ to: 'notAChoice' });
    return { departmentId: employee.departmentId, employeeId: employee.id };
  }
  const department = await getDepartment(tx, to.departmentId);
  if (!department || department.disabledAt !== null) throw invalid({ to: 'notAChoice' });
  return { departmentId: department.id, employeeId: null };
}
