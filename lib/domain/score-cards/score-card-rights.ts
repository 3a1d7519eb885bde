import type { Person } from '@/lib/domain/employees/employee';
import { has, isHeadOf, reviewsEverything } from '@/lib/domain/employees/permissions';

/** Heads, for their own department, and whoever reviews everything. */
export const mayScoreCalls = (person: Person) => has(person, 'head') || reviewsEverything(person);

/** Nobody scores themselves. `departmentId`: of the employee. */
export const mayScore = (person: Person, of: { employeeId: string; departmentId: string }) =>
  person.id !== of.employeeId && (reviewsEverything(person) || isHeadOf(person, of.departmentId));

/** The employee sees what was sent to them, and no draft. `edition`: how often it was sent. */
export const isSentTo = (person: Person, card: { employeeId: string; edition: number }) =>
  person.id === card.employeeId && card.edition > 0;
