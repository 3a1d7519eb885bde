import { getDepartment } from '@/db/departments';
import { type EmployeeRow, findEmployeeByEmail, getEmployee } from '@/db/employees';
import { listRolesByIds } from '@/db/roles';
import type { Db } from '@/db/store';
import type { Role } from '@/lib/domain/employees/roles';
import { type FieldErrors, invalid } from '@/lib/domain/errors';

/**
 * What the database says of fields that are right by themselves.
 * @throws Refusal `invalid` with the wrong fields.
 */
export async function checkEmployee(
  db: Db,
  employee: EmployeeRow | null,
  given: {
    email?: string;
    departmentId?: string;
    substituteId?: string | null;
    roles?: readonly Role[];
    addedRoles?: readonly string[];
  },
): Promise<void> {
  const employeeId = employee?.id ?? null;
  const fields: FieldErrors = {};
  if (given.email !== undefined) {
    const other = await findEmployeeByEmail(db, given.email);
    if (other && other.id !== employeeId) fields.email = 'alreadyUsed';
  }
  if (given.departmentId !== undefined) {
    const department = await getDepartment(db, given.departmentId);
    if (!department || department.disabledAt !== null) fields.departmentId = 'notAChoice';
  }
  if (given.substituteId) {
    const substitute = await getEmployee(db, given.substituteId);
    if (!substitute || substitute.disabledAt !== null || substitute.id === employeeId)
      fields.substituteId = 'notAChoice';
  }
  const all = [
    ...(given.roles ?? employee?.roles ?? []),
    ...(given.addedRoles ?? employee?.addedRoles ?? []),
  ];
  if (all.length === 0) fields.roles = 'employees.problems.noRole';
  const added = (given.addedRoles ?? []).filter((id) => !employee?.addedRoles.includes(id));
  const choices = (await listRolesByIds(db, added)).filter(
    ({ name, disabledAt }) => name !== null && disabledAt === null,
  );
  if (choices.length < added.length) fields.addedRoles = 'notAChoice';
  if (Object.keys(fields).length > 0) throw invalid(fields);
}
