import type { Person } from '@/lib/domain/employees/employee';
import { isHeadOf, reviewsEverything, seesEveryCard } from '@/lib/domain/employees/permissions';

type Of = { departmentId: string; ownerId: string | null; takenDownBy: string };

const isOwner = (person: Person, { ownerId }: Of) =>
  ownerId !== null && (ownerId === person.id || person.substitutesFor.includes(ownerId));

/** The department whose work caused it, whoever took it down, and everybody who sees every card (CO-3). */
export const maySeeComplaint = (person: Person, complaint: Of) =>
  seesEveryCard(person) ||
  isOwner(person, complaint) ||
  complaint.departmentId === person.departmentId ||
  complaint.takenDownBy === person.id;

/** SA-3: whoever answers for it, the head of the department concerned, and management. */
export const maySettleComplaint = (person: Person, complaint: Of) =>
  isOwner(person, complaint) || isHeadOf(person, complaint.departmentId) || reviewsEverything(person);

/** CO-3: the client department makes the second call and says whether the client is content, or management does. */
export const mayCallAfterComplaint = (person: Person) =>
  person.departmentKind === 'client' || reviewsEverything(person);
