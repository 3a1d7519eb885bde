import { and, count, countDistinct, eq, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import type { Db } from './store';

/** Callers who wait for that department now, each since when: since the arrival, or since the first ringing of a hand-over. */
export async function listWaitingSince(db: Db, departmentId: string): Promise<number[]> {
  const { calls, callOffers: offers } = db.t;
  const rung = sql<number | null>`(
    select min(${offers.offeredAt}) from ${offers}
    where ${offers.callId} = ${calls.id} and ${offers.purpose} = 'handOver' and ${offers.departmentId} = ${departmentId}
  )`;
  const rows = await db.q
    .select({ arrivedAt: calls.arrivedAt, phase: calls.phase, rung: sql<number | null>`${rung}` })
    .from(calls)
    .where(
      and(
        isNull(calls.endedAt),
        eq(calls.departmentId, departmentId),
        inArray(calls.phase, ['ringing', 'handingOver']),
      ),
    );
  return rows.map(({ arrivedAt, phase, rung }) =>
    phase === 'handingOver' ? Number(rung ?? arrivedAt) : arrivedAt,
  );
}

/** At which step the conversations of open calls stand, by who is on the line. */
export async function listCurrentSteps(db: Db): Promise<{ employeeId: string; step: string }[]> {
  const { calls, callScriptRuns: runs } = db.t;
  const rows = await db.q
    .select({ employeeId: calls.claimedBy, step: runs.step })
    .from(calls)
    .innerJoin(runs, eq(runs.callId, calls.id))
    .where(and(isNull(calls.endedAt), isNotNull(calls.claimedBy), eq(runs.status, 'active')));
  return rows.map(({ employeeId, step }) => ({ employeeId: employeeId!, step }));
}

/** Leads that nobody accepted in their minute and nobody has since. */
export async function countLateLeads(db: Db, departmentIds: readonly string[], now: number): Promise<number> {
  const t = db.t.leads;
  const [row] = await db.q
    .select({ count: countDistinct(t.id) })
    .from(t)
    .where(
      and(
        inArray(t.departmentId, [...departmentIds]),
        isNull(t.endedAt),
        isNull(t.acceptedAt),
        or(lt(t.dueAt, now), isNotNull(t.escalatedAt)),
      ),
    );
  return row?.count ?? 0;
}

/** Missed callers whom nobody has answered for yet, of these departments. */
export async function countMissedCallers(db: Db, departmentIds: readonly string[]): Promise<number> {
  const t = db.t.nextReactions;
  const [row] = await db.q
    .select({ count: count() })
    .from(t)
    .where(
      and(
        isNull(t.endedAt),
        inArray(t.responsibleDepartmentId, [...departmentIds]),
        eq(t.kind, 'missedCall'),
      ),
    );
  return row?.count ?? 0;
}
