import { getDepartment } from '@/db/departments';
import { getEmployeeForUpdate, updateEmployee } from '@/db/employees';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { forbidden, notFound, Refusal } from '@/lib/domain/errors';
import { type Context, signedIn, tell } from '@/lib/operations/context';
import { recordChange } from '@/lib/operations/settings/record-change';

/**
 * Takes a disabled person back, without a password. Doing it twice changes nothing.
 * @throws Refusal `forbidden`, `notFound`; `notPossibleNow` while their department is disabled
 */
export async function enableEmployee(
  context: Context,
  { employeeId }: { employeeId: string },
): Promise<{ id: string }> {
  if (!mayAdminister(signedIn(context))) throw forbidden();
  return context.tx(async (tx) => {
    const employee = await getEmployeeForUpdate(tx, employeeId);
    if (!employee) throw notFound('employee');
    const department = await getDepartment(tx, employee.departmentId);
    if (!department || department.disabledAt !== null) {
      throw new Refusal(
        'notPossibleNow',
        'their department is disabled',
        {},
        { reason: 'departmentDisabled' },
      );
    }
    if (employee.disabledAt === null) return { id: employeeId };
    await updateEmployee(tx, employeeId, { disabledAt: null, version: employee.version + 1 });
    await recordChange(tx, context, {
      noun: 'employee',
      nounId: employeeId,
      before: { disabledAt: employee.disabledAt },
      after: { disabledAt: null },
    });
    tell(tx, { noun: 'employee', nounId: employeeId });
    return { id: employeeId };
  });
}
