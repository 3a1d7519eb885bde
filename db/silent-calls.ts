import { and, asc, desc, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import type { CallRow } from './calls';
import type { Db } from './store';

/**
 * Open calls of which the line told nothing and which nobody looked up since then; and claims that wait for their room and
 * were not looked up at this moment yet. Those not looked up for the longest time come first.
 */
export async function listSilentCalls(
  db: Db,
  { since, now }: { since: number; now: number },
  limit: number,
): Promise<CallRow[]> {
  const calls = db.t.calls;
  const isLookedUpBefore = (at: number) => or(isNull(calls.reconciledAt), lt(calls.reconciledAt, at));
  return db.q
    .select()
    .from(calls)
    .where(
      and(
        isNull(calls.endedAt),
        or(
          and(eq(calls.phase, 'claimed'), isNull(calls.conferenceSid), isLookedUpBefore(now)),
          and(lt(calls.lastEventAt, since), isLookedUpBefore(since)),
        ),
      ),
    )
    .orderBy(sql`coalesce(${calls.reconciledAt}, 0)`, asc(calls.arrivedAt), asc(calls.id))
    .limit(limit);
}

/** When the latest inbound call arrived, epoch ms; null before any has. */
export async function findLastInboundArrival(db: Db): Promise<number | null> {
  const calls = db.t.calls;
  const [row] = await db.q
    .select({ arrivedAt: calls.arrivedAt })
    .from(calls)
    .where(eq(calls.direction, 'inbound'))
    .orderBy(desc(calls.arrivedAt), desc(calls.id))
    .limit(1);
  return row?.arrivedAt ?? null;
}

/** Which of these calls of the provider are kept here. */
export async function listKnownCallSids(db: Db, callSids: readonly string[]): Promise<Set<string>> {
  if (callSids.length === 0) return new Set();
  const { callSid } = db.t.calls;
  const rows = await db.q
    .select({ callSid })
    .from(db.t.calls)
    .where(inArray(callSid, [...callSids]));
  return new Set(rows.map((row) => row.callSid));
}
