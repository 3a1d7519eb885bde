import { listDepartments } from '@/db/departments';
import { type EmployeeRow, listWorkingEmployees } from '@/db/employees';
import { normaliseName } from '@/lib/domain/counterparties/name';
import { searchVariants } from '@/lib/domain/counterparties/search-text';
import { fullName, type Person } from '@/lib/domain/employees/employee';
import { mayAdminister, seesEveryCard } from '@/lib/domain/employees/permissions';
import type { PersonFound } from '@/lib/domain/search/search.contract';
import { type Context, signedIn } from '@/lib/operations/context';

/**
 * The people of the company each of whose words typed begins a part of their name, by surname, with the page that tells the most of
 * them to whoever asks.
 */
export async function findPeople(context: Context, query: string, most: number): Promise<PersonFound[]> {
  const person = signedIn(context);
  const meant = searchVariants(query).map((variant) => variant.split(' '));
  const people = (await listWorkingEmployees(context.read)).filter((employee) => {
    const parts = normaliseName(fullName(employee)).split(' ');
    return meant.some((words) => words.every((word) => parts.some((part) => part.startsWith(word))));
  });
  if (people.length === 0) return [];
  const departments = await listDepartments(context.read);
  return people.slice(0, most).map((employee) => {
    const department = departments.find(({ id }) => id === employee.departmentId);
    return {
      id: employee.id,
      name: fullName(employee),
      departmentName: department?.name ?? '',
      departmentNameEn: department?.nameEn ?? '',
      phone: employee.phone,
      page: pageOf(person, employee),
    };
  });
}

function pageOf(person: Person, { departmentId }: EmployeeRow): PersonFound['page'] {
  if (mayAdminister(person)) return 'employee';
  if (seesEveryCard(person)) return 'allWork';
  return departmentId === person.departmentId ? 'departmentWork' : 'presence';
}
