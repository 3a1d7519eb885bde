import type { Person } from '@/lib/domain/employees/employee';
import { reviewsEverything, seesEveryCard } from '@/lib/domain/employees/permissions';

/** Leads are taken by the people of the sales department they lie with; anyone who sees every card may watch. */
export const mayAcceptLeads = (person: Person, departmentId: string) => person.departmentId === departmentId;

export const maySeeLeads = (person: Person) =>
  person.departmentKind === 'sales' || seesEveryCard(person) || reviewsEverything(person);
