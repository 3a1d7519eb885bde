import type { Person } from '@/lib/domain/employees/employee';
import { has, mayOpenDraftOf, mayReadJournal, reviewsEverything } from '@/lib/domain/employees/permissions';

type Reviewed = {
  owner: { id: string; departmentId: string } | null;
  handOverDepartmentId: string | null;
  /** Who took the hand-over. */
  takenBy: string | null;
  /** The conversation is over, so that its draft has become records. */
  isFinished: boolean;
};

/** Every call comes in at the client department; heads of the others read those handed over to their own. */
export function readsWholeJournal(person: Person): boolean {
  return person.departmentKind === 'client' || reviewsEverything(person);
}

/**
 * A conversation that still goes on is its owner's (IN-6); once it is finished, or when there was none, the client
 * department reads it, and so do the person who took it over, that person's head, and its owner wherever they work.
 */
export function mayReviewCall(
  person: Person,
  { owner, handOverDepartmentId, takenBy, isFinished }: Reviewed,
): boolean {
  if (takenBy === person.id) return true;
  if (owner?.id === person.id && isFinished) return true;
  if (!mayReadJournal(person)) return false;
  if (owner && mayOpenDraftOf(person, owner.id, owner.departmentId)) return true;
  if (has(person, 'head') && handOverDepartmentId === person.departmentId) return true;
  return readsWholeJournal(person) && (owner === null || isFinished);
}
