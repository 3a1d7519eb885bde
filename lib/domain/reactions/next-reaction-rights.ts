import type { Person } from '@/lib/domain/employees/employee';
import { allows } from '@/lib/domain/employees/permission';
import { isHeadOf, reviewsEverything, seesEveryCard } from '@/lib/domain/employees/permissions';

/** A department, and the person of it when it lies with one. */
export type Responsibility = { responsibleDepartmentId: string; responsibleEmployeeId: string | null };

const isOrStandsInFor = (person: Person, employeeId: string) =>
  person.id === employeeId || person.substitutesFor.includes(employeeId);

/** Whose turn it is: the employee's (or who stands in for them, CS-9), else anybody's of the department. */
export const isResponsible = (person: Person, next: Responsibility) =>
  next.responsibleEmployeeId === null
    ? person.departmentId === next.responsibleDepartmentId
    : isOrStandsInFor(person, next.responsibleEmployeeId);

/** Only its responsible department or employee fulfils a next reaction; the head answers for the department. */
export const mayFulfil = (person: Person, next: Responsibility) =>
  isResponsible(person, next) || isHeadOf(person, next.responsibleDepartmentId);

export const mayPostpone = mayFulfil;

export const mayHandOver = (person: Person, next: Responsibility) =>
  mayFulfil(person, next) || reviewsEverything(person);

/** Many at once are for those who answer for others; each row is then judged as if alone. */
export const mayChangeMany = (person: Person) => allows(person, 'changeMany');

/** CS-10: those of their department, their own, and those of whoever they stand in for (CS-9). */
export const maySeeNextReaction = (person: Person, next: Responsibility) =>
  seesEveryCard(person) ||
  person.departmentId === next.responsibleDepartmentId ||
  (next.responsibleEmployeeId !== null && isOrStandsInFor(person, next.responsibleEmployeeId));
