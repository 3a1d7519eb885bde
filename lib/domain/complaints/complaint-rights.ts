import type { Person } from '@/lib/domain/employees/employee';
import {
  headlessDepartmentsOf,
  isHeadOf,
  reviewsEverything,
  seesEveryCard,
  standsInForDirector,
} from '@/lib/domain/employees/permissions';
import type { ComplaintAct, ComplaintState } from './complaint';

type Of = { departmentId: string; ownerId: string | null; takenDownBy: string };

const isOwner = (person: Person, { ownerId }: Of) =>
  ownerId !== null && (ownerId === person.id || person.substitutesFor.includes(ownerId));

/** SA-3: the head of the department concerned, or who stands in (CS-9). */
const answersFor = (person: Person, departmentId: string) =>
  isHeadOf(person, departmentId) ||
  headlessDepartmentsOf(person).some((absent) => absent.departmentId === departmentId);

/**
 * The department whose work caused it, whoever took it down, and everybody who sees every card (CO-3); and who stands in for
 * somebody whom it goes to (CS-9).
 */
export const maySeeComplaint = (person: Person, complaint: Of) =>
  seesEveryCard(person) ||
  isOwner(person, complaint) ||
  complaint.departmentId === person.departmentId ||
  complaint.takenDownBy === person.id ||
  answersFor(person, complaint.departmentId) ||
  standsInForDirector(person);

/**
 * SA-3: who may be given what a complaint asks of somebody: whoever answers for it, the department whose work caused it, and
 * management. Another department is given the complaint itself.
 */
export const mayBeGivenComplaintWork = (person: Person, complaint: Of) =>
  complaint.ownerId === person.id ||
  complaint.departmentId === person.departmentId ||
  reviewsEverything(person);

/** SA-3: whoever answers for it, the head of the department concerned, and management; or who stands in (CS-9). */
const maySettleComplaint = (person: Person, complaint: Of) =>
  isOwner(person, complaint) ||
  answersFor(person, complaint.departmentId) ||
  reviewsEverything(person) ||
  standsInForDirector(person);

/** CO-3: the client department makes the second call and says whether the client is content, or management does. */
const mayCallAfterComplaint = (person: Person) =>
  person.departmentKind === 'client' || reviewsEverything(person);

/** SA-3: a client who is unhappy after the closing tells the client department, which reopens the complaint with their words. */
const mayReopenComplaint = (person: Person, complaint: Of & { state: ComplaintState }) =>
  maySettleComplaint(person, complaint) || (complaint.state === 'closed' && mayCallAfterComplaint(person));

/** CO-3: that no second call is made is not for the head whose department caused it to say. */
const mayCloseComplaint = (person: Person, complaint: Of) =>
  mayCallAfterComplaint(person) && !answersFor(person, complaint.departmentId);

/** Who may do what with a complaint, in whatever state lets it be done. */
export const mayActOnComplaint: Record<
  ComplaintAct,
  (person: Person, complaint: Of & { state: ComplaintState }) => boolean
> = {
  take: maySettleComplaint,
  assign: maySettleComplaint,
  move: maySettleComplaint,
  postpone: maySettleComplaint,
  answer: maySettleComplaint,
  call: mayCallAfterComplaint,
  close: mayCloseComplaint,
  reopen: mayReopenComplaint,
};
