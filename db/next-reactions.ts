import {
  and,
  asc,
  desc,
  eq,
  exists,
  gt,
  gte,
  inArray,
  isNull,
  lt,
  ne,
  notExists,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
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

export type OpenNextReactionFilter = {
  /** Those of these people; of this department, of nobody there yet if asked; neither: all. */
  employeeIds?: string[];
  departmentId?: string;
  /** Without a person, and no lead that waits in the lead inbox. */
  isUnassigned?: boolean;
  isComplaint?: boolean;
  dueFrom?: number;
  dueBefore?: number;
};

/** What is still to be done, soonest first. */
export async function listOpenNextReactions(
  db: Db,
  query: OpenNextReactionFilter & { after?: { dueAt: number; id: string }; limit: number },
): Promise<NextReactionRow[]> {
  const next = db.t.nextReactions;
  const { after } = query;
  return db.q
    .select()
    .from(next)
    .where(
      and(
        ...isOpenAnd(db, query),
        after && and(gte(next.dueAt, after.dueAt), or(gt(next.dueAt, after.dueAt), gt(next.id, after.id))),
      ),
    )
    .orderBy(asc(next.dueAt), asc(next.id))
    .limit(query.limit);
}

/** Counted up to `most`: a work list needs no more exact a figure. */
export async function countOpenNextReactions(
  db: Db,
  query: OpenNextReactionFilter,
  most: number,
): Promise<number> {
  const next = db.t.nextReactions;
  const some = db.q
    .select({ id: next.id })
    .from(next)
    .where(and(...isOpenAnd(db, query)))
    .limit(most)
    .as('some');
  const [row] = await db.q.select({ count: sql<number>`count(*)`.mapWith(Number) }).from(some);
  return row!.count;
}

function isOpenAnd(db: Db, filter: OpenNextReactionFilter): (SQL | undefined)[] {
  const next = db.t.nextReactions;
  return [
    isNull(next.endedAt),
    filter.employeeIds && inArray(next.responsibleEmployeeId, filter.employeeIds),
    filter.departmentId ? eq(next.responsibleDepartmentId, filter.departmentId) : undefined,
    ...(filter.isUnassigned ? [isNull(next.responsibleEmployeeId), isNoWaitingLead(db)] : []),
    filter.isComplaint === undefined
      ? undefined
      : filter.isComplaint
        ? eq(next.kind, 'complaint')
        : ne(next.kind, 'complaint'),
    filter.dueFrom === undefined ? undefined : gte(next.dueAt, filter.dueFrom),
    filter.dueBefore === undefined ? undefined : lt(next.dueAt, filter.dueBefore),
  ];
}

function isNoWaitingLead(db: Db): SQL {
  const { nextReactions: next, leads } = db.t;
  return notExists(
    db.q
      .select({ id: leads.id })
      .from(leads)
      .where(and(eq(leads.nextReactionId, next.id), isNull(leads.acceptedAt), isNull(leads.endedAt))),
  );
}

/**
 * What is still to be done and was to be done within less than `withinMs` of the beginning of its clock, the latest due
 * first.
 */
export async function listUrgentNextReactions(
  db: Db,
  query: OpenNextReactionFilter & { withinMs: number; limit: number },
): Promise<NextReactionRow[]> {
  const next = db.t.nextReactions;
  return db.q
    .select()
    .from(next)
    .where(and(...isOpenAnd(db, query), lt(sql`${next.dueAt} - ${next.startedAt}`, query.withinMs)))
    .orderBy(desc(next.dueAt), desc(next.id))
    .limit(query.limit);
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
