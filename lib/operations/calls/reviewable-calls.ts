import { listCallsByIds } from '@/db/calls';
import type { Db } from '@/db/store';
import type { Person } from '@/lib/domain/employees/employee';
import { describeJournal } from './describe-journal';

/** Which of some calls the person may review: only those are shown as a way to the call. Ids may repeat or be null. */
export async function reviewableCalls(
  db: Db,
  person: Person,
  callIds: readonly (string | null)[],
): Promise<ReadonlySet<string>> {
  const ids = [...new Set(callIds.filter((id) => id !== null))];
  if (ids.length === 0) return new Set();
  const rows = await describeJournal(db, person, await listCallsByIds(db, ids));
  return new Set(rows.filter(({ mayReview }) => mayReview).map(({ id }) => id));
}
