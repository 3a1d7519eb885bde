import { and, eq, exists, inArray, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { insertMany } from './insert-many';
import { isAmong } from './is-among';
import type { Db } from './store';

export type CounterpartyProduct = { counterpartyId: string; projectId: string };

/** Each takes its place in lists from its card, which is there already. */
export async function insertCounterpartyProducts(
  db: Db,
  products: readonly CounterpartyProduct[],
): Promise<void> {
  if (products.length === 0) return;
  const { counterparties: cards, counterpartyProducts } = db.t;
  const cardIds = [...new Set(products.map(({ counterpartyId }) => counterpartyId))];
  const places = await db.q
    .select({ id: cards.id, sortKey: cards.sortKey, updatedAt: cards.updatedAt })
    .from(cards)
    .where(isAmong(db, cards.id, cardIds));
  const placeOf = new Map(places.map(({ id, ...place }) => [id, place]));
  const rows = products.map(({ counterpartyId, projectId }) => ({
    counterpartyId,
    projectId,
    ...placeOf.get(counterpartyId),
  }));
  await insertMany(db, counterpartyProducts, rows, { skipsKnown: true });
}

/** The products of a card follow it to another place in lists. */
export async function updateProductPlaces(
  db: Db,
  counterpartyId: string,
  { sortKey, updatedAt }: { sortKey?: string; updatedAt?: number },
): Promise<void> {
  if (sortKey === undefined && updatedAt === undefined) return;
  const products = db.t.counterpartyProducts;
  await db.q.update(products).set({ sortKey, updatedAt }).where(eq(products.counterpartyId, counterpartyId));
}

export async function deleteCounterpartyProducts(db: Db, counterpartyId: string): Promise<void> {
  const products = db.t.counterpartyProducts;
  await db.q.delete(products).where(eq(products.counterpartyId, counterpartyId));
}

export async function deleteCounterpartyProduct(
  db: Db,
  { counterpartyId, projectId }: CounterpartyProduct,
): Promise<void> {
  const products = db.t.counterpartyProducts;
  await db.q
    .delete(products)
    .where(and(eq(products.counterpartyId, counterpartyId), eq(products.projectId, projectId)));
}

/** That the counterparty of a row has the product; asked row by row, so that the rows keep the order of their own index. */
export function hasProduct(db: Db, counterpartyId: SQLiteColumn, projectId: string): SQL {
  const products = db.t.counterpartyProducts;
  return exists(
    db.q
      .select({ id: products.counterpartyId })
      .from(products)
      .where(and(eq(products.counterpartyId, counterpartyId), eq(products.projectId, projectId))),
  );
}

/** Ids of projects. */
export async function listProductsOfCounterparty(db: Db, counterpartyId: string): Promise<string[]> {
  const products = db.t.counterpartyProducts;
  const rows = await db.q
    .select({ projectId: products.projectId })
    .from(products)
    .where(eq(products.counterpartyId, counterpartyId));
  return rows.map((row) => row.projectId);
}

export async function listProductsOfCounterparties(
  db: Db,
  counterpartyIds: readonly string[],
): Promise<CounterpartyProduct[]> {
  if (counterpartyIds.length === 0) return [];
  const products = db.t.counterpartyProducts;
  return db.q
    .select({ counterpartyId: products.counterpartyId, projectId: products.projectId })
    .from(products)
    .where(inArray(products.counterpartyId, [...counterpartyIds]));
}
