import { getDepartment } from '@/db/departments';
import { getEmployee } from '@/db/employees';
import { invalid, Refusal } from '@/lib/domain/errors';
import type { Context, Tx } from '@/lib/operations/context';
import { listAvailable } from './offer-call';

export type ColleagueTarget =
  | { kind: 'department'; departmentId: string }
  | { kind: 'employee'; employeeId: string };

/**
 * Where a colleague or a department can be rung now.
 * @throws Refusal `invalid` for an unknown target; `notPossibleNow`, reason `nobodyAvailable`, when nobody there can be.
 */
export async function placeToRing(tx: Tx, context: Context, to: ColleagueTarget) {
  const place = await placeOf(tx, to);
  const whom = place.employeeId ? { employeeId: place.employeeId } : { departmentId: place.departmentId };
  if ((await listAvailable(tx, context, whom)).length === 0) {
    throw new Refusal('notPossibleNow', 'nobody there can be rung', {}, { reason: 'nobodyAvailable' });
  }
  return place;
}

async function placeOf(tx: Tx, to: ColleagueTarget) {
  if (to.kind === 'employee') {
    const employee = await getEmployee(tx, to.employeeId);
    if (!employee || employee.disabledAt !== null) throw invalid({ to: 'notAChoice' });
    return { departmentId: employee.departmentId, employeeId: employee.id };
  }
  const department = await getDepartment(tx, to.departmentId);
  if (!department || department.disabledAt !== null) throw invalid({ to: 'notAChoice' });
  return { departmentId: department.id, employeeId: null };
}
