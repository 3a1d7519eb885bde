import { getDepartment } from '@/db/departments';
import { findEmployeeByEmail, getEmployee, listWorkingEmployees } from '@/db/employees';
import type { Db } from '@/db/store';
import type { Role } from '@/lib/domain/employees/roles';
import { type FieldErrors, invalid, Refusal } from '@/lib/domain/errors';

/**
 * What the database says of fields that are right by themselves.
 * @throws Refusal `invalid` with the wrong fields.
 */
export async function checkEmployee(
  db: Db,
  employeeId: string | null,
  given: { email?: string; departmentId?: string; substituteId?: string | null },
): Promise<void> {
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
  if (Object.keys(fields).length > 0) throw invalid(fields);
}

/**
 * Somebody must be able to let people in. Everybody's rows are read under the lock of the caller's transaction.
 * @throws Refusal `notPossibleNow` when nobody else is an administrator.
 */
export async function refuseLastAdministrator(db: Db, employeeId: string): Promise<void> {
  const others = (await listWorkingEmployees(db)).filter((row) => row.id !== employeeId);
  const isAdministrator = (row: { roles: Role[] }) => row.roles.includes('administrator');
  if (!others.some(isAdministrator)) {
    throw new Refusal('notPossibleNow', 'the only administrator stays one', {}, { why: 'lastAdministrator' });
  }
}
