import type { PersonChoice } from '@/components/employees/person-select';
import { fullName } from '@/lib/domain/employees/employee';
import type { EmployeeView } from '@/lib/domain/employees/employees.contract';
import type { Context } from '@/lib/operations/context';
import { listDepartments } from '@/lib/operations/departments/list-departments';
import { listEmployees } from '@/lib/operations/employees/list-employees';

/** Everybody who may be chosen as somebody's substitute, head or successor. */
export async function peopleChoices(context: Context): Promise<PersonChoice[]> {
  return (await allEmployees(context, '0')).map((employee) => ({
    id: employee.id,
    name: fullName(employee),
    detail: employee.departmentName,
  }));
}

/** The names that a history refers to by id. */
export async function namesById(context: Context): Promise<Record<string, string>> {
  const employees = await allEmployees(context, '1');
  const departments = (await listDepartments(context)).rows;
  return Object.fromEntries([
    ...employees.map((employee) => [employee.id, fullName(employee)]),
    ...departments.map((department) => [department.id, department.name]),
  ]);
}

async function allEmployees(context: Context, withDisabled: '0' | '1'): Promise<EmployeeView[]> {
  const all: EmployeeView[] = [];
  let after: string | undefined;
  do {
    const page = await listEmployees(context, { limit: 200, withDisabled, after });
    all.push(...page.rows);
    after = page.next ?? undefined;
  } while (after);
  return all;
}
