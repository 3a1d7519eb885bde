import { and, asc, eq, isNull } from 'drizzle-orm';
import { inTimeOrder, type PageAfter } from './in-time-order';
import { locked } from './lock';
import type { Db } from './store';

export type ErasureRow = Db['t']['erasures']['$inferSelect'];
export type ErasureEntryRow = Db['t']['erasureEntries']['$inferSelect'];

export async function insertErasure(db: Db, row: ErasureRow): Promise<void> {
  await db.q.insert(db.t.erasures).values(row);
}

export async function getErasure(db: Db, id: string): Promise<ErasureRow | null> {
  const [row] = await db.q.select().from(db.t.erasures).where(eq(db.t.erasures.id, id));
  return row ?? null;
}

/** Nobody else goes on with it until the transaction ends. */
export async function getErasureLocked(db: Db, id: string): Promise<ErasureRow | null> {
  const [row] = await locked(db, db.q.select().from(db.t.erasures).where(eq(db.t.erasures.id, id)));
  return row ?? null;
}

/** Whether it was still at that step of that state, so that the change was made. */
export async function updateErasure(
  db: Db,
  found: Pick<ErasureRow, 'id' | 'state' | 'step'>,
  change: Partial<Omit<ErasureRow, 'id'>>,
): Promise<boolean> {
  const t = db.t.erasures;
  const changed = await db.q
    .update(t)
    .set(change)
    .where(and(eq(t.id, found.id), eq(t.state, found.state), eq(t.step, found.step)))
    .returning({ id: t.id });
  return changed.length > 0;
}

/** Those not finished, the oldest first. */
export async function listOpenErasures(db: Db): Promise<ErasureRow[]> {
  const t = db.t.erasures;
  return db.q.select().from(t).where(isNull(t.finishedAt)).orderBy(asc(t.createdAt), asc(t.id));
}

/** Newest first. */
export async function listErasures(db: Db, { after, limit }: PageAfter): Promise<ErasureRow[]> {
  const t = db.t.erasures;
  const order = inTimeOrder(t.createdAt, t.id, 'newest', after);
  return db.q
    .select()
    .from(t)
    .where(order.after)
    .orderBy(...order.by)
    .limit(limit);
}

export async function insertErasureEntry(db: Db, row: Omit<ErasureEntryRow, 'id'>): Promise<void> {
  await db.q.insert(db.t.erasureEntries).values(row);
}

/** The log of one erasure in its order. */
export async function listErasureEntries(db: Db, erasureId: string): Promise<ErasureEntryRow[]> {
  const t = db.t.erasureEntries;
  return db.q.select().from(t).where(eq(t.erasureId, erasureId)).orderBy(asc(t.id));
}
