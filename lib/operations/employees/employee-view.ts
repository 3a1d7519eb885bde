import { listDepartments } from '@/db/departments';
import { type EmployeeRow, listEmployeesByIds } from '@/db/employees';
import { listRolesByIds } from '@/db/roles';
import type { Db } from '@/db/store';
import { shortName } from '@/lib/domain/employees/employee';
import type { EmployeeView } from '@/lib/domain/employees/employees.contract';

/** Rows as the API shows them, with the names of their departments and substitutes; never a password's hash. */
export async function viewEmployees(db: Db, rows: readonly EmployeeRow[]): Promise<EmployeeView[]> {
  const departments = new Map((await listDepartments(db)).map((row) => [row.id, row]));
  const substituteIds = rows.flatMap((row) => row.substituteId ?? []);
  const substitutes = new Map(
    (await listEmployeesByIds(db, [...new Set(substituteIds)])).map((row) => [row.id, row]),
  );
  const addedIds = [...new Set(rows.flatMap((row) => row.addedRoles))];
  const added = await listRolesByIds(db, addedIds);
  return rows.map((row) => {
    const department = departments.get(row.departmentId)!;
    const substitute = row.substituteId ? substitutes.get(row.substituteId) : undefined;
    return {
      id: row.id,
      surname: row.surname,
      givenName: row.givenName,
      patronymic: row.patronymic,
      presentsAs: row.presentsAs,
      email: row.email,
      departmentId: row.departmentId,
      departmentKind: department.kind,
      departmentName: department.name,
      roles: row.roles,
      addedRoles: added
        .filter(({ id }) => row.addedRoles.includes(id))
        .map(({ id, name, nameEn }) => ({ id, name: name!, nameEn: nameEn! })),
      phone: row.phone,
      phoneKind: row.phoneKind,
      substituteId: row.substituteId,
      substituteName: substitute ? shortName(substitute) : null,
      reminderMinutes: row.reminderMinutes,
      version: row.version,
      hasPassword: row.passwordHash !== null,
      createdAt: row.createdAt,
      disabledAt: row.disabledAt,
    };
  });
}
