import { and, asc, eq, gt, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { CounterpartyRow } from './counterparties';
import { locked } from './lock';
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

/** The clients of somebody, in the order of their cards' ids. */
export async function listClientsOf(
  db: Db,
  { managerId, after, limit }: { managerId: string; after?: string; limit: number },
): Promise<CounterpartyRow[]> {
  const { counterparties } = db.t;
  return db.q
    .select()
    .from(counterparties)
    .where(
      and(
        eq(counterparties.assignedTo, managerId),
        isClient(db),
        after === undefined ? undefined : gt(counterparties.id, after),
      ),
    )
    .orderBy(asc(counterparties.id))
    .limit(limit);
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
