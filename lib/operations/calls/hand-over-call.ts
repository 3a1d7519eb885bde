import { type CallRow, getCallForUpdate } from '@/db/calls';
import { getDepartmentByKind } from '@/db/departments';
import { getEmployee } from '@/db/employees';
import type { DepartmentKind } from '@/lib/domain/employees/roles';
import { invalid, Refusal } from '@/lib/domain/errors';
import type { Context, Tx } from '@/lib/operations/context';
import { advanceCall } from './advance-call';

export type HandOverTarget =
  | { kind: 'department'; departmentKind: DepartmentKind }
  | { kind: 'employee'; employeeId: string };

/**
 * Hands a talking call over inside the caller's transaction (S3; IN-2, IN-3, IN-4, IN-9): the caller hears music, the
 * manager's leg leaves the room, the department or the one person is offered the call, which returns when nobody takes
 * it (IN-10). The caller's own leg is never redirected.
 * @throws Refusal `notPossibleNow` when the call is not being talked to, `invalid` for an unknown target.
 */
export async function holdAndOffer(
  tx: Tx,
  context: Context,
  call: Pick<CallRow, 'id'>,
  target: HandOverTarget,
): Promise<void> {
  const current = await getCallForUpdate(tx, call.id);
  const to = await placeOf(tx, target);
  const advance =
    current && (await advanceCall(tx, context, current, { type: 'employee.handedOver', ...to }));
  if (advance !== 'applied') throw new Refusal('notPossibleNow', 'nobody is talking on this call');
}

async function placeOf(tx: Tx, target: HandOverTarget) {
  if (target.kind === 'employee') {
    const employee = await getEmployee(tx, target.employeeId);
    if (!employee || employee.disabledAt !== null) throw invalid({ employeeId: 'notAChoice' });
    return { departmentId: employee.departmentId, employeeId: employee.id };
  }
  const department = await getDepartmentByKind(tx, target.departmentKind);
  if (!department) throw invalid({ departmentKind: 'notAChoice' });
  return { departmentId: department.id, employeeId: null };
}
