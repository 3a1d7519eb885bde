import { asc, eq, gt, inArray } from 'drizzle-orm';
import { insertMany } from './insert-many';
import type { Db } from './store';

export type CounterpartyContactRow = Db['t']['counterpartyContacts']['$inferSelect'];

export async function insertCounterpartyContacts(db: Db, rows: CounterpartyContactRow[]): Promise<void> {
  await insertMany(db, db.t.counterpartyContacts, rows);
}

export async function deleteCounterpartyContacts(db: Db, counterpartyId: string): Promise<void> {
  const contacts = db.t.counterpartyContacts;
  await db.q.delete(contacts).where(eq(contacts.counterpartyId, counterpartyId));
}

export async function deleteContactsByIds(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const contacts = db.t.counterpartyContacts;
  await db.q.delete(contacts).where(inArray(contacts.id, [...ids]));
}

export async function updateContactBirthday(db: Db, id: string, birthday: string): Promise<void> {
  const contacts = db.t.counterpartyContacts;
  await db.q.update(contacts).set({ birthday }).where(eq(contacts.id, id));
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

/** Contact persons of any cards in the order of their ids, from that one on. */
export async function listContactsAfter(
  db: Db,
  after: string,
  limit: number,
): Promise<CounterpartyContactRow[]> {
  const contacts = db.t.counterpartyContacts;
  return db.q.select().from(contacts).where(gt(contacts.id, after)).orderBy(asc(contacts.id)).limit(limit);
}
