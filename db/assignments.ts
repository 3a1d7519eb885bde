import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { CounterpartyRow } from './counterparties';
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

export async function countUnassignedClients(db: Db): Promise<number> {
  const { counterparties } = db.t;
  const [row] = await db.q
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(counterparties)
    .where(and(isNull(counterparties.assignedTo), isClient(db)));
  return row?.count ?? 0;
}

/** Cards of somebody, all of them whatever their status; of nobody the clients alone. */
export async function listAssignedCards(
  db: Db,
  managerId: string | null,
  only: readonly string[] | undefined,
  limit: number,
): Promise<CounterpartyRow[]> {
  const { counterparties } = db.t;
  return db.q
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
}
