import { desc, eq } from 'drizzle-orm';
import type { Db } from './store';

const mostCalls = 10;

/** Numbers of ours that the last calls of a party, or those a person led, went over; the latest first. */
export async function listLastLines(
  db: Db,
  of: { callerE164: string } | { ownerId: string },
): Promise<string[]> {
  const { calls } = db.t;
  const rows = await db.q
    .select({ calledNumber: calls.calledNumber })
    .from(calls)
    .where('callerE164' in of ? eq(calls.callerE164, of.callerE164) : eq(calls.ownerId, of.ownerId))
    .orderBy(desc(calls.arrivedAt))
    .limit(mostCalls);
  return rows.map(({ calledNumber }) => calledNumber);
}
