import { and, asc, desc, eq, exists, inArray, isNull, or } from 'drizzle-orm';
import { locked } from './lock';
import type { Db } from './store';

export type NextReactionRow = Db['t']['nextReactions']['$inferSelect'];
export type NextReactionChangeRow = Db['t']['nextReactionChanges']['$inferSelect'];

export async function insertNextReactions(db: Db, rows: NextReactionRow[]): Promise<void> {
  if (rows.length > 0) await db.q.insert(db.t.nextReactions).values(rows);
}

export async function getNextReaction(db: Db, id: string): Promise<NextReactionRow | null> {
  const [row] = await db.q.select().from(db.t.nextReactions).where(eq(db.t.nextReactions.id, id));
  return row ?? null;
}

/** For a change: nobody else changes the row until the transaction ends. */
export async function getNextReactionLocked(db: Db, id: string): Promise<NextReactionRow | null> {
  const [row] = await locked(db, db.q.select().from(db.t.nextReactions).where(eq(db.t.nextReactions.id, id)));
  return row ?? null;
}

export async function updateNextReaction(
  db: Db,
  id: string,
  change: Partial<Omit<NextReactionRow, 'id'>>,
): Promise<void> {
  await db.q.update(db.t.nextReactions).set(change).where(eq(db.t.nextReactions.id, id));
}

export async function deleteNextReactions(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const next = db.t.nextReactions;
  await db.q.delete(next).where(inArray(next.id, [...ids]));
}

export async function listNextReactionsOfAppeals(
  db: Db,
  appealIds: readonly string[],
  state: 'open' | 'all',
): Promise<NextReactionRow[]> {
  if (appealIds.length === 0) return [];
  const next = db.t.nextReactions;
  return db.q
    .select()
    .from(next)
    .where(and(inArray(next.appealId, [...appealIds]), state === 'open' ? isNull(next.endedAt) : undefined))
    .orderBy(asc(next.dueAt), asc(next.id));
}

/** Those of an appeal that were closed without being fulfilled, the one closed last first. */
export async function listClosedNextReactionsOfAppeal(
  db: Db,
  appealId: string,
  limit: number,
): Promise<NextReactionRow[]> {
  const next = db.t.nextReactions;
  return db.q
    .select()
    .from(next)
    .where(and(eq(next.appealId, appealId), eq(next.outcome, 'closed')))
    .orderBy(desc(next.endedAt), desc(next.id))
    .limit(limit);
}

export async function listNextReactionsOfReactions(
  db: Db,
  reactionIds: readonly string[],
): Promise<NextReactionRow[]> {
  if (reactionIds.length === 0) return [];
  const next = db.t.nextReactions;
  return db.q
    .select()
    .from(next)
    .where(inArray(next.reactionId, [...reactionIds]))
    .orderBy(asc(next.dueAt), asc(next.id));
}

export async function listNextReactionsByIds(db: Db, ids: readonly string[]): Promise<NextReactionRow[]> {
  if (ids.length === 0) return [];
  return db.q
    .select()
    .from(db.t.nextReactions)
    .where(inArray(db.t.nextReactions.id, [...ids]));
}

export async function insertNextReactionChange(db: Db, row: NextReactionChangeRow): Promise<void> {
  await db.q.insert(db.t.nextReactionChanges).values(row);
}

/** Oldest first. */
export async function listNextReactionChanges(
  db: Db,
  nextReactionIds: readonly string[],
): Promise<NextReactionChangeRow[]> {
  if (nextReactionIds.length === 0) return [];
  const changes = db.t.nextReactionChanges;
  return db.q
    .select()
    .from(changes)
    .where(inArray(changes.nextReactionId, [...nextReactionIds]))
    .orderBy(asc(changes.at), asc(changes.id));
}

/** Missed calls of this number, or of what else the line told of the caller, that nobody has answered for yet. */
export async function listOpenMissedCalls(
  db: Db,
  { callerE164, callerText }: { callerE164: string | null; callerText: string },
): Promise<NextReactionRow[]> {
  const { nextReactions: next, calls } = db.t;
  const isOfCaller =
    callerE164 === null
      ? and(
          isNull(next.callerE164),
          exists(
            db.q
              .select({ id: calls.id })
              .from(calls)
              .where(and(eq(calls.id, next.callId), eq(calls.callerText, callerText))),
          ),
        )
      : eq(next.callerE164, callerE164);
  return db.q
    .select()
    .from(next)
    .where(and(isOfCaller, eq(next.kind, 'missedCall'), isNull(next.endedAt)));
}

/** The next reaction a missed call left or joined. */
export async function findMissedCall(db: Db, callId: string): Promise<NextReactionRow | null> {
  const { nextReactions: next, calls } = db.t;
  const joined = db.q.select({ id: calls.missedReactionId }).from(calls).where(eq(calls.id, callId));
  const [row] = await db.q
    .select()
    .from(next)
    .where(and(or(eq(next.callId, callId), inArray(next.id, joined)), eq(next.kind, 'missedCall')));
  return row ?? null;
}
