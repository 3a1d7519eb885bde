import { insertFeed } from '@/db/feed';
import type { Db } from '@/db/store';

/** Open live streams of the ended sessions hear of it once the transaction commits. */
export async function tellSessionsEnded(
  db: Db,
  sessionIds: readonly string[],
  employeeId: string,
  now: number,
): Promise<void> {
  const news = sessionIds.map((nounId) => ({ noun: 'session', nounId, departmentId: null, employeeId }));
  await insertFeed(db, now, news);
}
