import { getDepartment } from '@/db/departments';
import { getEmployee, listSubstitutedBy } from '@/db/employees';
import { findPresences } from '@/db/presences';
import { listRolesByIds } from '@/db/roles';
import type { Db } from '@/db/store';
import { adjustedRolesOf } from '@/lib/domain/employees/adjusted-roles';
import type { Person } from '@/lib/domain/employees/employee';
import { isAbsent } from '@/lib/domain/employees/presence';

/**
 * The person with their rights as they are at `now` (epoch ms), with the absent people whose substitute they are (CS-9).
 * Null when there is no such employee or they are disabled.
 */
export async function loadPerson(db: Db, employeeId: string, now: number): Promise<Person | null> {
  const employee = await getEmployee(db, employeeId);
  if (!employee || employee.disabledAt !== null) return null;
  const department = await getDepartment(db, employee.departmentId);
  if (!department) return null;
  const kept = await listRolesByIds(db, [...employee.roles, ...employee.addedRoles]);
  return {
    id: employee.id,
    name: `${employee.surname} ${employee.givenName}`,
    presentsAs: employee.presentsAs,
    departmentId: department.id,
    departmentKind: department.kind,
    roles: employee.roles,
    adjustedRoles: adjustedRolesOf(employee, kept),
    substitutesFor: await listAbsentSubstituted(db, employee.id, now),
  };
}

async function listAbsentSubstituted(db: Db, employeeId: string, now: number): Promise<string[]> {
  const substituted = (await listSubstitutedBy(db, employeeId)).map((row) => row.id);
  const presences = await findPresences(db, substituted);
  return substituted.filter((id) =>
    isAbsent(
      presences.find((presence) => presence.employeeId === id),
      now,
    ),
  );
}
