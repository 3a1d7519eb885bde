import { and, asc, desc, eq, gte, inArray, isNotNull, lt, sql } from 'drizzle-orm';
import { isAmong } from './is-among';
import { prepared } from './prepared';
import type { Db } from './store';

export type CallClaimRow = Db['t']['callClaims']['$inferSelect'];
export type NewCallClaim = Db['t']['callClaims']['$inferInsert'];

export async function insertCallClaim(db: Db, row: NewCallClaim): Promise<void> {
  await db.q.insert(db.t.callClaims).values(row);
}

export async function getCallClaim(db: Db, callId: string, generation: number): Promise<CallClaimRow | null> {
  const claims = db.t.callClaims;
  const [row] = await db.q
    .select()
    .from(claims)
    .where(and(eq(claims.callId, callId), eq(claims.generation, generation)));
  return row ?? null;
}

export async function listCallClaims(db: Db, callId: string): Promise<CallClaimRow[]> {
  const claims = db.t.callClaims;
  const select = prepared(db, 'listCallClaims', () =>
    db.q
      .select()
      .from(claims)
      .where(eq(claims.callId, sql.placeholder('callId')))
      .orderBy(asc(claims.generation)),
  );
  return select.execute({ callId });
}

/** Who took over last what was handed over, by the id of the call. */
export async function findHandOversTaken(db: Db, callIds: readonly string[]): Promise<Map<string, string>> {
  if (callIds.length === 0) return new Map();
  const claims = db.t.callClaims;
  const rows = await db.q
    .select({ callId: claims.callId, employeeId: claims.employeeId })
    .from(claims)
    .where(
      and(isAmong(db, claims.callId, callIds), eq(claims.purpose, 'handOver'), isNotNull(claims.joinedAt)),
    )
    .orderBy(asc(claims.generation));
  return new Map(rows.map(({ callId, employeeId }) => [callId, employeeId]));
}

/** The claim a person made last. */
export async function findLastClaimOf(db: Db, employeeId: string): Promise<CallClaimRow | null> {
  const claims = db.t.callClaims;
  const select = prepared(db, 'findLastClaimOf', () =>
    db.q
      .select()
      .from(claims)
      .where(eq(claims.employeeId, sql.placeholder('employeeId')))
      .orderBy(desc(claims.claimedAt))
      .limit(1),
  );
  const [row] = await select.execute({ employeeId });
  return row ?? null;
}

export async function updateCallClaim(
  db: Db,
  callId: string,
  generation: number,
  change: Partial<Omit<CallClaimRow, 'callId' | 'generation'>>,
): Promise<void> {
  const claims = db.t.callClaims;
  await db.q
    .update(claims)
    .set(change)
    .where(and(eq(claims.callId, callId), eq(claims.generation, generation)));
}

/** When these people joined and left calls they claimed between two moments; whoever is still on the line has not left. */
export async function listStays(
  db: Db,
  employeeIds: readonly string[],
  from: number,
  until: number,
): Promise<{ employeeId: string; joinedAt: number; leftAt: number | null }[]> {
  if (employeeIds.length === 0) return [];
  const { callClaims: t, calls } = db.t;
  const rows = await db.q
    .select({ employeeId: t.employeeId, joinedAt: t.joinedAt, leftAt: t.leftAt, endedAt: calls.endedAt })
    .from(t)
    .innerJoin(calls, eq(calls.id, t.callId))
    .where(
      and(
        inArray(t.employeeId, [...employeeIds]),
        gte(t.claimedAt, from),
        lt(t.claimedAt, until),
        isNotNull(t.joinedAt),
      ),
    );
  return rows.map(({ employeeId, joinedAt, leftAt, endedAt }) => ({
    employeeId,
    joinedAt: joinedAt!,
    leftAt: leftAt ?? endedAt,
  }));
}
