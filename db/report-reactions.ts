import { and, desc, eq, exists, gte, inArray, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { leadLeftReasons } from '@/lib/domain/leads/lead';
import type { DueFigure, LeadFigure, MissedFigure } from '@/lib/domain/reports/reaction-figure';
import type { LeadRow } from './leads';
import type { NextReactionRow } from './next-reactions';
import type { Db } from './store';

/** Which work a report is of, between two moments (epoch ms), the last left out. */
export type WorkScope = {
  from: number;
  until: number;
  departmentId?: string;
  employeeId?: string;
  /** The number of ours that was called, as the line tells it. */
  line?: string;
  projectId?: string;
  /** Of those alone that stand with no person. */
  isNobodys?: boolean;
};

type PageAfter = { after?: { at: number; id: string }; limit: number };

const count = (condition?: SQL) =>
  (condition ? sql<number>`count(*) filter (where ${condition})` : sql<number>`count(*)`).mapWith(Number);

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
      overdue: count(isDueAs(db, 'overdue', now)),
      inTime: count(isDueAs(db, 'inTime', now)),
      postponed: count(isDueAs(db, 'postponed', now)),
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
  const rows = await db.q
    .select({ next: t })
    .from(t)
    .leftJoin(db.t.leads, eq(db.t.leads.nextReactionId, t.id))
    .where(
      and(
        isDueIn(db, scope),
        isDueAs(db, figure, now),
        after && and(lte(t.dueAt, after.at), or(lt(t.dueAt, after.at), lt(t.id, after.id))),
      ),
    )
    .orderBy(desc(t.dueAt), desc(t.id))
    .limit(limit);
  return rows.map(({ next }) => next);
}

export type MissedTally = Record<MissedFigure, number>;

/** Callers missed in the period, by how far they were answered for. */
export async function sumMissed(db: Db, scope: WorkScope, callBackMinutes: number): Promise<MissedTally> {
  const is = (figure: MissedFigure) => count(isMissedAs(db, figure, callBackMinutes));
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
  return db.q
    .select()
    .from(t)
    .where(
      and(
        isMissedIn(db, scope),
        isMissedAs(db, figure, callBackMinutes),
        after && and(lte(t.createdAt, after.at), or(lt(t.createdAt, after.at), lt(t.id, after.id))),
      ),
    )
    .orderBy(desc(t.createdAt), desc(t.id))
    .limit(limit);
}

export type LeadTally = Record<LeadFigure, number> & { departmentId: string; acceptedBy: string | null };

/** Leads that came in the period, by who accepted them. */
export async function sumLeads(
  db: Db,
  departmentIds: readonly string[],
  scope: WorkScope,
): Promise<LeadTally[]> {
  const t = db.t.leads;
  const is = (figure: LeadFigure) => count(isLeadAs(db, figure));
  return db.q
    .select({
      departmentId: t.departmentId,
      acceptedBy: t.acceptedBy,
      routed: count(),
      inMinute: is('inMinute'),
      late: is('late'),
      escalated: is('escalated'),
      waiting: is('waiting'),
    })
    .from(t)
    .where(isLeadIn(db, departmentIds, scope))
    .groupBy(t.departmentId, t.acceptedBy);
}

/** When the clocks of accepted leads began, and when they were accepted. */
export async function listAcceptances(
  db: Db,
  departmentIds: readonly string[],
  scope: WorkScope,
): Promise<{ departmentId: string; startedAt: number; acceptedAt: number }[]> {
  const { leads: t, nextReactions } = db.t;
  const rows = await db.q
    .select({ departmentId: t.departmentId, startedAt: nextReactions.startedAt, acceptedAt: t.acceptedAt })
    .from(t)
    .innerJoin(nextReactions, eq(nextReactions.id, t.nextReactionId))
    .where(and(isLeadIn(db, departmentIds, scope), sql`${t.acceptedAt} is not null`));
  return rows.map((row) => ({ ...row, acceptedAt: row.acceptedAt! }));
}

/** The next reactions of the leads, the newest lead first. */
export async function listLeads(
  db: Db,
  departmentIds: readonly string[],
  scope: WorkScope,
  figure: LeadFigure,
  { after, limit }: PageAfter,
): Promise<{ lead: LeadRow; next: NextReactionRow }[]> {
  const { leads: t, nextReactions } = db.t;
  return db.q
    .select({ lead: t, next: nextReactions })
    .from(t)
    .innerJoin(nextReactions, eq(nextReactions.id, t.nextReactionId))
    .where(
      and(
        isLeadIn(db, departmentIds, scope),
        isLeadAs(db, figure),
        after && and(lte(t.createdAt, after.at), or(lt(t.createdAt, after.at), lt(t.id, after.id))),
      ),
    )
    .orderBy(desc(t.createdAt), desc(t.id))
    .limit(limit);
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

/** The call was to that number of ours. */
export function hasCalled({ q, t: { calls } }: Db, callId: SQLiteColumn, line: string): SQL {
  return exists(
    q
      .select({ one: sql`1` })
      .from(calls)
      .where(and(eq(calls.id, callId), eq(calls.calledNumber, line))),
  );
}

function hasCalledInVain({ q, t: { calls, nextReactions } }: Db, line: string): SQL {
  return exists(
    q
      .select({ one: sql`1` })
      .from(calls)
      .where(
        and(
          eq(calls.missedReactionId, nextReactions.id),
          eq(calls.direction, 'inbound'),
          eq(calls.calledNumber, line),
        ),
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

function isLeadIn(
  db: Db,
  departmentIds: readonly string[],
  { from, until, departmentId: only, employeeId, line, projectId, isNobodys }: WorkScope,
): SQL | undefined {
  const { leads: t, nextReactions } = db.t;
  const [departmentId] = departmentIds;
  return and(
    departmentIds.length === 1
      ? eq(t.departmentId, departmentId!)
      : inArray(t.departmentId, [...departmentIds]),
    only === undefined ? undefined : eq(t.departmentId, only),
    gte(t.createdAt, from),
    lt(t.createdAt, until),
    employeeId === undefined ? undefined : eq(t.acceptedBy, employeeId),
    isNobodys ? isNull(t.acceptedBy) : undefined,
    line === undefined ? undefined : hasCalled(db, t.callId, line),
    projectId === undefined
      ? undefined
      : exists(
          db.q
            .select({ one: sql`1` })
            .from(nextReactions)
            .where(
              and(eq(nextReactions.id, t.nextReactionId), isOfProject(db, nextReactions.appealId, projectId)),
            ),
        ),
  );
}

function isLeadAs({ t: { leads: t } }: Db, figure: LeadFigure): SQL | undefined {
  switch (figure) {
    case 'routed':
      return undefined;
    case 'inMinute':
      return sql`${t.acceptedAt} <= ${t.dueAt}`;
    case 'late':
      return sql`${t.acceptedAt} > ${t.dueAt}`;
    case 'escalated':
      return sql`${t.escalatedAt} is not null`;
    case 'waiting':
      return sql`${t.acceptedAt} is null and ${t.endedAt} is null`;
  }
}

/** The appeal is about that project. */
export function isOfProject({ q, t: { appeals } }: Db, appealId: SQLiteColumn, projectId: string): SQL {
  return exists(
    q
      .select({ one: sql`1` })
      .from(appeals)
      .where(and(eq(appeals.id, appealId), eq(appeals.projectId, projectId))),
  );
}
