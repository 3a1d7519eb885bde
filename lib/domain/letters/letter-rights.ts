import type { Person } from '@/lib/domain/employees/employee';
import { isHeadOf, reviewsEverything } from '@/lib/domain/employees/permissions';

type Written = { employeeId: string; departmentId: string };

/** Whether somebody decides what becomes of a letter that did not arrive: its author, who stands in for them, their head. */
export const mayResolveLetter = (person: Person, { employeeId, departmentId }: Written) =>
  person.id === employeeId ||
  person.substitutesFor.includes(employeeId) ||
  isHeadOf(person, departmentId) ||
  reviewsEverything(person);
