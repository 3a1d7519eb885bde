import type { Person } from './employee';
import { mayAdminister, reviewsEverything } from './permissions';

/**
 * Whether a person may be told that something changed. A row without department and employee is for everyone; else it
 * is for that employee (or who stands in for them), that department, and for those who review everything.
 */
export function hears(
  person: Person,
  row: { departmentId: string | null; employeeId: string | null },
): boolean {
  if (row.departmentId === null && row.employeeId === null) return true;
  if (row.employeeId === person.id || person.substitutesFor.includes(row.employeeId ?? '')) return true;
  if (row.departmentId !== null && row.departmentId === person.departmentId) return true;
  return reviewsEverything(person) || (row.employeeId === null && mayAdminister(person));
}
