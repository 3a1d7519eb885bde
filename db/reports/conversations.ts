import { and, count, countDistinct, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
import { hasRow } from '@/db/has-row';
import type { Db } from '@/db/store';
import { isInPeriod, isOfStaff, type MeasuredScope } from './measured-scope';

export type ScriptTally = {
  conversations: number;
  itemsDue: number;
  itemsDone: number;
  itemsExcused: number;
  backs: number;
  unlistedAnswers: number;
  refusedAnswers: number;
};

/** How the conversations kept to the call script. */
export async function sumConversations(db: Db, scope: MeasuredScope): Promise<ScriptTally> {
  const t = db.t.callMeasures;
  const total = (column: SQL | typeof t.itemsDue) => sql<number>`coalesce(sum(${column}), 0)`.mapWith(Number);
  const [row] = await db.q
    .select({
      conversations: count(),
      itemsDue: total(t.itemsDue),
      itemsDone: total(t.itemsDone),
      itemsExcused: total(t.itemsExcused),
      backs: total(t.backs),
      unlistedAnswers: total(t.unlistedAnswers),
      refusedAnswers: total(t.refusedAnswers),
    })
    .from(t)
    .where(isConversationOf(db, scope));
  return row!;
}

/** At which steps callers hung up. */
export async function sumBrokenOff(db: Db, scope: MeasuredScope): Promise<{ step: string; calls: number }[]> {
  const t = db.t.callMeasures;
  const rows = await db.q
    .select({ step: t.brokenOffAt, calls: count() })
    .from(t)
    .where(and(isConversationOf(db, scope), isNotNull(t.brokenOffAt)))
    .groupBy(t.brokenOffAt);
  return rows.map(({ step, calls }) => ({ step: step!, calls }));
}

/** How often a step was left after so many seconds. */
export async function countStays(
  db: Db,
  scope: MeasuredScope,
): Promise<{ step: string; seconds: number; stays: number }[]> {
  const t = db.t.stepMeasures;
  return db.q
    .select({ step: t.step, seconds: t.seconds, stays: count() })
    .from(t)
    .where(isOfStaff(db, scope, t))
    .groupBy(t.step, t.seconds);
}

/** In how many calls each step was left again. */
export async function countCallsOfSteps(
  db: Db,
  scope: MeasuredScope,
): Promise<{ step: string; calls: number }[]> {
  const t = db.t.stepMeasures;
  return db.q
    .select({ step: t.step, calls: countDistinct(t.callId) })
    .from(t)
    .where(isOfStaff(db, scope, t))
    .groupBy(t.step);
}

/** Of the scope's stays, whose call is that of the row. */
export function hasLeftStep(db: Db, scope: MeasuredScope): SQL | undefined {
  const { callMeasures, stepMeasures: t } = db.t;
  const step = scope.part?.step;
  // What the call is narrowed to is asked of its own row, once.
  const stays = { ...scope, line: undefined, projectId: undefined, part: undefined };
  return and(
    isInPeriod(db, scope),
    hasRow(
      db,
      t,
      and(
        eq(t.callId, callMeasures.callId),
        isOfStaff(db, stays, t),
        step === undefined ? undefined : eq(t.step, step),
      ),
    ),
  );
}

/** A measured call of the period that somebody of the scope led by the call script. */
export function isConversationOf(db: Db, scope: MeasuredScope): SQL | undefined {
  const t = db.t.callMeasures;
  const { employeeId, departmentId } = scope;
  return and(
    isInPeriod(db, scope),
    sql`${t.ledBy} is not null`,
    employeeId === undefined ? undefined : eq(t.ledBy, employeeId),
    departmentId === undefined ? undefined : eq(t.ledDepartmentId, departmentId),
  );
}
