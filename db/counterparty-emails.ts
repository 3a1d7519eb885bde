import { and, asc, eq, gte, inArray, isNotNull, isNull, lt } from 'drizzle-orm';
import type { CardScope } from '@/lib/domain/counterparties/card-scope';
import { isWithinScope } from './counterparty-scope';
import { insertMany } from './insert-many';
import { endOfPrefix } from './prefix';
import type { Db } from './store';

export type CounterpartyEmailRow = Db['t']['counterpartyEmails']['$inferSelect'];

export async function insertCounterpartyEmails(db: Db, rows: CounterpartyEmailRow[]): Promise<void> {
  await insertMany(db, db.t.counterpartyEmails, rows);
}

/** Those of the counterparty itself, or those of its contact persons. */
export async function deleteCounterpartyEmails(
  db: Db,
  counterpartyId: string,
  of: 'counterparty' | 'contacts',
): Promise<void> {
  const emails = db.t.counterpartyEmails;
  await db.q
    .delete(emails)
    .where(
      and(
        eq(emails.counterpartyId, counterpartyId),
        of === 'counterparty' ? isNull(emails.contactId) : isNotNull(emails.contactId),
      ),
    );
}

export async function deleteEmailsByIds(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const emails = db.t.counterpartyEmails;
  await db.q.delete(emails).where(inArray(emails.id, [...ids]));
}

/** With those of contact persons. */
export async function listEmailsOfCounterparties(
  db: Db,
  counterpartyIds: readonly string[],
): Promise<CounterpartyEmailRow[]> {
  if (counterpartyIds.length === 0) return [];
  const emails = db.t.counterpartyEmails;
  return db.q
    .select()
    .from(emails)
    .where(inArray(emails.counterpartyId, [...counterpartyIds]))
    .orderBy(asc(emails.counterpartyId), asc(emails.position));
}

/** Ids of the cards within the scope that have one of these addresses, in small letters. */
export async function findCounterpartiesOfEmails(
  db: Db,
  addressesNorm: readonly string[],
  scope: CardScope,
  limit: number,
): Promise<string[]> {
  if (addressesNorm.length === 0) return [];
  const emails = db.t.counterpartyEmails;
  const rows = await db.q
    .select({ counterpartyId: emails.counterpartyId })
    .from(emails)
    .where(
      and(inArray(emails.addressNorm, [...addressesNorm]), isWithinScope(db, scope, emails.counterpartyId)),
    )
    .limit(limit);
  return [...new Set(rows.map((row) => row.counterpartyId))];
}

/** Ids of the cards within the scope with an address that begins so, in small letters. */
export async function findCounterpartiesByEmail(
  db: Db,
  beginning: string,
  scope: CardScope,
  limit: number,
): Promise<string[]> {
  const emails = db.t.counterpartyEmails;
  const rows = await db.q
    .select({ counterpartyId: emails.counterpartyId })
    .from(emails)
    .where(
      and(
        gte(emails.addressNorm, beginning),
        lt(emails.addressNorm, endOfPrefix(beginning)),
        isWithinScope(db, scope, emails.counterpartyId),
      ),
    )
    .orderBy(asc(emails.addressNorm), asc(emails.counterpartyId))
    .limit(limit);
  return [...new Set(rows.map((row) => row.counterpartyId))];
}
