import { and, count, eq, gte, lt, or, type SQL, sql } from 'drizzle-orm';
import { countWhere } from '@/db/count-where';
import { hasRow } from '@/db/has-row';
import { inTimeOrder, type PageAfter } from '@/db/in-time-order';
import type { NextReactionRow } from '@/db/next-reactions';
import type { Db } from '@/db/store';
import type { MissedFigure } from '@/lib/domain/reports/reaction-figure';
import { hasCalled, type WorkScope } from './work-scope';

export type MissedTally = Record<MissedFigure, number>;

/** Callers missed in the period, by how far they were answered for. */
export async function sumMissed(db: Db, scope: WorkScope, callBackMinutes: number): Promise<MissedTally> {
  const is = (figure: MissedFigure) => countWhere(isMissedAs(db, figure, callBackMinutes));
  const [row] = await db.q
    .select({
      missed: count(),
      waiting: is('waiting'),
      inWork: is('inWork'),
      calledBackInTime: is('calledBackInTime'),
      calledBackLate: is('calledBackLate'),
      calledAgain: is('calledAgain'),
      closed: is('closed'),
    })
    .from(db.t.nextReactions)
    .where(isMissedIn(db, scope));
  return row!;
}

/** How many were called back after so many whole minutes, counted from their last call in vain. */
export async function countCallBackMinutes(
  db: Db,
  scope: WorkScope,
): Promise<{ minutes: number; count: number }[]> {
  const t = db.t.nextReactions;
  const minutes = sql<number>`cast(${settledAfterMs(db)} / 60000 as integer)`.mapWith(Number);
  return db.q
    .select({ minutes, count: count() })
    .from(t)
    .where(and(isMissedIn(db, scope), isCalledBack(db)))
    .groupBy(sql`1`);
}

/** The newest first. */
export async function listMissed(
  db: Db,
  scope: WorkScope,
  figure: MissedFigure,
  callBackMinutes: number,
  { after, limit }: PageAfter,
): Promise<NextReactionRow[]> {
  const t = db.t.nextReactions;
  const order = inTimeOrder(t.createdAt, t.id, 'newest', after);
  return db.q
    .select()
    .from(t)
    .where(and(isMissedIn(db, scope), isMissedAs(db, figure, callBackMinutes), order.after))
    .orderBy(...order.by)
    .limit(limit);
}

function isMissedIn(
  db: Db,
  { from, until, departmentId, employeeId, line, projectId }: WorkScope,
): SQL | undefined {
  const t = db.t.nextReactions;
  return and(
    projectId === undefined ? undefined : sql`1 = 0`,
    sql`${t.kind} = 'missedCall'`,
    gte(t.createdAt, from),
    lt(t.createdAt, until),
    departmentId === undefined ? undefined : eq(t.responsibleDepartmentId, departmentId),
    employeeId === undefined
      ? undefined
      : or(eq(t.responsibleEmployeeId, employeeId), eq(t.endedBy, employeeId)),
    line === undefined ? undefined : or(hasCalled(db, t.callId, line), hasCalledInVain(db, line)),
  );
}

function hasCalledInVain(db: Db, line: string): SQL {
  const { calls, nextReactions } = db.t;
  return hasRow(
    db,
    calls,
    and(
      eq(calls.missedReactionId, nextReactions.id),
      eq(calls.direction, 'inbound'),
      eq(calls.calledNumber, line),
    ),
  );
}

const isCalledBack = ({ t: { nextReactions: t } }: Db) => sql`${t.outcome} in ('fulfilled', 'calledBack')`;

/** From the last call in vain until the caller was answered for. */
function settledAfterMs({ t: { nextReactions: t, calls } }: Db): SQL {
  const lastInVain = sql`coalesce(
    (select max(coalesce(${calls.endedAt}, ${calls.arrivedAt})) from ${calls} where ${calls.missedReactionId} = ${t.id}),
    (select coalesce(${calls.endedAt}, ${calls.arrivedAt}) from ${calls} where ${calls.id} = ${t.callId}),
    ${t.createdAt}
  )`;
  return sql`case when ${t.endedAt} > ${lastInVain} then ${t.endedAt} - ${lastInVain} else 0 end`;
}

function isMissedAs(db: Db, figure: MissedFigure, callBackMinutes: number): SQL | undefined {
  const t = db.t.nextReactions;
  const isInTime = sql`${settledAfterMs(db)} <= ${callBackMinutes * 60_000}`;
  switch (figure) {
    case 'missed':
      return undefined;
    case 'waiting':
      return sql`${t.endedAt} is null and ${t.responsibleEmployeeId} is null`;
    case 'inWork':
      return sql`${t.endedAt} is null and ${t.responsibleEmployeeId} is not null`;
    case 'calledBackInTime':
      return and(isCalledBack(db), isInTime);
    case 'calledBackLate':
      return and(isCalledBack(db), sql`not ${isInTime}`);
    case 'calledAgain':
      return sql`${t.outcome} = 'calledAgain'`;
    case 'closed':
      return sql`${t.outcome} = 'closed'`;
  }
}
