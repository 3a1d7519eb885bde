import { and, asc, eq, gt, gte, inArray, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';
import { isAmong } from './is-among';
import type { RoundRow } from './rounds';
import type { Db } from './store';

/** How many rounds of a manager are due on each day from that one on (`YYYY-MM-DD`). */
export async function countRoundsByDay(
  db: Db,
  managerId: string,
  from: string,
): Promise<Map<string, number>> {
  const { rounds } = db.t;
  const rows = await db.q
    .select({ dueOn: rounds.dueOn, count: sql<number>`count(*)`.mapWith(Number) })
    .from(rounds)
    .where(and(eq(rounds.managerId, managerId), isNull(rounds.endedAt), gte(rounds.dueOn, from)))
    .groupBy(rounds.dueOn);
  return new Map(rows.map(({ dueOn, count }) => [dueOn, count]));
}

export type AssignedCardKey = { managerId: string; id: string };
export type ClientOfRounds = AssignedCardKey & {
  cityId: string | null;
  /** Null when no round of theirs was ever planned or held. */
  lastDueOn: string | null;
};

/**
 * A part of the cards that are somebody's, in the order of managers and ids: the clients among them, and the key the next part
 * follows; null after the last card.
 */
export async function listClientsOfRounds(
  db: Db,
  after: AssignedCardKey,
  limit: number,
): Promise<{ clients: ClientOfRounds[]; next: AssignedCardKey | null }> {
  const { counterparties: cards, rounds } = db.t;
  const part = await db.q
    .select({
      id: cards.id,
      managerId: cards.assignedTo,
      cityId: cards.cityId,
      isClient:
        sql`${cards.status} = 'client' and ${cards.mergedInto} is null and ${cards.erasedAt} is null`.mapWith(
          Boolean,
        ),
    })
    .from(cards)
    .where(
      and(
        isNotNull(cards.assignedTo),
        gte(cards.assignedTo, after.managerId),
        or(gt(cards.assignedTo, after.managerId), gt(cards.id, after.id)),
      ),
    )
    .orderBy(asc(cards.assignedTo), asc(cards.id))
    .limit(limit);
  const keys = part.map(({ managerId, id }) => ({ managerId: managerId!, id }));
  const found = part.flatMap(({ isClient, cityId }, index) => (isClient ? { ...keys[index]!, cityId } : []));
  const lasts = await db.q
    .select({ id: rounds.counterpartyId, lastDueOn: sql<string>`max(${rounds.dueOn})` })
    .from(rounds)
    .where(
      and(
        isAmong(
          db,
          rounds.counterpartyId,
          found.map(({ id }) => id),
        ),
        ne(rounds.state, 'cancelled'),
      ),
    )
    .groupBy(rounds.counterpartyId);
  const lastOf = new Map(lasts.map(({ id, lastDueOn }) => [id, lastDueOn]));
  return {
    clients: found.map((client) => ({ ...client, lastDueOn: lastOf.get(client.id) ?? null })),
    next: part.length < limit ? null : keys.at(-1)!,
  };
}

/** Open rounds of clients who are somebody else's now, are no clients any more, were erased, or were merged into another card. */
export async function listStrayRounds(
  db: Db,
  limit: number,
): Promise<{ round: RoundRow; managerId: string | null }[]> {
  const { counterparties, rounds } = db.t;
  const isClient = and(
    eq(counterparties.status, 'client'),
    isNull(counterparties.mergedInto),
    isNull(counterparties.erasedAt),
  );
  const rows = await db.q
    .select({
      round: rounds,
      assignedTo: counterparties.assignedTo,
      status: counterparties.status,
      mergedInto: counterparties.mergedInto,
      erasedAt: counterparties.erasedAt,
    })
    .from(rounds)
    .innerJoin(counterparties, eq(counterparties.id, rounds.counterpartyId))
    .where(
      and(
        isNull(rounds.endedAt),
        or(
          and(isClient, sql`${counterparties.assignedTo} <> ${rounds.managerId}`),
          // What is owed to a client is owed whoever they are now (SA-3).
          and(
            sql`${rounds.state} = 'planned'`,
            or(isNull(counterparties.assignedTo), sql`not (${isClient})`),
          ),
        ),
      ),
    )
    .orderBy(asc(rounds.id))
    .limit(limit);
  return rows.map(({ round, assignedTo, status, mergedInto, erasedAt }) => ({
    round,
    managerId: status === 'client' && mergedInto === null && erasedAt === null ? assignedTo : null,
  }));
}

/** A client's open rounds, and those that wait for a letter, belong to whoever the client is assigned to. */
export async function updateRoundsManager(
  db: Db,
  counterpartyIds: readonly string[],
  managerId: string,
): Promise<void> {
  if (counterpartyIds.length === 0) return;
  const { rounds } = db.t;
  await db.q
    .update(rounds)
    .set({ managerId })
    .where(
      and(
        inArray(rounds.counterpartyId, [...counterpartyIds]),
        or(isNull(rounds.endedAt), sql`${rounds.letterState} = 'asked'`),
      ),
    );
}
