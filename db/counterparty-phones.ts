import { and, asc, eq, gte, inArray, lt } from 'drizzle-orm';
import { endOfPrefix } from './prefix';
import type { Db } from './store';

export type CounterpartyPhoneRow = Db['t']['counterpartyPhones']['$inferSelect'];

export async function insertCounterpartyPhones(db: Db, rows: CounterpartyPhoneRow[]): Promise<void> {
  if (rows.length > 0) await db.q.insert(db.t.counterpartyPhones).values(rows);
}

export async function deleteCounterpartyPhones(db: Db, counterpartyId: string): Promise<void> {
  await db.q
    .delete(db.t.counterpartyPhones)
    .where(eq(db.t.counterpartyPhones.counterpartyId, counterpartyId));
}

export async function listPhonesOfCounterparties(
  db: Db,
  counterpartyIds: readonly string[],
): Promise<CounterpartyPhoneRow[]> {
  if (counterpartyIds.length === 0) return [];
  const phones = db.t.counterpartyPhones;
  return db.q
    .select()
    .from(phones)
    .where(inArray(phones.counterpartyId, [...counterpartyIds]))
    .orderBy(asc(phones.counterpartyId), asc(phones.position));
}

export async function findPhones(
  db: Db,
  e164s: readonly string[],
  limit = 200,
): Promise<CounterpartyPhoneRow[]> {
  if (e164s.length === 0) return [];
  const phones = db.t.counterpartyPhones;
  return db.q
    .select()
    .from(phones)
    .where(inArray(phones.e164, [...e164s]))
    .limit(limit);
}

/** Phones that end with these digits, given from the last to the first. */
export async function findPhonesByEnding(
  db: Db,
  digitsReversed: string,
  limit: number,
): Promise<CounterpartyPhoneRow[]> {
  const phones = db.t.counterpartyPhones;
  return db.q
    .select()
    .from(phones)
    .where(
      and(gte(phones.digitsReversed, digitsReversed), lt(phones.digitsReversed, endOfPrefix(digitsReversed))),
    )
    .limit(limit);
}
