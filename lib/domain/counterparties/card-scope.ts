import type { Person } from '@/lib/domain/employees/employee';
import { seesEveryCard } from '@/lib/domain/employees/permissions';

/** Whose cards a person may see: all, or those of their own and their department's work (CS-10). */
export type CardScope = 'all' | { departmentId: string; employeeIds: string[] };

/** CS-10; with the cards of whoever they stand in for (CS-9). */
export function cardScopeOf(person: Person): CardScope {
  if (seesEveryCard(person)) return 'all';
  return { departmentId: person.departmentId, employeeIds: [person.id, ...person.substitutesFor] };
}
