import { and, asc, eq, gte, inArray, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm';
import type { CardScope } from '@/lib/domain/counterparties/card-scope';
import { isWithinScope } from './counterparty-scope';
import { insertMany } from './insert-many';
import { isAmong } from './is-among';
import { endOfPrefix } from './prefix';
import type { Db } from './store';

export type CounterpartyPhoneRow = Db['t']['counterpartyPhones']['$inferSelect'];

export async function insertCounterpartyPhones(db: Db, rows: CounterpartyPhoneRow[]): Promise<void> {
  await insertMany(db, db.t.counterpartyPhones, rows);
}

/** Those of the counterparty itself, or those of its contact persons. */
export async function deleteCounterpartyPhones(
  db: Db,
  counterpartyId: string,
  of: 'counterparty' | 'contacts',
): Promise<void> {
  const phones = db.t.counterpartyPhones;
  await db.q
    .delete(phones)
    .where(
      and(
        eq(phones.counterpartyId, counterpartyId),
        of === 'counterparty' ? isNull(phones.contactId) : isNotNull(phones.contactId),
      ),
    );
}

export async function deletePhonesByIds(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const phones = db.t.counterpartyPhones;
  await db.q.delete(phones).where(inArray(phones.id, [...ids]));
}

/** The counterparty's own first, then those of contact persons. */
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
    .orderBy(
      asc(phones.counterpartyId),
      sql`case when ${phones.contactId} is null then 0 else 1 end`,
      asc(phones.position),
    );
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
    .where(isAmong(db, phones.e164, e164s))
    .limit(limit);
}

/** Ids of the cards within the scope that have this very number. */
export async function findCounterpartiesOfPhone(
  db: Db,
  e164: string,
  scope: CardScope,
  limit: number,
): Promise<string[]> {
  return counterpartiesWhere(db, [eq(db.t.counterpartyPhones.e164, e164)], scope, limit);
}

/** Ids of the cards within the scope with a phone that ends with these digits, given from the last to the first. */
export async function findCounterpartiesByPhoneEnding(
  db: Db,
  digitsReversed: string,
  scope: CardScope,
  limit: number,
): Promise<string[]> {
  const reversed = db.t.counterpartyPhones.digitsReversed;
  const endsSo = [gte(reversed, digitsReversed), lt(reversed, endOfPrefix(digitsReversed))];
  return counterpartiesWhere(db, endsSo, scope, limit);
}

/** Ids of the cards within the scope with a number that begins so; `beginning` is E.164 with its plus. */
export async function findCounterpartiesByPhoneBeginning(
  db: Db,
  beginning: string,
  scope: CardScope,
  limit: number,
): Promise<string[]> {
  const { e164 } = db.t.counterpartyPhones;
  return counterpartiesWhere(db, [gte(e164, beginning), lt(e164, endOfPrefix(beginning))], scope, limit);
}

/**
 * Ids of the cards within the scope with a number that begins in one of these ways, each looked up by the index; there are as
 * many ways as dialling codes.
 */
export async function findCounterpartiesByPhoneBeginnings(
  db: Db,
  beginnings: readonly string[],
  scope: CardScope,
  limit: number,
): Promise<string[]> {
  const phones = db.t.counterpartyPhones;
  const json = JSON.stringify(beginnings);
  const ways =
    db.dialect === 'sqlite'
      ? sql`json_each(${json}) as beginning`
      : sql`json_array_elements_text(${json}::json) as beginning(value)`;
  const end = sql`beginning.value || ${endOfPrefix('')}`;
  const rows = await db.q
    .select({ counterpartyId: phones.counterpartyId })
    .from(ways)
    .crossJoin(phones)
    .where(
      and(
        sql`${phones.e164} >= beginning.value`,
        sql`${phones.e164} < ${end}`,
        isWithinScope(db, scope, phones.counterpartyId),
      ),
    )
    .limit(limit * 2);
  return [...new Set(rows.map((row) => row.counterpartyId))].slice(0, limit);
}

async function counterpartiesWhere(
  db: Db,
  conditions: SQL[],
  scope: CardScope,
  limit: number,
): Promise<string[]> {
  const phones = db.t.counterpartyPhones;
  const rows = await db.q
    .selectDistinct({ counterpartyId: phones.counterpartyId })
    .from(phones)
    .where(and(...conditions, isWithinScope(db, scope, phones.counterpartyId)))
    .orderBy(asc(phones.counterpartyId))
    .limit(limit);
  return rows.map((row) => row.counterpartyId);
}
