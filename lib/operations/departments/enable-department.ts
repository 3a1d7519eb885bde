import { getDepartmentForUpdate } from '@/db/departments';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { forbidden, notFound } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { setDepartmentDisabled } from './set-department-disabled';

/** @throws Refusal `forbidden`, `notFound` */
export async function enableDepartment(
  context: Context,
  { departmentId }: { departmentId: string },
): Promise<{ id: string }> {
  if (!mayAdminister(signedIn(context))) throw forbidden();
  return context.tx(async (tx) => {
    const department = await getDepartmentForUpdate(tx, departmentId);
    if (!department) throw notFound('department');
    await setDepartmentDisabled(tx, context, departmentId, department.disabledAt, null);
    return { id: departmentId };
  });
}
