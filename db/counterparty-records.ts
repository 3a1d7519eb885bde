import { and, count, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { cardListTables, cardRecordTables } from './counterparty-merges';
import type { Db } from './store';

type CardTable = SQLiteTable & { counterpartyId: SQLiteColumn };

const addedTables = [
  'counterpartyEmails',
  'counterpartyContacts',
  'counterpartyProducts',
  'counterpartyValues',
] as const;

/** How many rows of a card were made together with it. */
export type MadeWithCard = Partial<Record<(typeof addedTables)[number], number>>;

/**
 * Those of the cards on which something hangs: an appeal, a reaction, a call, a purchase, a file, a letter, what was added to
 * them beside what they were made with.
 */
export async function listCounterpartiesInUse(
  db: Db,
  ids: readonly string[],
  madeWith: ReadonlyMap<string, MadeWithCard>,
): Promise<Set<string>> {
  const inUse = new Set<string>();
  if (ids.length === 0) return inUse;
  for (const name of [...cardRecordTables, 'reactions'] as const) {
    const of = db.t[name as (typeof cardRecordTables)[number]] as unknown as CardTable;
    const found = await db.q
      .selectDistinct({ id: of.counterpartyId })
      .from(of)
      .where(inArray(of.counterpartyId, [...ids]));
    for (const { id } of found) inUse.add(id as string);
  }
  for (const name of addedTables) {
    const of = db.t[name];
    const found = await db.q
      .select({ id: of.counterpartyId, rows: count() })
      .from(of)
      .where(inArray(of.counterpartyId, [...ids]))
      .groupBy(of.counterpartyId);
    for (const { id, rows } of found) if (rows > (madeWith.get(id)?.[name] ?? 0)) inUse.add(id);
  }
  const conversations = await listOpenConversations(db);
  for (const id of ids) if (conversations.some((text) => text.includes(id))) inUse.add(id);
  return inUse;
}

/** The states of the conversations that go on or wait to be finished, as text. */
async function listOpenConversations(db: Db): Promise<string[]> {
  const { calls, callScriptRuns: runs } = db.t;
  const open = db.q
    .select({ id: calls.id })
    .from(calls)
    .where(or(isNull(calls.endedAt), and(isNotNull(calls.unfinishedSince), isNull(calls.finishedAt))));
  const found = await db.q
    .select({ snapshot: runs.snapshot })
    .from(runs)
    .where(and(inArray(runs.callId, open), eq(runs.status, 'active')));
  return found.map(({ snapshot }) => JSON.stringify(snapshot));
}

/** Deletes cards with all that they are made of, and their history; nothing may hang on them. */
export async function deleteCounterparties(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { counterparties, counterpartyWords, counterpartyPairs: pairs, changes } = db.t;
  for (const name of cardListTables) {
    const of = db.t[name] as unknown as CardTable;
    await db.q.delete(of).where(inArray(of.counterpartyId, [...ids]));
  }
  await db.q.delete(counterpartyWords).where(inArray(counterpartyWords.counterpartyId, [...ids]));
  await db.q.delete(pairs).where(or(inArray(pairs.oneId, [...ids]), inArray(pairs.otherId, [...ids])));
  await db.q.delete(changes).where(and(eq(changes.noun, 'counterparty'), inArray(changes.nounId, [...ids])));
  await db.q.delete(counterparties).where(inArray(counterparties.id, [...ids]));
}
