import { and, asc, eq, inArray, isNull, ne } from 'drizzle-orm';
import { inTimeOrder, type PageAfter } from './in-time-order';
import { locked } from './lock';
import type { Db } from './store';

export type PurchaseRow = Db['t']['purchases']['$inferSelect'];

export async function insertPurchase(db: Db, row: PurchaseRow): Promise<void> {
  await db.q.insert(db.t.purchases).values(row);
}

/** For a change: nobody else changes the row until the transaction ends. */
export async function getPurchaseLocked(db: Db, id: string): Promise<PurchaseRow | null> {
  const { purchases } = db.t;
  const [row] = await locked(db, db.q.select().from(purchases).where(eq(purchases.id, id)));
  return row ?? null;
}

export async function updatePurchase(
  db: Db,
  id: string,
  change: Partial<Omit<PurchaseRow, 'id'>>,
): Promise<void> {
  await db.q.update(db.t.purchases).set(change).where(eq(db.t.purchases.id, id));
}

/** Newest first, without the removed ones. */
export async function listPurchases(
  db: Db,
  query: { counterpartyId: string } & PageAfter,
): Promise<PurchaseRow[]> {
  const { purchases } = db.t;
  const { after } = query;
  const order = inTimeOrder(purchases.happenedAt, purchases.id, 'newest', after);
  return db.q
    .select()
    .from(purchases)
    .where(and(eq(purchases.counterpartyId, query.counterpartyId), isNull(purchases.removedAt), order.after))
    .orderBy(...order.by)
    .limit(query.limit);
}

/** These, also the removed ones, the oldest first. */
export async function listPurchasesByIds(db: Db, ids: readonly string[]): Promise<PurchaseRow[]> {
  if (ids.length === 0) return [];
  const { purchases } = db.t;
  return db.q
    .select()
    .from(purchases)
    .where(inArray(purchases.id, [...ids]))
    .orderBy(asc(purchases.happenedAt), asc(purchases.id));
}

/** All of some counterparties, without the removed ones. */
export async function listPurchasesOfCounterparties(db: Db, ids: readonly string[]): Promise<PurchaseRow[]> {
  if (ids.length === 0) return [];
  const { purchases } = db.t;
  return db.q
    .select()
    .from(purchases)
    .where(and(inArray(purchases.counterpartyId, [...ids]), isNull(purchases.removedAt)));
}

/** Whether the counterparty has a purchase beside this one, of that product when one is given. */
export async function hasOtherPurchase(
  db: Db,
  counterpartyId: string,
  id: string,
  projectId?: string,
): Promise<boolean> {
  const { purchases } = db.t;
  const rows = await db.q
    .select({ id: purchases.id })
    .from(purchases)
    .where(
      and(
        eq(purchases.counterpartyId, counterpartyId),
        isNull(purchases.removedAt),
        ne(purchases.id, id),
        projectId === undefined ? undefined : eq(purchases.projectId, projectId),
      ),
    )
    .limit(1);
  return rows.length > 0;
}
