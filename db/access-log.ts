import { and, eq, lt } from 'drizzle-orm';
import { inTimeOrder, type PageAfter } from './in-time-order';
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
  } & PageAfter,
): Promise<AccessRow[]> {
  const t = db.t.accessLog;
  const { employeeId, counterpartyId, after } = filter;
  const order = inTimeOrder(t.at, t.id, 'newest', after);
  return db.q
    .select()
    .from(t)
    .where(
      and(
        employeeId === undefined ? undefined : eq(t.employeeId, employeeId),
        counterpartyId === undefined ? undefined : eq(t.counterpartyId, counterpartyId),
        order.after,
      ),
    )
    .orderBy(...order.by)
    .limit(filter.limit);
}

export async function deleteAccessesBefore(db: Db, at: number): Promise<void> {
  await db.q.delete(db.t.accessLog).where(lt(db.t.accessLog.at, at));
}
