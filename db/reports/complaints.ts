import { and, eq, gte, isNotNull, lt, or, type SQL, sql } from 'drizzle-orm';
import { waysTo } from '@/db/complaint-filter';
import type { ComplaintRow, ComplaintsOf } from '@/db/complaints';
import { countWhere } from '@/db/count-where';
import { inTimeOrder, type PageAfter } from '@/db/in-time-order';
import type { Db } from '@/db/store';
import { openComplaintStates } from '@/lib/domain/complaints/complaint';
import { type ComplaintFigure, causeLength, noCause } from '@/lib/domain/reports/reaction-figure';
import { hasCalled, isOfProject, type WorkScope } from './work-scope';

export type ComplaintTally = Record<ComplaintFigure, number> & { answerMs: number };

/** Complaints made in the period, by the department whose work caused them. */
export async function sumComplaints(
  db: Db,
  scope: WorkScope,
  now: number,
): Promise<(ComplaintTally & { departmentId: string })[]> {
  const { complaints: t } = db.t;
  return db.q
    .select({ departmentId: t.departmentId, ...tallyOf(db, now) })
    .from(t)
    .where(isMadeIn(db, scope))
    .groupBy(t.departmentId);
}

/** The same by what was found to be the cause, of those of somebody or of all. */
export async function sumCauses(
  db: Db,
  scope: WorkScope,
  of: ComplaintsOf | undefined,
  now: number,
): Promise<(ComplaintTally & { cause: string })[]> {
  const { complaints: t } = db.t;
  return db.q
    .select({ cause: causeOf(db), ...tallyOf(db, now) })
    .from(t)
    .where(and(isMadeIn(db, scope), or(...waysTo(db, { of }))))
    .groupBy(sql`1`);
}

/** The newest first, of those of somebody or of all. */
export async function listMadeComplaints(
  db: Db,
  { of, cause, ...scope }: WorkScope & { of?: ComplaintsOf; cause?: string },
  figure: ComplaintFigure,
  now: number,
  { after, limit }: PageAfter,
): Promise<ComplaintRow[]> {
  const { complaints: t } = db.t;
  const order = inTimeOrder(t.createdAt, t.id, 'newest', after);
  return db.q
    .select()
    .from(t)
    .where(
      and(
        isMadeIn(db, scope),
        or(...waysTo(db, { of })),
        cause === undefined ? undefined : eq(causeOf(db), cause),
        isComplaintAs(db, figure, now),
        order.after,
      ),
    )
    .orderBy(...order.by)
    .limit(limit);
}

const causeOf = ({ t: { complaints: t } }: Db) =>
  sql<string>`coalesce(nullif(substr(trim(${t.cause}), 1, ${causeLength}), ''), ${noCause})`;

function tallyOf(db: Db, now: number) {
  const { complaints: t } = db.t;
  const is = (figure: ComplaintFigure) => countWhere(isComplaintAs(db, figure, now));
  return {
    made: is('made'),
    received: is('received'),
    inWork: is('inWork'),
    answered: is('answered'),
    closed: is('closed'),
    overdue: is('overdue'),
    everAnswered: is('everAnswered'),
    answerMs: sql<number>`coalesce(sum(${t.answeredAt} - ${t.createdAt}), 0)`.mapWith(Number),
  };
}

function isMadeIn(
  db: Db,
  { from, until, departmentId, employeeId, line, projectId }: WorkScope,
): SQL | undefined {
  const { complaints: t } = db.t;
  return and(
    gte(t.createdAt, from),
    lt(t.createdAt, until),
    departmentId === undefined ? undefined : eq(t.departmentId, departmentId),
    employeeId === undefined ? undefined : eq(t.ownerId, employeeId),
    line === undefined ? undefined : hasCalled(db, t.callId, line),
    projectId === undefined ? undefined : isOfProject(db, t.appealId, projectId),
  );
}

function isComplaintAs({ t: { complaints: t } }: Db, figure: ComplaintFigure, now: number): SQL | undefined {
  switch (figure) {
    case 'made':
      return undefined;
    case 'everAnswered':
      return isNotNull(t.answeredAt);
    case 'overdue': {
      const [received, inWork] = openComplaintStates;
      return sql`case when ${t.state} in (${received}, ${inWork}) then ${now} else coalesce(${t.answeredAt}, ${t.closedAt}, ${now}) end > ${t.dueAt}`;
    }
    default:
      return eq(t.state, figure);
  }
}
