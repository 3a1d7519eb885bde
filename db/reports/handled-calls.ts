import { and, countDistinct, eq, gte, lt, sql } from 'drizzle-orm';
import type { CallRow } from '@/db/calls';
import { hasRow } from '@/db/has-row';
import { inTimeOrder, type PageAfter } from '@/db/in-time-order';
import type { Db } from '@/db/store';
import { type ArrivedScope, isOfStaff, type MeasuredScope } from './measured-scope';

export type LegTally = { employeeId: string; departmentId: string; handled: number; onLineMs: number };

/** Who of the scope was on the line, in how many calls and how long. */
export async function sumLegs(db: Db, scope: MeasuredScope): Promise<LegTally[]> {
  const t = db.t.legMeasures;
  return db.q
    .select({
      employeeId: t.employeeId,
      departmentId: t.departmentId,
      handled: countDistinct(t.callId),
      onLineMs: sql<number>`sum(${t.leftAt} - ${t.joinedAt})`.mapWith(Number),
    })
    .from(t)
    .where(isOfStaff(db, scope, t))
    .groupBy(t.employeeId, t.departmentId);
}

/** How many calls the scope's people had a part in: fewer than their own calls together, where two handled one. */
export async function countHandled(db: Db, scope: MeasuredScope): Promise<number> {
  const t = db.t.legMeasures;
  const [row] = await db.q
    .select({ calls: countDistinct(t.callId) })
    .from(t)
    .where(isOfStaff(db, scope, t));
  return row?.calls ?? 0;
}

/** Calls that we placed are handled as well as those that came in, but nothing else of them is measured. */
export async function listHandledCalls(
  db: Db,
  scope: ArrivedScope,
  { after, limit }: PageAfter,
): Promise<CallRow[]> {
  const { calls, legMeasures: legs } = db.t;
  const order = inTimeOrder(calls.arrivedAt, calls.id, 'newest', after);
  return db.q
    .select()
    .from(calls)
    .where(
      and(
        gte(calls.arrivedAt, scope.arrivedFrom),
        lt(calls.arrivedAt, scope.arrivedUntil),
        hasRow(db, legs, and(eq(legs.callId, calls.id), isOfStaff(db, scope, legs))),
        order.after,
      ),
    )
    .orderBy(...order.by)
    .limit(limit);
}
