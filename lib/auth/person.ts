import { getDepartment } from '@/db/departments';
import { type EmployeeRow, getEmployee, listSubstitutedBy } from '@/db/employees';
import { findPresences } from '@/db/presences';
import { listRolesByIds } from '@/db/roles';
import type { Db } from '@/db/store';
import { adjustedRolesOf } from '@/lib/domain/employees/adjusted-roles';
import type { Person, Standing } from '@/lib/domain/employees/employee';
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
  const absent = await listAbsentSubstituted(db, employee.id, now);
  const kept = await listRolesByIds(db, [...employee.roles, ...employee.addedRoles]);
  return {
    id: employee.id,
    name: `${employee.surname} ${employee.givenName}`,
    presentsAs: employee.presentsAs,
    departmentId: department.id,
    departmentKind: department.kind,
    roles: employee.roles,
    adjustedRoles: adjustedRolesOf(employee, kept),
    substitutesFor: absent.map(({ id }) => id),
    standsInFor: await standingsOf(db, absent),
  };
}

async function listAbsentSubstituted(db: Db, employeeId: string, now: number): Promise<EmployeeRow[]> {
  const substituted = await listSubstitutedBy(db, employeeId);
  const presences = await findPresences(
    db,
    substituted.map(({ id }) => id),
  );
  return substituted.filter(({ id }) =>
    isAbsent(
      presences.find((presence) => presence.employeeId === id),
      now,
    ),
  );
}

async function standingsOf(db: Db, employees: readonly EmployeeRow[]): Promise<Standing[]> {
  const standings: Standing[] = [];
  const kept = await listRolesByIds(
    db,
    employees.flatMap(({ roles, addedRoles }) => [...roles, ...addedRoles]),
  );
  for (const employee of employees) {
    const { id, departmentId, roles } = employee;
    const department = await getDepartment(db, departmentId);
    if (!department) continue;
    const adjustedRoles = adjustedRolesOf(employee, kept);
    standings.push({ id, departmentId, departmentKind: department.kind, roles, adjustedRoles });
  }
  return standings;
}
