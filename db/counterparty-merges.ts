import { and, desc, eq, getTableColumns, gt, gte, inArray, isNull } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { isAmong } from './is-among';
import { locked } from './lock';
import type { Db } from './store';

export type CounterpartyMergeRow = Db['t']['counterpartyMerges']['$inferSelect'];

/** What a card is made of beside its row: each belongs to one card and is put back row by row. */
export const cardListTables = [
  'counterpartyPhones',
  'counterpartyEmails',
  'counterpartyContacts',
  'counterpartyProducts',
  'counterpartyValues',
  'contracts',
] as const;
export type CardListTable = (typeof cardListTables)[number];

/** What hangs on a card and goes on living: each has an id and moves as it is. */
export const cardRecordTables = [
  'appeals',
  'nextReactions',
  'calls',
  'purchases',
  'attachments',
  'letters',
  'folders',
  'documents',
  'rounds',
  'complaints',
] as const;
export type CardRecordTable = (typeof cardRecordTables)[number];

type CardTable = SQLiteTable & { counterpartyId: SQLiteColumn };
type RecordTable = CardTable & { id: SQLiteColumn };

const tableOf = (db: Db, name: CardListTable) => db.t[name] as unknown as CardTable;
const recordsOf = (db: Db, name: CardRecordTable) => db.t[name] as unknown as RecordTable;

const mostIds = 500;

export async function insertMerge(db: Db, row: CounterpartyMergeRow): Promise<void> {
  await db.q.insert(db.t.counterpartyMerges).values(row);
}

/** For a change: nobody else changes the row until the transaction ends. */
export async function getMergeLocked(db: Db, id: string): Promise<CounterpartyMergeRow | null> {
  const merges = db.t.counterpartyMerges;
  const [row] = await locked(db, db.q.select().from(merges).where(eq(merges.id, id)));
  return row ?? null;
}

export async function updateMergeUndone(
  db: Db,
  id: string,
  change: { undoneAt: number; undoneBy: string },
): Promise<void> {
  const merges = db.t.counterpartyMerges;
  await db.q.update(merges).set(change).where(eq(merges.id, id));
}

/** An earlier merge that left the card at that version finds it at another one now. */
export async function updateMergeVersion(
  db: Db,
  survivorId: string,
  from: number,
  to: number,
): Promise<void> {
  const merges = db.t.counterpartyMerges;
  await db.q
    .update(merges)
    .set({ survivorVersion: to })
    .where(and(eq(merges.survivorId, survivorId), isNull(merges.undoneAt), eq(merges.survivorVersion, from)));
}

/** What was merged into a card and not undone, the latest first. */
export async function listMergesInto(
  db: Db,
  survivorId: string,
  limit: number,
): Promise<Omit<CounterpartyMergeRow, 'before' | 'moved'>[]> {
  const merges = db.t.counterpartyMerges;
  const { before: _, moved: __, ...columns } = getTableColumns(merges);
  return db.q
    .select(columns)
    .from(merges)
    .where(and(eq(merges.survivorId, survivorId), isNull(merges.undoneAt)))
    .orderBy(desc(merges.mergedAt), desc(merges.id))
    .limit(limit);
}

/**
 * On which card each purchase of these cards lay at an instant (epoch ms): of those alone that a merge, also of several one after
 * another, took along since then.
 */
export async function listFormerCardsOfPurchases(
  db: Db,
  cardIds: readonly string[],
  at: number,
): Promise<Map<string, string>> {
  const { counterpartyMerges: merges } = db.t;
  const found: Pick<CounterpartyMergeRow, 'id' | 'mergedId' | 'mergedAt' | 'moved'>[] = [];
  for (let survivors = [...cardIds]; survivors.length > 0; ) {
    const since = await db.q
      .select({ id: merges.id, mergedId: merges.mergedId, mergedAt: merges.mergedAt, moved: merges.moved })
      .from(merges)
      .where(
        and(isAmong(db, merges.survivorId, survivors), gt(merges.mergedAt, at), isNull(merges.undoneAt)),
      );
    found.push(...since);
    survivors = since.map(({ mergedId }) => mergedId);
  }
  found.sort((one, other) => one.mergedAt - other.mergedAt || (one.id < other.id ? -1 : 1));
  const cards = new Map<string, string>();
  for (const { mergedId, moved } of found) {
    for (const id of moved.purchases ?? []) if (!cards.has(id)) cards.set(id, mergedId);
  }
  return cards;
}

