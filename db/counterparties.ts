import { and, asc, eq, getTableColumns, gt, gte, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import type { CardScope } from '@/lib/domain/counterparties/card-scope';
import type { CounterpartyStatus } from '@/lib/domain/counterparties/counterparty';
import { updateProductPlaces } from './counterparty-products';
import { isWithinScope } from './counterparty-scope';
import { inTimeOrder } from './in-time-order';
import { insertMany } from './insert-many';
import { isAmong } from './is-among';
import { locked } from './lock';
import { endOfPrefix } from './prefix';
import type { Db } from './store';

export type CounterpartyRow = Db['t']['counterparties']['$inferSelect'];

export async function insertCounterparties(
  db: Db,
  rows: Db['t']['counterparties']['$inferInsert'][],
): Promise<void> {
  await insertMany(db, db.t.counterparties, rows);
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
  await updateProductPlaces(db, id, change);
}

/** The card, or the one that it was merged into. */
export async function getSurvivor(db: Db, id: string): Promise<CounterpartyRow | null> {
  let card = await getCounterparty(db, id);
  while (card?.mergedInto) card = await getCounterparty(db, card.mergedInto);
  return card;
}

/** The same for a change: nobody else changes the row until the transaction ends. */
export async function getSurvivorLocked(db: Db, id: string): Promise<CounterpartyRow | null> {
  let card = await getCounterpartyLocked(db, id);
  while (card?.mergedInto) card = await getCounterpartyLocked(db, card.mergedInto);
  return card;
}

/** The cards that were changed after a moment, the longest ago first. */
export async function listChangedCounterparties(
  db: Db,
  after: { updatedAt: number; id: string },
  limit: number,
): Promise<CounterpartyRow[]> {
  const cards = db.t.counterparties;
  return db.q
    .select()
    .from(cards)
    .where(
      and(
        gte(cards.updatedAt, after.updatedAt),
        or(gt(cards.updatedAt, after.updatedAt), gt(cards.id, after.id)),
      ),
    )
    .orderBy(asc(cards.updatedAt), asc(cards.id))
    .limit(limit);
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
    .where(
      and(
        eq(cards.inn, inn),
        sql`${cards.inn} <> ''`,
        isNull(cards.mergedInto),
        isWithinScope(db, scope, cards.id),
      ),
    )
    .orderBy(asc(cards.id))
    .limit(limit);
  return rows.map((row) => row.id);
}

/** Cards with one of these INNs, or whose name, as searches compare it, is one of these. */
export async function findCounterpartiesToMatch(
  db: Db,
  { inns, namesNorm }: { inns: readonly string[]; namesNorm: readonly string[] },
  limit: number,
): Promise<CounterpartyRow[]> {
  const cards = db.t.counterparties;
  const byInn =
    inns.length === 0
      ? []
      : await db.q
          .select()
          .from(cards)
          .where(and(isAmong(db, cards.inn, inns), sql`${cards.inn} <> ''`, isNull(cards.mergedInto)))
          .limit(limit);
  if (namesNorm.length === 0) return byInn;
  const byName = await db.q
    .select()
    .from(cards)
    .where(and(isAmong(db, cards.nameNorm, namesNorm), isNull(cards.mergedInto)))
    .limit(limit);
  return [...byInn, ...byName];
}

/** In the order of a directory, or of when they were changed last. */
export async function listCounterparties(
  db: Db,
  query: {
    scope: CardScope;
    status?: CounterpartyStatus;
    city?: string;
    category?: string;
    assignedTo?: string;
    /** Of a product they have. */
    projectId?: string;
    by?: 'sortKey' | 'updatedAt';
    isBackwards?: boolean;
    after?: { at: string | number; id: string };
    limit: number;
  },
): Promise<CounterpartyRow[]> {
  const { counterparties: cards, counterpartyProducts: products } = db.t;
  const { by = 'sortKey', projectId } = query;
  const [at, id] = projectId ? [products[by], products.counterpartyId] : [cards[by], cards.id];
  const order = inTimeOrder(at, id, query.isBackwards ? 'newest' : 'oldest', query.after);
  const isWanted = and(
    isNull(cards.mergedInto),
    query.status && eq(cards.status, query.status),
    query.city ? eq(cards.city, query.city) : undefined,
    query.category ? eq(cards.category, query.category) : undefined,
    query.assignedTo ? eq(cards.assignedTo, query.assignedTo) : undefined,
    projectId ? eq(products.projectId, projectId) : undefined,
    order.after,
    isWithinScope(db, query.scope, cards.id),
  );
  if (projectId === undefined)
    return db.q
      .select()
      .from(cards)
      .where(isWanted)
      .orderBy(...order.by)
      .limit(query.limit);
  return db.q
    .select(getTableColumns(cards))
    .from(products)
    .crossJoin(cards)
    .where(and(eq(cards.id, products.counterpartyId), isWanted))
    .orderBy(...order.by)
    .limit(query.limit);
}

/** The categories that cards have, in the order of their bytes; each is a step along the index, however many cards have it. */
export async function listCategories(db: Db, limit: number): Promise<string[]> {
  const cards = db.t.counterparties;
  const found: string[] = [];
  for (let last = ''; found.length < limit; ) {
    const [next] = await db.q
      .select({ category: cards.category })
      .from(cards)
      .where(gt(cards.category, last))
      .orderBy(asc(cards.category))
      .limit(1);
    if (!next) break;
    last = next.category;
    found.push(last);
  }
  return found;
}

/** Those of the given cards that the scope covers and that were merged into no other. */
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
    .where(and(inArray(cards.id, [...ids]), isNull(cards.mergedInto), isWithinScope(db, scope, cards.id)));
}

/** Ids of cards whose name, as searches compare it, begins so; in that order. */
export async function findCounterpartiesByNameBeginning(
  db: Db,
  beginning: string,
  scope: CardScope,
  limit: number,
): Promise<string[]> {
  const cards = db.t.counterparties;
  const rows = await db.q
    .select({ id: cards.id })
    .from(cards)
    .where(
      and(
        gte(cards.nameNorm, beginning),
        lt(cards.nameNorm, endOfPrefix(beginning)),
        isNull(cards.mergedInto),
        isWithinScope(db, scope, cards.id),
      ),
    )
    .orderBy(asc(cards.nameNorm), asc(cards.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}
