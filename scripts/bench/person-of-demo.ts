import type { Person } from '@/lib/domain/employees/employee';
import type { Role } from '@/lib/domain/employees/roles';
import type { Context } from '@/lib/operations/context';

/** Somebody of the demo's client department with this role. */
export async function personOfDemo({ q, t }: Context['read'], role: Role): Promise<Person> {
  const department = (await q.select().from(t.departments)).find(({ kind }) => kind === 'client')!;
  const employee = (await q.select().from(t.employees)).find(
    ({ departmentId, roles }) => departmentId === department.id && roles.includes(role),
  )!;
  return {
    id: employee.id,
    name: employee.surname,
    presentsAs: employee.presentsAs,
    departmentId: department.id,
    departmentKind: 'client',
    roles: employee.roles,
    substitutesFor: [],
  };
}