/** Ids of the cards that became this one, also by way of another, the latest first; no more than `most`. */
export async function listMergedIds(db: Db, survivorId: string, most: number): Promise<string[]> {
  const ids: string[] = [];
  const open = [survivorId];
  for (let id = open.shift(); id !== undefined && ids.length < most; id = open.shift()) {
    for (const { mergedId } of await listMergesInto(db, id, most - ids.length)) {
      ids.push(mergedId);
      open.push(mergedId);
    }
  }
  return ids;
}

/** All rows of one list of a card. */
export async function listCardRows(
  db: Db,
  table: CardListTable,
  counterpartyId: string,
): Promise<Record<string, unknown>[]> {
  const of = tableOf(db, table);
  return db.q.select().from(of).where(eq(of.counterpartyId, counterpartyId));
}

/** Replaces one list of a card by these rows. */
export async function updateCardRows(
  db: Db,
  table: CardListTable,
  counterpartyId: string,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const of = tableOf(db, table);
  await db.q.delete(of).where(eq(of.counterpartyId, counterpartyId));
  if (rows.length > 0) await db.q.insert(of).values(rows as never);
}

/** Moves everything of a kind from one card to another; returns its ids. */
export async function updateRecordsMoved(
  db: Db,
  table: CardRecordTable,
  from: string,
  to: string,
): Promise<string[]> {
  const of = recordsOf(db, table);
  const moved = await db.q
    .update(of)
    .set({ counterpartyId: to } as never)
    .where(eq(of.counterpartyId, from))
    .returning({ id: of.id });
  return moved.map((row) => row.id as string).sort();
}

/** Moves the given ones of a kind back. */
export async function updateRecordsMovedBack(
  db: Db,
  table: CardRecordTable,
  ids: readonly string[],
  to: string,
): Promise<void> {
  const of = recordsOf(db, table);
  for (const some of chunks(ids)) {
    await db.q
      .update(of)
      .set({ counterpartyId: to } as never)
      .where(inArray(of.id, some));
  }
}

/** Reactions are where their appeal is. */
export async function updateReactionsMoved(db: Db, from: string, to: string): Promise<void> {
  const { reactions } = db.t;
  await db.q.update(reactions).set({ counterpartyId: to }).where(eq(reactions.counterpartyId, from));
}

/**
 * Takes what hangs on these appeals along to the card: also what was written since they were moved (epoch ms), with the calls
 * it was written of, and the complaints and letters that came of it.
 */
export async function updateWithAppeals(
  db: Db,
  appealIds: readonly string[],
  to: string,
  since: number,
): Promise<void> {
  const { reactions, nextReactions, attachments, calls, complaints, letters } = db.t;
  for (const some of chunks(appealIds)) {
    await db.q.update(reactions).set({ counterpartyId: to }).where(inArray(reactions.appealId, some));
    await db.q.update(nextReactions).set({ counterpartyId: to }).where(inArray(nextReactions.appealId, some));
    await db.q.update(attachments).set({ counterpartyId: to }).where(inArray(attachments.appealId, some));
    const written = db.q
      .select({ id: reactions.id })
      .from(reactions)
      .where(inArray(reactions.appealId, some));
    await db.q.update(complaints).set({ counterpartyId: to }).where(inArray(complaints.reactionId, written));
    await db.q.update(letters).set({ counterpartyId: to }).where(inArray(letters.reactionId, written));
    const ofCalls = db.q
      .select({ id: reactions.callId })
      .from(reactions)
      .where(and(inArray(reactions.appealId, some), gte(reactions.createdAt, since)));
    await db.q.update(calls).set({ counterpartyId: to }).where(inArray(calls.id, ofCalls));
  }
}

function* chunks(ids: readonly string[]): Generator<string[]> {
  for (let at = 0; at < ids.length; at += mostIds) yield ids.slice(at, at + mostIds);
}
