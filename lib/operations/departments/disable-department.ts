import { getDepartmentForUpdate, listDepartments } from '@/db/departments';
import { listWorkingEmployees } from '@/db/employees';
import { countOpenNextReactions } from '@/db/open-next-reactions';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { forbidden, notFound, Refusal } from '@/lib/domain/errors';
import { type Context, signedIn, type Tx } from '@/lib/operations/context';
import { setDepartmentDisabled } from './set-department-disabled';

/**
 * Disables a department without people and open work. Doing it twice changes nothing.
 * @throws Refusal `forbidden`, `notFound`; `notPossibleNow` with `reason`: `lastOfItsKind`, `hasEmployees`, `hasOpenWork`
 */
export async function disableDepartment(
  context: Context,
  { departmentId }: { departmentId: string },
): Promise<{ id: string }> {
  if (!mayAdminister(signedIn(context))) throw forbidden();
  return context.tx(async (tx) => {
    const department = await getDepartmentForUpdate(tx, departmentId);
    if (!department) throw notFound('department');
    if (department.disabledAt !== null) return { id: departmentId };
    const reason = await whyNot(tx, departmentId);
    if (reason) throw new Refusal('notPossibleNow', 'this department is needed', {}, { reason });
    await setDepartmentDisabled(tx, context, departmentId, null, context.now());
    return { id: departmentId };
  });
}

async function whyNot(tx: Tx, departmentId: string): Promise<string | null> {
  const working = (await listDepartments(tx)).filter((row) => row.disabledAt === null);
  const department = working.find((row) => row.id === departmentId)!;
  if (!working.some((row) => row.kind === department.kind && row.id !== departmentId)) return 'lastOfItsKind';
  if ((await listWorkingEmployees(tx, departmentId)).length > 0) return 'hasEmployees';
  if ((await countOpenNextReactions(tx, { departmentId }, 1)) > 0) return 'hasOpenWork';
  return null;
}
