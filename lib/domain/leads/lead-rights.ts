import type { Person } from '@/lib/domain/employees/employee';
import { isHeadOf, reviewsEverything, seesEveryCard } from '@/lib/domain/employees/permissions';
import { isResponsible, type Responsibility } from '@/lib/domain/reactions/next-reaction-rights';

/** Leads are declined by the people of the sales department they lie with. */
export const mayDeclineLead = (person: Person, departmentId: string) => person.departmentId === departmentId;

/** They are accepted by the same people, and by whomever one was escalated to. */
export const mayAcceptLead = (person: Person, departmentId: string, next: Responsibility) =>
  person.departmentId === departmentId || isEscalatedTo(person, next);

/** IN-11: who may end a lead that nobody accepted, or give it to somebody. */
export const maySettleUnaccepted = (person: Person, next: Responsibility) =>
  isHeadOf(person, next.responsibleDepartmentId) || isEscalatedTo(person, next) || reviewsEverything(person);

/** Anyone who sees every card may watch. */
export const maySeeLeads = (person: Person) =>
  person.departmentKind === 'sales' || seesEveryCard(person) || reviewsEverything(person);

/** Who sees leads at all, and to whom this one was escalated. */
export const maySeeLead = (person: Person, next: Responsibility) =>
  maySeeLeads(person) || isEscalatedTo(person, next);

/** Only escalation names a person before the lead is accepted; their substitute stands in for them (CS-9). */
const isEscalatedTo = (person: Person, next: Responsibility) =>
  next.responsibleEmployeeId !== null && isResponsible(person, next);
