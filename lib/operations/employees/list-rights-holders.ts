import { listDepartments } from '@/db/departments';
import { listWorkingEmployees } from '@/db/employees';
import { listRoles, lockRights, type RoleRow } from '@/db/roles';
import type { Db } from '@/db/store';
import { adjustedRolesOf } from '@/lib/domain/employees/adjusted-roles';
import { fullName } from '@/lib/domain/employees/employee';
import { allows, type RightsHolder } from '@/lib/domain/employees/permission';
import { Refusal } from '@/lib/domain/errors';

/** Everybody who works, with what decides about their rights; `kept` are the changed and added roles to reckon with. */
export async function listRightsHolders(
  db: Db,
  kept?: readonly RoleRow[],
): Promise<(RightsHolder & { id: string; name: string; departmentId: string })[]> {
  const rows = kept ?? (await listRoles(db));
  const kinds = new Map((await listDepartments(db)).map(({ id, kind }) => [id, kind]));
  return (await listWorkingEmployees(db)).map((employee) => ({
    id: employee.id,
    name: fullName(employee),
    departmentId: employee.departmentId,
    roles: employee.roles,
    departmentKind: kinds.get(employee.departmentId)!,
    adjustedRoles: adjustedRolesOf(employee, rows),
  }));
}

/**
 * Somebody must be able to let people in. Said after the change, inside its transaction: of two administrators who give
 * the right up at once, one waits for the other here and is refused.
 * @throws Refusal `notPossibleNow` when nobody would be left
 */
export async function refuseNobodyToAdminister(tx: Db): Promise<void> {
  await lockRights(tx);
  const holders = await listRightsHolders(tx);
  if (holders.some((holder) => allows(holder, 'administer'))) return;
  throw new Refusal('notPossibleNow', 'somebody must administer', {}, { reason: 'lastAdministrator' });
}
