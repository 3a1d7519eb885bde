import { and, eq, isNull, or } from 'drizzle-orm';
import { inTimeOrder, type PageAfter } from './in-time-order';
import type { Db } from './store';

export type CounterpartyPairRow = Db['t']['counterpartyPairs']['$inferSelect'];

/** A pair that is known keeps what was said about it. */
export async function insertPair(db: Db, row: CounterpartyPairRow): Promise<void> {
  const pairs = db.t.counterpartyPairs;
  await db.q
    .insert(pairs)
    .values(row)
    .onConflictDoUpdate({ target: [pairs.oneId, pairs.otherId], set: { likeness: row.likeness } });
}

export async function getPair(db: Db, id: string): Promise<CounterpartyPairRow | null> {
  const pairs = db.t.counterpartyPairs;
  const [row] = await db.q.select().from(pairs).where(eq(pairs.id, id));
  return row ?? null;
}

export async function updatePair(
  db: Db,
  id: string,
  change: Partial<Omit<CounterpartyPairRow, 'id'>>,
): Promise<void> {
  await db.q.update(db.t.counterpartyPairs).set(change).where(eq(db.t.counterpartyPairs.id, id));
}

/** The pairs of a card are settled by a merge. */
export async function updatePairsMerged(db: Db, counterpartyId: string, mergeId: string): Promise<void> {
  const pairs = db.t.counterpartyPairs;
  await db.q
    .update(pairs)
    .set({ mergeId })
    .where(
      and(or(eq(pairs.oneId, counterpartyId), eq(pairs.otherId, counterpartyId)), isNull(pairs.mergeId)),
    );
}

export async function updatePairsUnmerged(db: Db, mergeId: string): Promise<void> {
  const pairs = db.t.counterpartyPairs;
  await db.q.update(pairs).set({ mergeId: null }).where(eq(pairs.mergeId, mergeId));
}

/** Those nobody said anything about, the latest found first. */
export async function listOpenPairs(db: Db, query: PageAfter): Promise<CounterpartyPairRow[]> {
  const pairs = db.t.counterpartyPairs;
  const { after } = query;
  const order = inTimeOrder(pairs.foundAt, pairs.id, 'newest', after);
  return db.q
    .select()
    .from(pairs)
    .where(and(isNull(pairs.dismissedAt), isNull(pairs.mergeId), order.after))
    .orderBy(...order.by)
    .limit(query.limit);
}
