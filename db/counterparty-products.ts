import { and, eq, exists, inArray, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { insertMany } from './insert-many';
import type { Db } from './store';

export type CounterpartyProductRow = Db['t']['counterpartyProducts']['$inferSelect'];

export async function insertCounterpartyProducts(db: Db, rows: CounterpartyProductRow[]): Promise<void> {
  await insertMany(db, db.t.counterpartyProducts, rows, { skipsKnown: true });
}

export async function deleteCounterpartyProducts(db: Db, counterpartyId: string): Promise<void> {
  const products = db.t.counterpartyProducts;
  await db.q.delete(products).where(eq(products.counterpartyId, counterpartyId));
}

export async function deleteCounterpartyProduct(
  db: Db,
  { counterpartyId, projectId }: CounterpartyProductRow,
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
): Promise<CounterpartyProductRow[]> {
  if (counterpartyIds.length === 0) return [];
  const products = db.t.counterpartyProducts;
  return db.q
    .select()
    .from(products)
    .where(inArray(products.counterpartyId, [...counterpartyIds]));
}
