import { and, asc, eq, exists, gt, gte, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import type { CounterpartyRow } from './counterparties';
import { locked } from './lock';
import { endOfPrefix } from './prefix';
import type { Db } from './store';

const isClient = (db: Db) =>
  and(eq(db.t.counterparties.status, 'client'), isNull(db.t.counterparties.mergedInto));

/** How many clients each person has. */
export async function countClientsByManager(db: Db): Promise<Map<string, number>> {
  const { counterparties } = db.t;
  const rows = await db.q
    .select({ id: counterparties.assignedTo, count: sql<number>`count(*)`.mapWith(Number) })
    .from(counterparties)
    .where(and(isNotNull(counterparties.assignedTo), isClient(db)))
    .groupBy(counterparties.assignedTo);
  return new Map(rows.map(({ id, count }) => [id!, count]));
}

/** How many clients somebody has; null: how many are nobody's. */
export async function countClientsOf(db: Db, managerId: string | null): Promise<number> {
  const { assignedTo } = db.t.counterparties;
  const [row] = await db.q
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(db.t.counterparties)
    .where(and(managerId === null ? isNull(assignedTo) : eq(assignedTo, managerId), isClient(db)));
  return row?.count ?? 0;
}

/** Where somebody's clients are; not more of them than anybody has. */
export async function listCitiesOf(db: Db, managerId: string): Promise<string[]> {
  const { counterparties } = db.t;
  const rows = await db.q
    .selectDistinct({ city: counterparties.city })
    .from(counterparties)
    .where(and(eq(counterparties.assignedTo, managerId), isClient(db)));
  return rows.map(({ city }) => city);
}

/** A word asked for: it begins a word of the card, or the card is of one of these cities. */
export type AskedWord = { beginning: string; cities: readonly string[] };

/** The clients of somebody, in the order of their cards' ids; of those asked for that one of the ways they were `meant` fits. */
export async function listClientsOf(
  db: Db,
  query: { managerId: string; meant?: readonly (readonly AskedWord[])[]; after?: string; limit: number },
): Promise<CounterpartyRow[]> {
  const { counterparties } = db.t;
  return db.q
    .select()
    .from(counterparties)
    .where(
      and(
        eq(counterparties.assignedTo, query.managerId),
        isClient(db),
        query.meant && or(...query.meant.map((words) => and(...words.map((word) => isOf(db, word))))),
        query.after === undefined ? undefined : gt(counterparties.id, query.after),
      ),
    )
    .orderBy(asc(counterparties.id))
    .limit(query.limit);
}

function isOf({ q, t: { counterparties, counterpartyWords: words } }: Db, { beginning, cities }: AskedWord) {
  const isNamed = exists(
    q
      .select({ word: words.word })
      .from(words)
      .where(
        and(
          eq(words.counterpartyId, counterparties.id),
          gte(words.word, beginning),
          lt(words.word, endOfPrefix(beginning)),
        ),
      ),
  );
  return cities.length === 0 ? isNamed : or(isNamed, inArray(counterparties.city, [...cities]));
}

/** Cards of somebody, all of them whatever their status; of nobody the clients alone. Locked: nobody else gives them away meanwhile. */
export async function listAssignedCardsLocked(
  db: Db,
  managerId: string | null,
  only: readonly string[] | undefined,
  limit: number,
): Promise<CounterpartyRow[]> {
  const { counterparties } = db.t;
  const query = db.q
    .select()
    .from(counterparties)
    .where(
      and(
        managerId === null
          ? and(isNull(counterparties.assignedTo), isClient(db))
          : and(eq(counterparties.assignedTo, managerId), isNull(counterparties.mergedInto)),
        only && inArray(counterparties.id, [...only]),
      ),
    )
    .orderBy(asc(counterparties.id))
    .limit(limit);
  return locked(db, query);
}
