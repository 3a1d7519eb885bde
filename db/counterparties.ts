import { and, asc, eq, gt, gte, inArray, or, sql } from 'drizzle-orm';
import type { CardScope } from '@/lib/domain/counterparties/card-scope';
import type { CounterpartyStatus } from '@/lib/domain/counterparties/counterparty';
import { isWithinScope } from './counterparty-scope';
import { locked } from './lock';
import type { Db } from './store';

export type CounterpartyRow = Db['t']['counterparties']['$inferSelect'];

export async function insertCounterparties(db: Db, rows: CounterpartyRow[]): Promise<void> {
  if (rows.length > 0) await db.q.insert(db.t.counterparties).values(rows);
}

export async function getCounterparty(db: Db, id: string): Promise<CounterpartyRow | null> {
  const [row] = await db.q.select().from(db.t.counterparties).where(eq(db.t.counterparties.id, id));
  return row ?? null;
}

/** For a change: nobody else changes the row until the transaction ends. */
export async function getCounterpartyLocked(db: Db, id: string): Promise<CounterpartyRow | null> {
  const [row] = await locked(
    db,
    db.q.select().from(db.t.counterparties).where(eq(db.t.counterparties.id, id)),
  );
  return row ?? null;
}

export async function listCounterpartiesByIds(db: Db, ids: readonly string[]): Promise<CounterpartyRow[]> {
  if (ids.length === 0) return [];
  return db.q
    .select()
    .from(db.t.counterparties)
    .where(inArray(db.t.counterparties.id, [...ids]));
}

export async function updateCounterparty(
  db: Db,
  id: string,
  change: Partial<Omit<CounterpartyRow, 'id'>>,
): Promise<void> {
  await db.q.update(db.t.counterparties).set(change).where(eq(db.t.counterparties.id, id));
}

/** Ids of the cards within the scope that have this very INN. */
export async function findCounterpartiesOfInn(
  db: Db,
  inn: string,
  scope: CardScope,
  limit: number,
): Promise<string[]> {
  const cards = db.t.counterparties;
  const rows = await db.q
    .select({ id: cards.id })
    .from(cards)
    .where(and(eq(cards.inn, inn), sql`${cards.inn} <> ''`, isWithinScope(db, scope, cards.id)))
    .orderBy(asc(cards.id))
    .limit(limit);
  return rows.map((row) => row.id);
}

/** In the order of a directory. */
export async function listCounterparties(
  db: Db,
  query: {
    scope: CardScope;
    status?: CounterpartyStatus;
    after?: { sortKey: string; id: string };
    limit: number;
  },
): Promise<CounterpartyRow[]> {
  const cards = db.t.counterparties;
  const { after } = query;
  return db.q
    .select()
    .from(cards)
    .where(
      and(
        query.status && eq(cards.status, query.status),
        after &&
          and(
            gte(cards.sortKey, after.sortKey),
            or(gt(cards.sortKey, after.sortKey), gt(cards.id, after.id)),
          ),
        isWithinScope(db, query.scope, cards.id),
      ),
    )
    .orderBy(asc(cards.sortKey), asc(cards.id))
    .limit(query.limit);
}

/** Those of the given cards that the scope covers. */
export async function listVisibleCounterparties(
  db: Db,
  scope: CardScope,
  ids: readonly string[],
): Promise<CounterpartyRow[]> {
  if (ids.length === 0) return [];
  const cards = db.t.counterparties;
  return db.q
    .select()
    .from(cards)
    .where(and(inArray(cards.id, [...ids]), isWithinScope(db, scope, cards.id)));
}
