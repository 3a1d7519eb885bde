import { and, asc, eq, gt, gte, inArray, isNotNull, isNull, lt, ne, or, sql } from 'drizzle-orm';
import { hasRow } from './has-row';
import { inTimeOrder } from './in-time-order';
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

/** Whose open rounds there are. */
export async function listOwnersOfOpenRounds(db: Db): Promise<string[]> {
  const { employees, rounds } = db.t;
  const rows = await db.q
    .select({ id: employees.id })
    .from(employees)
    .where(hasRow(db, rounds, and(eq(rounds.managerId, employees.id), isNull(rounds.endedAt))));
  return rows.map(({ id }) => id);
}

export type AssignedCardKey = { managerId: string; id: string };
export type ClientOfRounds = AssignedCardKey & {
  cityId: string | null;
  /** Null when no round of theirs was ever planned or held. */
  lastDueOn: string | null;
};

/**
 * A part of the cards that are somebody's, in the order of managers and ids: the clients among them, and the key the
 * next part follows; null after the last card.
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

/** A round in the order of a time (epoch ms), then of ids. */
export type RoundKey = { at: number; id: string };

/** A part of the open rounds, the soonest due first, and the key the next part follows; null after the last one. */
export async function listOpenRoundIds(
  db: Db,
  after: RoundKey | undefined,
  limit: number,
): Promise<{ ids: string[]; next: RoundKey | null }> {
  const { rounds } = db.t;
  const order = inTimeOrder(rounds.dueFrom, rounds.id, 'oldest', after);
  const part = await db.q
    .select({ at: rounds.dueFrom, id: rounds.id })
    .from(rounds)
    .where(and(isNull(rounds.endedAt), order.after))
    .orderBy(...order.by)
    .limit(limit);
  return { ids: part.map(({ id }) => id), next: part.length < limit ? null : part.at(-1)! };
}

// Written out: of a query of one table its columns are named without it, and each would be the inner table's own.
const ofRound = ({ t: { rounds } }: Db, name: 'id' | 'counterpartyId' | 'dueOn') =>
  sql`${rounds}.${sql.identifier(rounds[name].name)}`;

/** Whether a call about the round is not over: on the line, or its conversation still to be finished. */
const isTalkedAbout = (db: Db) =>
  sql`exists (select 1 from ${db.t.calls} as talk where talk.subject_id = ${ofRound(db, 'id')} and (talk.ended_at is null or (talk.unfinished_since is not null and talk.finished_at is null)))`;

/**
 * Of these rounds the open ones nobody was asked in, whose client's next one is due by their own clock; those that a
 * call is about are left to it.
 * @param todayIn the date (`YYYY-MM-DD`) in a time zone at that time
 */
export async function listOutlivedRounds(
  db: Db,
  ids: readonly string[],
  { at, todayIn }: { at: number; todayIn: (timeZone: string) => string },
  limit: number,
): Promise<RoundRow[]> {
  const { rounds } = db.t;
  const isDue = and(isAmong(db, rounds.id, ids), isNull(rounds.endedAt), lt(rounds.dueFrom, at));
  const zones = await db.q.selectDistinct({ timeZone: rounds.timeZone }).from(rounds).where(isDue);
  if (zones.length === 0) return [];
  const begun = (today: string) =>
    sql`exists (select 1 from ${rounds} as later where later.counterparty_id = ${ofRound(db, 'counterpartyId')} and later.due_on > ${ofRound(db, 'dueOn')} and later.due_on <= ${today} and later.state <> 'cancelled')`;
  return db.q
    .select()
    .from(rounds)
    .where(
      and(
        isDue,
        sql`${rounds.state} = 'planned'`,
        or(...zones.map(({ timeZone }) => and(eq(rounds.timeZone, timeZone), begun(todayIn(timeZone))))),
        sql`not ${isTalkedAbout(db)}`,
      ),
    )
    .orderBy(asc(rounds.dueFrom), asc(rounds.id))
    .limit(limit);
}

/**
 * Of these rounds the open ones of clients who are somebody else's now, are no clients any more, were erased, or were
 * merged into another card; of those that would end none that a call is about.
 */
export async function listStrayRounds(
  db: Db,
  ids: readonly string[],
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
        isAmong(db, rounds.id, ids),
        isNull(rounds.endedAt),
        or(
          and(isClient, sql`${counterparties.assignedTo} <> ${rounds.managerId}`),
          // What is owed to a client is owed whoever they are now (SA-3).
          and(
            sql`${rounds.state} = 'planned'`,
            or(isNull(counterparties.assignedTo), sql`not (${isClient})`),
            sql`not ${isTalkedAbout(db)}`,
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
