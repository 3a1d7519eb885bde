import {
  and,
  asc,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { RoundState, RoundSubject, Verdict } from '@/lib/domain/rounds/round';
import { hasProduct } from './counterparty-products';
import { locked } from './lock';
import type { Db } from './store';

export type RoundRow = Db['t']['rounds']['$inferSelect'];

export async function insertRound(db: Db, row: RoundRow): Promise<void> {
  await db.q.insert(db.t.rounds).values(row);
}

export async function getRound(db: Db, id: string): Promise<RoundRow | null> {
  const [row] = await db.q.select().from(db.t.rounds).where(eq(db.t.rounds.id, id));
  return row ?? null;
}

/** For a change: nobody else changes the row until the transaction ends. */
export async function getRoundLocked(db: Db, id: string): Promise<RoundRow | null> {
  const [row] = await locked(db, db.q.select().from(db.t.rounds).where(eq(db.t.rounds.id, id)));
  return row ?? null;
}

export async function updateRound(db: Db, id: string, change: Partial<Omit<RoundRow, 'id'>>): Promise<void> {
  await db.q.update(db.t.rounds).set(change).where(eq(db.t.rounds.id, id));
}

const verdictStates = ['complaintOwed', 'satisfied', 'dissatisfied'] as const satisfies RoundState[];

/** How the client's last round came out in which they were asked; null before the first one. */
export async function getLastVerdict(db: Db, counterpartyId: string): Promise<RoundState | null> {
  const { rounds } = db.t;
  const [row] = await db.q
    .select({ state: rounds.state })
    .from(rounds)
    .where(and(eq(rounds.counterpartyId, counterpartyId), inArray(rounds.state, [...verdictStates])))
    .orderBy(desc(rounds.dueOn), desc(rounds.id))
    .limit(1);
  return row?.state ?? null;
}

const roundShows = ['open', 'ended', 'letters'] as const;
export type RoundShow = (typeof roundShows)[number];

/** Open ones the soonest due first, ended ones the newest first, letters waited for the longest first. */
export async function listRounds(
  db: Db,
  query: {
    show: RoundShow;
    managerId?: string;
    /** Open ones that are due before then (epoch ms). */
    dueBefore?: number;
    /** Open ones whose next attempt is before then (epoch ms), or that owe a complaint. */
    attemptBefore?: number;
    state?: RoundState;
    counterpartyId?: string;
    /** Of clients who have that product. */
    productId?: string;
    /** Whose client said that of it. */
    said?: { subject: RoundSubject; verdict: Verdict };
    /** Ended ones that came out then or later (epoch ms). */
    endedFrom?: number;
    /** Ended ones that came out before then (epoch ms). */
    endedBefore?: number;
    after?: { at: number; id: string };
    limit: number;
  },
): Promise<RoundRow[]> {
  const { rounds } = db.t;
  const { show, after } = query;
  const at = { open: rounds.dueFrom, ended: rounds.endedAt, letters: rounds.letterAskedAt }[show];
  const isDescending = show === 'ended';
  const past = isDescending ? lt : gt;
  return db.q
    .select()
    .from(rounds)
    .where(
      and(
        isShown(db, show),
        query.managerId === undefined ? undefined : eq(rounds.managerId, query.managerId),
        query.dueBefore === undefined ? undefined : lt(rounds.dueFrom, query.dueBefore),
        isAttemptedBefore(db, query.attemptBefore),
        query.state === undefined ? undefined : eq(rounds.state, query.state),
        query.counterpartyId === undefined ? undefined : eq(rounds.counterpartyId, query.counterpartyId),
        query.productId === undefined ? undefined : hasProduct(db, rounds.counterpartyId, query.productId),
        query.said && and(isSaid(db, query.said), sql`${rounds.state} <> 'cancelled'`),
        query.endedFrom === undefined ? undefined : gte(rounds.endedAt, query.endedFrom),
        query.endedBefore === undefined ? undefined : lt(rounds.endedAt, query.endedBefore),
        after &&
          and(
            isDescending ? lte(at, after.at) : gte(at, after.at),
            or(past(at, after.at), past(rounds.id, after.id)),
          ),
      ),
    )
    .orderBy(...(isDescending ? [desc(at), desc(rounds.id)] : [asc(at), asc(rounds.id)]))
    .limit(query.limit);
}

/** How many of them there are; null: everybody's. */
export async function countRounds(
  db: Db,
  query: {
    show: RoundShow;
    managerIds: readonly string[] | null;
    dueBefore?: number;
    attemptBefore?: number;
  },
): Promise<number> {
  const { rounds } = db.t;
  const [row] = await db.q
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(rounds)
    .where(
      and(
        isShown(db, query.show),
        query.managerIds === null ? undefined : inArray(rounds.managerId, [...query.managerIds]),
        query.dueBefore === undefined ? undefined : lt(rounds.dueFrom, query.dueBefore),
        isAttemptedBefore(db, query.attemptBefore),
      ),
    );
  return row?.count ?? 0;
}

/** How many are open for each of these people, how many of them are due before the one moment, and before the other (epoch ms). */
export async function countOpenRoundsByManager(
  db: Db,
  managerIds: readonly string[],
  { dueBefore, overdueBefore }: { dueBefore: number; overdueBefore: number },
): Promise<Map<string, { open: number; due: number; overdue: number }>> {
  if (managerIds.length === 0) return new Map();
  const { rounds } = db.t;
  const before = (at: number) =>
    sql<number>`sum(case when ${rounds.dueFrom} < ${at} then 1 else 0 end)`.mapWith(Number);
  const rows = await db.q
    .select({
      id: rounds.managerId,
      open: sql<number>`count(*)`.mapWith(Number),
      due: before(dueBefore),
      overdue: before(overdueBefore),
    })
    .from(rounds)
    .where(and(isShown(db, 'open'), inArray(rounds.managerId, [...managerIds])))
    .groupBy(rounds.managerId);
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

const isAttemptedBefore = ({ t: { rounds } }: Db, at: number | undefined) =>
  at === undefined ? undefined : or(lt(rounds.nextAttemptAt, at), eq(rounds.state, 'complaintOwed'));

/** That the client answered so to the question. */
export const isSaid = (
  { t: { rounds } }: Db,
  { subject, verdict }: { subject: RoundSubject; verdict: Verdict },
): SQL => sql`${rounds.answers} -> ${sql.raw(`'${subject}'`)} ->> 'verdict' = ${verdict}`;

/** The words are those of the indexes. */
function isShown({ t: { rounds } }: Db, show: RoundShow): SQL {
  if (show === 'letters') return sql`${rounds.letterState} = 'asked'`;
  return show === 'open' ? isNull(rounds.endedAt) : isNotNull(rounds.endedAt);
}

/** The rounds of one client, the newest due date first. */
export async function listRoundsOfCounterparty(
  db: Db,
  counterpartyId: string,
  limit: number,
): Promise<RoundRow[]> {
  const { rounds } = db.t;
  return db.q
    .select()
    .from(rounds)
    .where(eq(rounds.counterpartyId, counterpartyId))
    .orderBy(desc(rounds.dueOn), desc(rounds.id))
    .limit(limit);
}

/** What of a client's rounds is still open. */
export async function listOpenRoundsOf(db: Db, counterpartyIds: readonly string[]): Promise<RoundRow[]> {
  if (counterpartyIds.length === 0) return [];
  const { rounds } = db.t;
  return db.q
    .select()
    .from(rounds)
    .where(and(inArray(rounds.counterpartyId, [...counterpartyIds]), isNull(rounds.endedAt)))
    .orderBy(asc(rounds.dueOn), asc(rounds.id));
}

/** SA-3: of how many a complaint is owed; null: everybody's. */
export async function countRoundsOwed(db: Db, managerIds: readonly string[] | null): Promise<number> {
  const { rounds } = db.t;
  const [row] = await db.q
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(rounds)
    .where(
      and(
        managerIds === null ? undefined : inArray(rounds.managerId, [...managerIds]),
        sql`${rounds.state} = 'complaintOwed'`,
      ),
    );
  return row?.count ?? 0;
}

/** The state of the round before each of these rounds of its client, by the id of the later one. */
export async function listEarlierStates(db: Db, ids: readonly string[]): Promise<Map<string, RoundState>> {
  if (ids.length === 0) return new Map();
  const { rounds } = db.t;
  // Written out: of a query of one table its columns are named without it, and each would be the earlier round's own.
  const own = (column: { name: string }) => sql`${rounds}.${sql.identifier(column.name)}`;
  const state = sql<RoundState | null>`(select earlier.state from ${rounds} as earlier where earlier.counterparty_id = ${own(rounds.counterpartyId)} and earlier.due_on < ${own(rounds.dueOn)} order by earlier.due_on desc, earlier.id desc limit 1)`;
  const rows = await db.q
    .select({ id: rounds.id, state })
    .from(rounds)
    .where(inArray(rounds.id, [...ids]));
  return new Map(rows.flatMap(({ id, state }) => (state ? [[id, state]] : [])));
}

/** How the last round came out of each of these clients who was asked already. */
export async function listLastVerdicts(
  db: Db,
  counterpartyIds: readonly string[],
): Promise<Map<string, RoundState>> {
  if (counterpartyIds.length === 0) return new Map();
  const { counterparties } = db.t;
  const asked = sql.join(
    verdictStates.map((state) => sql`${state}`),
    sql`, `,
  );
  const state = sql<RoundState | null>`(select last.state from ${db.t.rounds} as last where last.counterparty_id = ${counterparties}.id and last.state in (${asked}) order by last.due_on desc, last.id desc limit 1)`;
  const rows = await db.q
    .select({ id: counterparties.id, state })
    .from(counterparties)
    .where(inArray(counterparties.id, [...counterpartyIds]));
  return new Map(rows.flatMap(({ id, state }) => (state ? [[id, state]] : [])));
}
