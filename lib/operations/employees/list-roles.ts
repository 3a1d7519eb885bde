import { listWorkingEmployees } from '@/db/employees';
import { listRoles as listRows } from '@/db/roles';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import type { RoleView } from '@/lib/domain/employees/roles.contract';
import { forbidden } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { allRoles } from './role-view';

/** The roles with what differs from their rights by default. @throws Refusal `forbidden` */
export async function listRoles(context: Context): Promise<{ rows: RoleView[] }> {
  if (!mayAdminister(signedIn(context))) throw forbidden();
  const employees = await listWorkingEmployees(context.read);
  const countOf = (id: string) =>
    employees.filter(({ roles, addedRoles }) => [...roles, ...addedRoles].some((role) => role === id)).length;
  return {
    rows: allRoles(await listRows(context.read)).map(({ id, name, nameEn, grants, version, disabledAt }) => ({
      ...{ id, name, nameEn, grants, version, disabledAt },
      isAdded: name !== null,
      employees: countOf(id),
    })),
  };
}
