import { and, desc, eq, lt, lte, or } from 'drizzle-orm';
import type { Db } from './store';

export type AccessRow = Db['t']['accessLog']['$inferSelect'];

/**
 * What the same person has on record already within the same span stays as it was first written. Returns the rows that are
 * new.
 */
export async function insertAccesses(db: Db, rows: AccessRow[]): Promise<AccessRow[]> {
  if (rows.length === 0) return [];
  const { accessLog } = db.t;
  const inserted = await db.q
    .insert(accessLog)
    .values(rows)
    .onConflictDoNothing()
    .returning({ id: accessLog.id });
  const ids = new Set(inserted.map(({ id }) => id));
  return rows.filter(({ id }) => ids.has(id));
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
