import { and, count, eq, gte, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm';
import { countWhere } from '@/db/count-where';
import { inTimeOrder, type PageAfter } from '@/db/in-time-order';
import type { NextReactionRow } from '@/db/next-reactions';
import type { Db } from '@/db/store';
import { leadLeftReasons } from '@/lib/domain/leads/lead';
import type { DueFigure } from '@/lib/domain/reports/reaction-figure';
import { isOfProject, type WorkScope } from './work-scope';

export type DueTally = {
  departmentId: string;
  employeeId: string | null;
  due: number;
  overdue: number;
  inTime: number;
  postponed: number;
};

/** What came due, by who was to do it. A lead is done when the sales department accepted it. */
export async function sumDue(db: Db, scope: WorkScope, now: number): Promise<DueTally[]> {
  const t = db.t.nextReactions;
  return db.q
    .select({
      departmentId: t.responsibleDepartmentId,
      employeeId: t.responsibleEmployeeId,
      due: count(),
      overdue: countWhere(isDueAs(db, 'overdue', now)),
      inTime: countWhere(isDueAs(db, 'inTime', now)),
      postponed: countWhere(isDueAs(db, 'postponed', now)),
    })
    .from(t)
    .leftJoin(db.t.leads, eq(db.t.leads.nextReactionId, t.id))
    .where(isDueIn(db, scope))
    .groupBy(t.responsibleDepartmentId, t.responsibleEmployeeId);
}

/** How many were late by so many whole minutes. */
export async function countLateness(
  db: Db,
  scope: WorkScope,
  now: number,
): Promise<{ minutes: number; count: number }[]> {
  const t = db.t.nextReactions;
  const minutes = sql<number>`cast((${doneOrNow(db, now)} - ${t.dueAt}) / 60000 as integer)`.mapWith(Number);
  return db.q
    .select({ minutes, count: count() })
    .from(t)
    .leftJoin(db.t.leads, eq(db.t.leads.nextReactionId, t.id))
    .where(and(isDueIn(db, scope), isDueAs(db, 'overdue', now)))
    .groupBy(sql`1`);
}

/** The latest due first. */
export async function listDue(
  db: Db,
  scope: WorkScope,
  figure: DueFigure,
  now: number,
  { after, limit }: PageAfter,
): Promise<NextReactionRow[]> {
  const t = db.t.nextReactions;
  const order = inTimeOrder(t.dueAt, t.id, 'newest', after);
  const rows = await db.q
    .select({ next: t })
    .from(t)
    .leftJoin(db.t.leads, eq(db.t.leads.nextReactionId, t.id))
    .where(and(isDueIn(db, scope), isDueAs(db, figure, now), order.after))
    .orderBy(...order.by)
    .limit(limit);
  return rows.map(({ next }) => next);
}

function isDueIn(
  db: Db,
  { from, until, departmentId, employeeId, line, projectId, isNobodys }: WorkScope,
): SQL | undefined {
  const t = db.t.nextReactions;
  return and(
    line === undefined ? undefined : sql`1 = 0`,
    gte(t.dueAt, from),
    lt(t.dueAt, until),
    departmentId === undefined ? undefined : eq(t.responsibleDepartmentId, departmentId),
    employeeId === undefined ? undefined : eq(t.responsibleEmployeeId, employeeId),
    isNobodys ? isNull(t.responsibleEmployeeId) : undefined,
    projectId === undefined ? undefined : isOfProject(db, t.appealId, projectId),
  );
}

const doneOrNow = ({ t: { nextReactions: t, leads } }: Db, now: number) =>
  sql`coalesce(case when ${inArray(leads.endReason, [...leadLeftReasons])} then null else ${leads.acceptedAt} end, ${t.endedAt}, ${now})`;

function isDueAs(db: Db, figure: DueFigure, now: number): SQL | undefined {
  const t = db.t.nextReactions;
  const done = doneOrNow(db, now);
  const isDone = sql`(${t.endedAt} is not null or ${db.t.leads.acceptedAt} is not null)`;
  switch (figure) {
    case 'due':
      return undefined;
    case 'overdue':
      return sql`${done} > ${t.dueAt}`;
    case 'inTime':
      return sql`${isDone} and ${done} <= ${t.dueAt}`;
    case 'ahead':
      return sql`not ${isDone} and ${done} <= ${t.dueAt}`;
    case 'postponed':
      return sql`${t.postponedCount} > 0`;
  }
}
