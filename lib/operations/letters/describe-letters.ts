import type { LetterRow } from '@/db/letters';
import type { Person } from '@/lib/domain/employees/employee';
import { isStuckLetter } from '@/lib/domain/letters/letter';
import { mayResolveLetter } from '@/lib/domain/letters/letter-rights';
import type { LetterStateView } from '@/lib/domain/letters/letter-state';

/** How the sending of a letter stands, for this person. */
export function describeLetterState(person: Person, letter: LetterRow): LetterStateView {
  const { id, state, to, sentAt, problem } = letter;
  const mayResolve = isStuckLetter(state) && mayResolveLetter(person, letter);
  return { id, state, to, sentAt, problem, mayResolve };
}
