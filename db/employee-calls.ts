import { and, asc, desc, eq, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { CallRow } from './calls';
import { prepared } from './prepared';
import type { Db } from './store';

/** Open calls a person has taken, is asked for advice on, or supervises. */
export async function listOpenCallsOf(db: Db, employeeId: string): Promise<CallRow[]> {
  const calls = db.t.calls;
  return db.q
    .select()
    .from(calls)
    .where(isOpenAnd(calls, [calls.claimedBy, calls.consultedId, calls.supervisedBy], employeeId));
}

/** Open calls that a person passed on, and that come back to them when nobody takes them; the oldest first. */
export async function listCallsPassedOnBy(db: Db, employeeId: string): Promise<CallRow[]> {
  const calls = db.t.calls;
  return db.q
    .select()
    .from(calls)
    .where(isOpenAnd(calls, [calls.passedOnBy], employeeId))
    .orderBy(asc(calls.arrivedAt), asc(calls.id))
    .limit(20);
}

/** Open calls a person talks on, is asked for advice on, supervises, or leads the conversation of while it is handed over; oldest first. */
export async function listCallsHeldBy(db: Db, employeeId: string): Promise<CallRow[]> {
  const calls = db.t.calls;
  return db.q
    .select()
    .from(calls)
    .where(
      isOpenAnd(calls, [calls.claimedBy, calls.consultedId, calls.supervisedBy, calls.ownerId], employeeId),
    )
    .orderBy(asc(calls.arrivedAt), asc(calls.id))
    .limit(20);
}

/** Open calls in one of whose columns the person stands. Each branch names the openness: SQLite finds each by an index of open calls. */
const isOpenAnd = (calls: Db['t']['calls'], columns: SQLiteColumn[], employeeId: string) =>
  or(...columns.map((column) => and(isNull(calls.endedAt), eq(column, employeeId))));

/** IN-6: ended calls whose conversation a person has still to finish; oldest first. */
export async function listUnfinishedCallsOf(db: Db, employeeId: string, limit = 20): Promise<CallRow[]> {
  const calls = db.t.calls;
  const select = prepared(db, 'listUnfinishedCallsOf', () =>
    db.q
      .select()
      .from(calls)
      .where(
        and(
          isNotNull(calls.unfinishedSince),
          isNull(calls.finishedAt),
          eq(calls.ownerId, sql.placeholder('employeeId')),
        ),
      )
      .orderBy(asc(calls.unfinishedSince), asc(calls.id))
      .limit(sql.placeholder('limit')),
  );
  return select.execute({ employeeId, limit });
}

/** The calls a person led or took last; newest first. */
export async function listLastCallsOf(db: Db, employeeId: string, limit: number): Promise<CallRow[]> {
  const calls = db.t.calls;
  const select = prepared(db, 'listLastCallsOf', () =>
    db.q
      .select()
      .from(calls)
      .where(and(isNotNull(calls.endedAt), eq(calls.ownerId, sql.placeholder('employeeId'))))
      .orderBy(desc(calls.arrivedAt), desc(calls.id))
      .limit(sql.placeholder('limit')),
  );
  return select.execute({ employeeId, limit });
}
