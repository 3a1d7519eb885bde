import { asc, eq, inArray } from 'drizzle-orm';
import type { Db } from './store';

export type CounterpartyContactRow = Db['t']['counterpartyContacts']['$inferSelect'];

export async function insertCounterpartyContacts(db: Db, rows: CounterpartyContactRow[]): Promise<void> {
  if (rows.length > 0) await db.q.insert(db.t.counterpartyContacts).values(rows);
}

export async function deleteCounterpartyContacts(db: Db, counterpartyId: string): Promise<void> {
  const contacts = db.t.counterpartyContacts;
  await db.q.delete(contacts).where(eq(contacts.counterpartyId, counterpartyId));
}

export async function listContactsOfCounterparties(
  db: Db,
  counterpartyIds: readonly string[],
): Promise<CounterpartyContactRow[]> {
  if (counterpartyIds.length === 0) return [];
  const contacts = db.t.counterpartyContacts;
  return db.q
    .select()
    .from(contacts)
    .where(inArray(contacts.counterpartyId, [...counterpartyIds]))
    .orderBy(asc(contacts.counterpartyId), asc(contacts.position));
}
