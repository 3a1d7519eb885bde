import { countOpenNextReactions, type OpenNextReactionFilter } from '@/db/open-next-reactions';
import type { Db } from '@/db/store';
import { hourMs } from '@/lib/domain/duration';
import type { Person } from '@/lib/domain/employees/employee';

/** More are shown as «99+». */
export const mostWaiting = 100;

/** What is due within this time, or was, waits for somebody now. */
export const waitsFromMs = hourMs;

/**
 * The next reactions whose turn it is the person's: their own, those of absent people they stand in for (CS-9), and what
 * nobody of their department has yet. A lead that nobody accepted waits in the lead inbox instead.
 */
export const turnOf = (person: Person): OpenNextReactionFilter[] => [
  { employeeIds: [person.id, ...person.substitutesFor] },
  { departmentId: person.departmentId, isUnassigned: true },
];

/** How many of them are overdue or due within the hour, counted to 100; the filters must not overlap. */
export async function countWaiting(
  db: Db,
  filters: readonly OpenNextReactionFilter[],
  now: number,
): Promise<number> {
  let count = 0;
  for (const filter of filters) {
    const waiting = { ...filter, dueBefore: now + waitsFromMs };
    count += await countOpenNextReactions(db, waiting, mostWaiting - count);
    if (count >= mostWaiting) break;
  }
  return count;
}
