import type { PersonChoice } from '@/components/employees/person-select';
import { fullName } from '@/lib/domain/employees/employee';
import type { DirectoryEntry } from '@/lib/domain/employees/employees.contract';
import type { Context } from '@/lib/operations/context';
import { listEmployees } from '@/lib/operations/employees/list-employees';
import { departmentNames } from './department-names';

/** Everybody who may be chosen as somebody's substitute or successor. */
export async function peopleChoices(context: Context, locale: string): Promise<PersonChoice[]> {
  const departments = await departmentNames(context, locale);
  return (await allEmployees(context, '0')).map((employee) => choiceOf(employee, departments));
}

/** Everybody who works here or did, as far as the person is told of them. */
export async function everybodyChoices(context: Context, locale: string): Promise<PersonChoice[]> {
  const departments = await departmentNames(context, locale);
  return (await allEmployees(context, '1')).map((employee) => choiceOf(employee, departments));
}

/** Those of a department who may be its head. */
export async function headChoices(
  context: Context,
  departmentId: string,
  locale: string,
): Promise<PersonChoice[]> {
  const departments = await departmentNames(context, locale);
  return (await allEmployees(context, '0'))
    .filter((employee) => employee.departmentId === departmentId && employee.roles.includes('head'))
    .map((employee) => choiceOf(employee, departments));
}

const choiceOf = (employee: DirectoryEntry, departments: ReadonlyMap<string, string>): PersonChoice => ({
  id: employee.id,
  name: fullName(employee),
  detail: departments.get(employee.departmentId),
});

/** The names that a history refers to by id. */
export async function namesById(context: Context, locale: string): Promise<Record<string, string>> {
  const employees = await allEmployees(context, '1');
  return Object.fromEntries([
    ...employees.map((employee) => [employee.id, fullName(employee)]),
    ...(await departmentNames(context, locale)),
  ]);
}

async function allEmployees(context: Context, withDisabled: '0' | '1'): Promise<DirectoryEntry[]> {
  const all: DirectoryEntry[] = [];
  let after: string | undefined;
  do {
    const page = await listEmployees(context, { limit: 200, withDisabled, after });
    all.push(...page.rows);
    after = page.next ?? undefined;
  } while (after);
  return all;
}
