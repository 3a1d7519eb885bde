import { listDepartments } from '@/db/departments';
import { listWorkingEmployees } from '@/db/employees';
import { fullName } from '@/lib/domain/employees/employee';
import type { Role } from '@/lib/domain/employees/roles';
import type { Context } from '@/lib/operations/context';

type DemoDepartment = { id: string; name: string; people: { id: string; name: string; roles: Role[] }[] };

/** Whom the demo's sign-in page offers, department by department. Asked only where anybody may be anybody. */
export async function listDemoPeople(
  context: Context,
  { locale }: { locale: 'ru' | 'en' },
): Promise<DemoDepartment[]> {
  const employees = await listWorkingEmployees(context.read);
  const departments = (await listDepartments(context.read)).map((department) => ({
    id: department.id,
    name: locale === 'en' ? department.nameEn : department.name,
    people: employees
      .filter((employee) => employee.departmentId === department.id)
      .map((employee) => ({ id: employee.id, name: fullName(employee), roles: employee.roles })),
  }));
  return departments.filter((department) => department.people.length > 0);
}
