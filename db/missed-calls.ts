import { asc, eq } from 'drizzle-orm';
import type { Db } from './store';

/** The calls a missed caller's next reaction stands for, the first one first. */
export async function listMissedCallIds(
  db: Db,
  { id, callId }: { id: string; callId: string | null },
): Promise<string[]> {
  const { calls } = db.t;
  const rows = await db.q
    .select({ id: calls.id })
    .from(calls)
    .where(eq(calls.missedReactionId, id))
    .orderBy(asc(calls.arrivedAt), asc(calls.id));
  const ids = rows.map((row) => row.id);
  return callId === null || ids.includes(callId) ? ids : [callId, ...ids];
}
