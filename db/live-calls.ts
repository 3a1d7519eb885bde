import { and, asc, eq, gt, gte, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { CallRow } from './calls';
import type { Db } from './store';

/** Whose open calls: those a department has, those an employee leads, or all. */
export type LiveScope = { departmentId?: string; employeeId?: string };

/** A place in the order of a list: a time (epoch ms), then the id. */
type Place = { at: number; id: string };
type LivePage = { scope: LiveScope; after?: Place; limit: number };

/** Open calls whose employee waits for help, whoever waits longest first. */
export async function listCallsAskingForHelp(db: Db, page: LivePage): Promise<CallRow[]> {
  const { calls } = db.t;
  return list(db, page, calls.helpAskedAt, isNotNull(calls.helpAskedAt));
}

/** The other open calls, the oldest first. */
export async function listOtherLiveCalls(db: Db, page: LivePage): Promise<CallRow[]> {
  const { calls } = db.t;
  return list(db, page, calls.arrivedAt, isNull(calls.helpAskedAt));
}

async function list(
  db: Db,
  { scope, after, limit }: LivePage,
  at: SQLiteColumn,
  which: SQL,
): Promise<CallRow[]> {
  const { calls } = db.t;
  return db.q
    .select()
    .from(calls)
    .where(
      and(
        isNull(calls.endedAt),
        which,
        isWithin(db, scope),
        after && and(gte(at, after.at), or(gt(at, after.at), gt(calls.id, after.id))),
      ),
    )
    .orderBy(asc(at), asc(calls.id))
    .limit(limit);
}

export async function countLiveCalls(db: Db, scope: LiveScope): Promise<{ all: number; help: number }> {
  const { calls } = db.t;
  const count = async (which?: SQL) => {
    const [row] = await db.q
      .select({ count: sql<number>`count(*)`.mapWith(Number) })
      .from(calls)
      .where(and(isNull(calls.endedAt), which, isWithin(db, scope)));
    return row?.count ?? 0;
  };
  return { all: await count(), help: await count(isNotNull(calls.helpAskedAt)) };
}

/** No index leads by the employee: the open calls, of which there are few, are walked in the order of the list. */
const isWithin = ({ t: { calls } }: Db, { departmentId, employeeId }: LiveScope) =>
  and(
    departmentId === undefined ? undefined : eq(calls.departmentId, departmentId),
    employeeId === undefined ? undefined : sql`coalesce(${calls.claimedBy}, '') = ${employeeId}`,
  );
