import { type DepartmentRow, listDepartments } from '@/db/departments';
import { type EmployeeRow, listWorkingEmployees } from '@/db/employees';
import { getNextReaction } from '@/db/next-reactions';
import { listProjects } from '@/db/projects';
import { getSetting } from '@/db/settings';
import type { Db } from '@/db/store';
import { type Person, shortName } from '@/lib/domain/employees/employee';
import { notFound } from '@/lib/domain/errors';
import { maySeeNextReaction } from '@/lib/domain/reactions/next-reaction-rights';
import type { ReactionChoices } from '@/lib/domain/reactions/reactions.contract';
import { readPromiseMinutes } from '@/lib/domain/settings/promise-minutes-schema';
import { type Context, signedIn } from '@/lib/operations/context';
import { receiversOf } from './bounds-of-work';

/**
 * What the reaction card offers to choose from: departments, people who work here, projects in use, and how soon each promise is
 * due; of a next reaction, if one is named, who alone may be given it.
 * @throws Refusal `notFound` for a next reaction that the person does not see
 */
export async function listChoices(
  context: Context,
  { nextReactionId }: { nextReactionId?: string } = {},
): Promise<ReactionChoices> {
  const person = signedIn(context);
  const { read: db } = context;
  const departments = (await listDepartments(db)).filter((department) => department.disabledAt === null);
  const employees = await listWorkingEmployees(db);
  const projects = (await listProjects(db)).filter((project) => project.disabledAt === null);
  return {
    departments: departments.map(({ id, kind, name, nameEn, headId }) => ({
      id,
      kind,
      name,
      nameEn,
      hasHead: employees.some((employee) => employee.id === headId),
    })),
    employees: employees.map((employee) => ({
      id: employee.id,
      name: shortName(employee),
      departmentId: employee.departmentId,
    })),
    projects: projects.map(({ id, name }) => ({ id, name })),
    promises: readPromiseMinutes((await getSetting(db, 'promises'))?.value),
    receivers:
      nextReactionId === undefined
        ? null
        : await receiversAmong(db, person, { nextReactionId, departments, employees }),
  };
}

async function receiversAmong(
  db: Db,
  person: Person,
  of: { nextReactionId: string; departments: readonly DepartmentRow[]; employees: readonly EmployeeRow[] },
): Promise<ReactionChoices['receivers']> {
  const next = await getNextReaction(db, of.nextReactionId);
  if (!next || !maySeeNextReaction(person, next)) throw notFound('next reaction');
  const receivers = await receiversOf(db, next);
  if (!receivers) return null;
  const { isPerson, isDepartment } = receivers;
  const directorId = of.employees.find(({ roles }) => roles.includes('generalDirector'))?.id;
  return [
    ...of.departments
      .filter(isDepartment)
      .map(({ kind: departmentKind }) => ({ kind: 'department' as const, departmentKind })),
    ...of.employees
      .filter(({ id }) => isPerson(id))
      .map(({ id: employeeId }) => ({ kind: 'employee' as const, employeeId })),
    ...of.departments
      .filter(({ headId }) => headId !== null && isPerson(headId))
      .map(({ kind: departmentKind }) => ({ kind: 'headOf' as const, departmentKind })),
    ...(directorId !== undefined && isPerson(directorId) ? [{ kind: 'generalDirector' as const }] : []),
  ];
}
