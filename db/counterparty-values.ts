import { and, eq, inArray } from 'drizzle-orm';
import { insertMany } from './insert-many';
import type { Db } from './store';

export type CounterpartyValueRow = Db['t']['counterpartyValues']['$inferSelect'];

export async function insertCounterpartyValues(db: Db, rows: CounterpartyValueRow[]): Promise<void> {
  await insertMany(db, db.t.counterpartyValues, rows);
}

/** Those of the given fields. */
export async function deleteCounterpartyValues(
  db: Db,
  counterpartyId: string,
  fieldIds: readonly string[],
): Promise<void> {
  if (fieldIds.length === 0) return;
  const values = db.t.counterpartyValues;
  await db.q
    .delete(values)
    .where(and(eq(values.counterpartyId, counterpartyId), inArray(values.fieldId, [...fieldIds])));
}

export async function listCounterpartyValues(
  db: Db,
  counterpartyId: string,
): Promise<CounterpartyValueRow[]> {
  const values = db.t.counterpartyValues;
  return db.q.select().from(values).where(eq(values.counterpartyId, counterpartyId));
}

export async function listValuesOfCounterparties(
  db: Db,
  counterpartyIds: readonly string[],
): Promise<CounterpartyValueRow[]> {
  if (counterpartyIds.length === 0) return [];
  const values = db.t.counterpartyValues;
  return db.q
    .select()
    .from(values)
    .where(inArray(values.counterpartyId, [...counterpartyIds]));
}
