import { and, gte, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import type { CallRow } from './calls';
import { inTimeOrder, type PageAfter } from './in-time-order';
import type { NextReactionRow } from './next-reactions';
import type { Db } from './store';

/** Missed callers: those still to be answered for, the longest waiting first; or those who were, the newest first. */
export async function listMissedCallers(
  db: Db,
  {
    show,
    from,
    until,
    after,
    limit,
  }: {
    show: 'open' | 'settled';
    from?: number;
    /** The moment after the last one. */
    until?: number;
  } & PageAfter,
): Promise<NextReactionRow[]> {
  const next = db.t.nextReactions;
  const isOpen = show === 'open';
  const order = inTimeOrder(next.createdAt, next.id, isOpen ? 'oldest' : 'newest', after);
  return (
    db.q
      .select()
      .from(next)
      // The kind stands in the statement itself: only then does an index of missed calls alone serve it.
      .where(
        and(
          sql`${next.kind} = 'missedCall'`,
          isOpen ? isNull(next.endedAt) : isNotNull(next.endedAt),
          from === undefined ? undefined : gte(next.createdAt, from),
          until === undefined ? undefined : lt(next.createdAt, until),
          order.after,
        ),
      )
      .orderBy(...order.by)
      .limit(limit)
  );
}

type Missed = Pick<NextReactionRow, 'id' | 'callId'>;

/** The calls that missed callers' next reactions stand for, by the reactions' ids, the first one first. */
export async function listMissedCalls(db: Db, rows: readonly Missed[]): Promise<Map<string, CallRow[]>> {
  const { calls } = db.t;
  const found = new Map<string, CallRow[]>();
  if (rows.length === 0) return found;
  const firstIds = rows.flatMap(({ callId }) => callId ?? []);
  const ids = rows.map(({ id }) => id);
  const joined = await db.q.select().from(calls).where(inArray(calls.missedReactionId, ids));
  const first = await db.q.select().from(calls).where(inArray(calls.id, firstIds));
  for (const { id, callId } of rows) {
    const ofCaller = joined.filter((call) => call.missedReactionId === id);
    const earliest = first.filter((call) => call.id === callId && call.missedReactionId !== id);
    found.set(
      id,
      [...earliest, ...ofCaller].sort((one, other) => one.arrivedAt - other.arrivedAt),
    );
  }
  return found;
}
