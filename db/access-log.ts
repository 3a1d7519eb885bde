import { and, desc, eq, lt, lte, or } from 'drizzle-orm';
import type { Db } from './store';

export type AccessRow = Db['t']['accessLog']['$inferSelect'];

/** What the same person has on record already within the same span stays as it was first written. */
export async function insertAccesses(db: Db, rows: AccessRow[]): Promise<void> {
  if (rows.length > 0) await db.q.insert(db.t.accessLog).values(rows).onConflictDoNothing();
}

/** Newest first. */
export async function listAccesses(
  db: Db,
  filter: {
    employeeId?: string;
    counterpartyId?: string;
    after?: { at: number; id: string };
    limit: number;
  },
): Promise<AccessRow[]> {
  const t = db.t.accessLog;
  const { employeeId, counterpartyId, after } = filter;
  return db.q
    .select()
    .from(t)
    .where(
      and(
        employeeId === undefined ? undefined : eq(t.employeeId, employeeId),
        counterpartyId === undefined ? undefined : eq(t.counterpartyId, counterpartyId),
        after ? and(lte(t.at, after.at), or(lt(t.at, after.at), lt(t.id, after.id))) : undefined,
      ),
    )
    .orderBy(desc(t.at), desc(t.id))
    .limit(filter.limit);
}

export async function deleteAccessesBefore(db: Db, at: number): Promise<void> {
  await db.q.delete(db.t.accessLog).where(lt(db.t.accessLog.at, at));
}
