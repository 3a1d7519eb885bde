import { and, asc, count, desc, eq, gte, inArray, isNotNull, lt, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { type RoundState, roundSubjects, type Verdict } from '@/lib/domain/rounds/round';
import { countWhere } from './count-where';
import { hasProduct } from './counterparty-products';
import { isSaid } from './rounds';
import type { Db } from './store';

/** Rounds that came out, or complaints that were made, in a span of time (epoch ms); of some people's clients, or of all. */
export type TrendScope = {
  from: number;
  until: number;
  managerIds?: readonly string[];
  /** Of clients who have that product alone, or of that client. */
  productId?: string;
  counterpartyId?: string;
};
export type Tally = { satisfied: number; dissatisfied: number };

/** How many came out how in each part of the span, counted back from its end: 0 is the last one. */
export async function countRoundsByPart(
  db: Db,
  scope: TrendScope,
  partMs: number,
): Promise<{ part: number; state: RoundState; count: number }[]> {
  const { rounds } = db.t;
  const part = sql<number>`cast((${scope.until - 1} - ${rounds.endedAt}) / ${partMs} as integer)`;
  return db.q
    .select({ part: part.mapWith(Number), state: rounds.state, count: count() })
    .from(rounds)
    .where(isIn(db, scope))
    .groupBy(sql`1`, rounds.state);
}

/** What was said to each question. */
export async function countVerdicts(db: Db, scope: TrendScope): Promise<Tally[]> {
  const { rounds } = db.t;
  const counted = (verdict: Verdict) =>
    roundSubjects.map((subject) => countWhere(isSaid(db, { subject, verdict })));
  const fields = [...counted('satisfied'), ...counted('dissatisfied')];
  const [row] = await db.q
    .select(Object.fromEntries(fields.map((field, index) => [String(index), field])))
    .from(rounds)
    .where(isIn(db, scope));
  return roundSubjects.map((_, index) => ({
    satisfied: row?.[String(index)] ?? 0,
    dissatisfied: row?.[String(roundSubjects.length + index)] ?? 0,
  }));
}

export async function countRoundsByProduct(
  db: Db,
  scope: TrendScope,
): Promise<(Tally & { productId: string })[]> {
  const { counterpartyProducts: products, rounds } = db.t;
  return db.q
    .select({ productId: products.projectId, ...tallies(db) })
    .from(rounds)
    .innerJoin(products, eq(products.counterpartyId, rounds.counterpartyId))
    .where(isIn(db, scope))
    .groupBy(products.projectId);
}

/** Whoever was dissatisfied most often first. */
export async function countRoundsByClient(
  db: Db,
  scope: TrendScope,
  limit: number,
): Promise<(Tally & { counterpartyId: string })[]> {
  const { rounds } = db.t;
  const { satisfied, dissatisfied } = tallies(db);
  return db.q
    .select({ counterpartyId: rounds.counterpartyId, satisfied, dissatisfied })
    .from(rounds)
    .where(isIn(db, scope))
    .groupBy(rounds.counterpartyId)
    .orderBy(desc(dissatisfied), asc(satisfied), asc(rounds.counterpartyId))
    .limit(limit);
}

/** How the last round of each of these clients came out within the span. */
export async function listLastStates(
  db: Db,
  counterpartyIds: readonly string[],
  scope: TrendScope,
): Promise<Map<string, RoundState>> {
  if (counterpartyIds.length === 0) return new Map();
  const { rounds } = db.t;
  const rows = await db.q
    .select({ counterpartyId: rounds.counterpartyId, state: rounds.state })
    .from(rounds)
    .where(and(inArray(rounds.counterpartyId, [...counterpartyIds]), isIn(db, scope)))
    .orderBy(asc(rounds.endedAt), asc(rounds.id));
  return new Map(rows.map(({ counterpartyId, state }) => [counterpartyId, state]));
}

/** By the department whose work caused them and by part of the span, as rounds are; of some people's clients, or of all. */
export async function countComplaintsByDepartment(
  db: Db,
  scope: TrendScope,
  partMs: number,
): Promise<{ departmentId: string; part: number; count: number }[]> {
  const { complaints, counterparties } = db.t;
  const { from, until, managerIds } = scope;
  const part = sql<number>`cast((${until - 1} - ${complaints.createdAt}) / ${partMs} as integer)`;
  return db.q
    .select({ departmentId: complaints.departmentId, part: part.mapWith(Number), count: count() })
    .from(complaints)
    .innerJoin(counterparties, eq(counterparties.id, complaints.counterpartyId))
    .where(
      and(
        gte(complaints.createdAt, from),
        lt(complaints.createdAt, until),
        managerIds && inArray(counterparties.assignedTo, [...managerIds]),
        isOf(db, scope, complaints.counterpartyId),
      ),
    )
    .groupBy(complaints.departmentId, sql`2`);
}

const tallies = ({ t: { rounds } }: Db) => ({
  satisfied: countWhere(sql`${rounds.state} = 'satisfied'`),
  dissatisfied: countWhere(sql`${rounds.state} = 'dissatisfied'`),
});

function isIn(db: Db, scope: TrendScope) {
  const { rounds } = db.t;
  const { from, until, managerIds } = scope;
  return and(
    isNotNull(rounds.endedAt),
    gte(rounds.endedAt, from),
    lt(rounds.endedAt, until),
    sql`${rounds.state} <> 'cancelled'`,
    managerIds && inArray(rounds.managerId, [...managerIds]),
    isOf(db, scope, rounds.counterpartyId),
  );
}

function isOf(db: Db, { productId, counterpartyId }: TrendScope, client: SQLiteColumn) {
  return and(
    counterpartyId === undefined ? undefined : eq(client, counterpartyId),
    productId === undefined ? undefined : hasProduct(db, client, productId),
  );
}
