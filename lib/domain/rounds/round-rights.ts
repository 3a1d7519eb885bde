import type { Person } from '@/lib/domain/employees/employee';
import { allows, type RightsHolder } from '@/lib/domain/employees/permission';
import { isHeadOf, reviewsEverything } from '@/lib/domain/employees/permissions';

/** Whose rounds a person calls: their own, and those of people whose work they do meanwhile (CS-9). */
export const roundsOf = (person: Person): string[] => [person.id, ...person.substitutesFor];

/** SA-1: the client department calls; management sees what came of it. */
export const maySeeRounds = (person: RightsHolder) =>
  person.departmentKind === 'client' || allows(person, 'reviewEverything');

/** The head of the client department and those who review everything see and settle everybody's. */
export const maySeeEveryRound = (person: Person) =>
  reviewsEverything(person) || (person.departmentKind === 'client' && isHeadOf(person, person.departmentId));

/** SA-1: whose client it is, who stands in for them (CS-9), and who sees everybody’s. */
export const maySettleRound = (person: Person, { managerId }: { managerId: string }) =>
  roundsOf(person).includes(managerId) || maySeeEveryRound(person);

/** Who says whose client somebody is. */
export const mayAssignClients = maySeeEveryRound;
