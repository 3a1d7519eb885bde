import { listCompanyNumbers } from '@/db/company-numbers';
import { listDepartments } from '@/db/departments';
import { listEmployees } from '@/db/employees';
import { listProjects } from '@/db/projects';
import { wallTimeAt } from '@/lib/domain/deadlines/time-zone';
import { shortName } from '@/lib/domain/employees/employee';
import { has, reviewsEverything } from '@/lib/domain/employees/permissions';
import { type Context, signedIn } from '@/lib/operations/context';
import { clientTimeZone } from '@/lib/operations/departments/client-department';
import { readDirectory } from '@/lib/operations/reactions/directory';

/** What a person may narrow their reports by, and which day it is by the clock of the reports. */
export async function readReportChoices(context: Context) {
  const person = signedIn(context);
  const { read: db } = context;
  const isAll = reviewsEverything(person);
  const isHead = has(person, 'head');
  const departments = isAll ? await listDepartments(db) : [];
  const names = await readDirectory(db, {});
  const employees =
    isAll || isHead
      ? await listEmployees(db, { departmentId: isAll ? undefined : person.departmentId, withDisabled: true })
      : [];
  const timeZone = await clientTimeZone(db);
  return {
    today: wallTimeAt(context.now(), timeZone).date,
    timeZone,
    departments: departments.map(({ id }) => names.department(id)),
    employees: employees.map((employee) => ({
      id: employee.id,
      name: shortName(employee),
      departmentId: employee.departmentId,
    })),
    lines: (await listCompanyNumbers(db)).map(({ e164, name }) => ({ e164, name })),
    projects: (await listProjects(db)).map(({ id, name }) => ({ id, name })),
  };
}
