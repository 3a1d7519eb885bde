import type { Person } from '@/lib/domain/employees/employee';
import { allows } from '@/lib/domain/employees/permission';
import { has, reviewsEverything } from '@/lib/domain/employees/permissions';

/** Whose figures are asked for; nothing named: all that the person may see. */
export type AskedFor = { departmentId?: string; employee?: { id: string; departmentId: string } };

/** Whose figures are shown; nothing named: the whole company's. */
export type ShownFor = { departmentId?: string; employeeId?: string };

/**
 * Everybody sees their own figures, a head those of their department and its people, management and the general director
 * all. Null: not this person's to see.
 */
export function shownFor(person: Person, { departmentId, employee }: AskedFor): ShownFor | null {
  if (reviewsEverything(person)) return { departmentId, employeeId: employee?.id };
  if (departmentId !== undefined && departmentId !== person.departmentId) return null;
  if (has(person, 'head')) {
    const isOwn = !employee || employee.id === person.id || employee.departmentId === person.departmentId;
    return isOwn ? { departmentId: person.departmentId, employeeId: employee?.id } : null;
  }
  if (employee !== undefined && employee.id !== person.id) return null;
  return { departmentId: person.departmentId, employeeId: person.id };
}

/** The wallboard of the department, or of all: for who answers for people. */
export const maySeeWallboard = (person: Person) => allows(person, 'seeWallboard');

/** By default management, the general director and administrators. */
export const mayEditReportSettings = (person: Person) => allows(person, 'manageReports');

/** Televisions are let in by whoever may look at everything, and by whoever runs the installation. */
export const mayManageWallboards = mayEditReportSettings;
