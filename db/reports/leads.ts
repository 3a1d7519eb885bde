import { and, count, eq, gte, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm';
import { countWhere } from '@/db/count-where';
import { hasRow } from '@/db/has-row';
import { inTimeOrder, type PageAfter } from '@/db/in-time-order';
import type { LeadRow } from '@/db/leads';
import type { NextReactionRow } from '@/db/next-reactions';
import type { Db } from '@/db/store';
import type { LeadFigure } from '@/lib/domain/reports/reaction-figure';
import { hasCalled, isOfProject, type WorkScope } from './work-scope';

export type LeadTally = Record<LeadFigure, number> & { departmentId: string; acceptedBy: string | null };

/** Leads that came in the period, by who accepted them. */
export async function sumLeads(
  db: Db,
  departmentIds: readonly string[],
  scope: WorkScope,
): Promise<LeadTally[]> {
  const t = db.t.leads;
  const is = (figure: LeadFigure) => countWhere(isLeadAs(db, figure));
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
  const order = inTimeOrder(t.createdAt, t.id, 'newest', after);
  return db.q
    .select({ lead: t, next: nextReactions })
    .from(t)
    .innerJoin(nextReactions, eq(nextReactions.id, t.nextReactionId))
    .where(and(isLeadIn(db, departmentIds, scope), isLeadAs(db, figure), order.after))
    .orderBy(...order.by)
    .limit(limit);
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
      : hasRow(
          db,
          nextReactions,
          and(eq(nextReactions.id, t.nextReactionId), isOfProject(db, nextReactions.appealId, projectId)),
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
