import { listDepartments } from '@/db/departments';
import { listWorkingEmployees } from '@/db/employees';
import { listProjects } from '@/db/projects';
import { getSetting } from '@/db/settings';
import { shortName } from '@/lib/domain/employees/employee';
import type { ReactionChoices } from '@/lib/domain/reactions/reactions.contract';
import { readPromiseMinutes } from '@/lib/domain/settings/promise-minutes-schema';
import { type Context, signedIn } from '@/lib/operations/context';

/** What the reaction card offers to choose from: departments, people who work here, projects in use, and how soon each promise is due. */
export async function listChoices(context: Context): Promise<ReactionChoices> {
  signedIn(context);
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
  };
}
