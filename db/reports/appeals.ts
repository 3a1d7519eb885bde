import { and, count, eq, gt, gte, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import { aliasOf } from '@/db/alias';
import type { AppealRow } from '@/db/appeals';
import { countWhere } from '@/db/count-where';
import { isWithinScope } from '@/db/counterparty-scope';
import { hasRow } from '@/db/has-row';
import { inTimeOrder, type PageAfter } from '@/db/in-time-order';
import type { Db } from '@/db/store';
import type { CardScope } from '@/lib/domain/counterparties/card-scope';
import { dayMs } from '@/lib/domain/duration';
import type { AppealFigure } from '@/lib/domain/reports/reaction-figure';
import type { WorkScope } from './work-scope';

type Grace = { repeatDays: number; now: number };

export type AppealTally = Record<AppealFigure, number>;

/** Appeals made in the period, and whether their counterparty came again with the same. */
export async function sumAppeals(db: Db, scope: WorkScope, grace: Grace): Promise<AppealTally> {
  const is = (figure: AppealFigure) => countWhere(isAppealAs(db, figure, grace));
  const [row] = await db.q
    .select({
      made: count(),
      settledAtOnce: is('settledAtOnce'),
      repeated: is('repeated'),
      open: is('open'),
    })
    .from(db.t.appeals)
    .where(isMadeIn(db, scope));
  return row!;
}

/** The newest first. */
export async function listMadeAppeals(
  db: Db,
  { cards, ...scope }: WorkScope & { cards: CardScope },
  figure: AppealFigure,
  grace: Grace,
  { after, limit }: PageAfter,
): Promise<AppealRow[]> {
  const t = db.t.appeals;
  const order = inTimeOrder(t.createdAt, t.id, 'newest', after);
  return db.q
    .select()
    .from(t)
    .where(
      and(
        isMadeIn(db, scope),
        isWithinScope(db, cards, t.counterpartyId),
        isAppealAs(db, figure, grace),
        order.after,
      ),
    )
    .orderBy(...order.by)
    .limit(limit);
}

function isMadeIn(
  db: Db,
  { from, until, departmentId, employeeId, line, projectId }: WorkScope,
): SQL | undefined {
  const { appeals: t, employees } = db.t;
  return and(
    line === undefined ? undefined : sql`1 = 0`,
    gte(t.createdAt, from),
    lt(t.createdAt, until),
    employeeId === undefined ? undefined : eq(t.createdBy, employeeId),
    projectId === undefined ? undefined : eq(t.projectId, projectId),
    departmentId === undefined
      ? undefined
      : hasRow(db, employees, and(eq(employees.id, t.createdBy), eq(employees.departmentId, departmentId))),
  );
}

function isAppealAs(db: Db, figure: AppealFigure, { repeatDays, now }: Grace): SQL | undefined {
  const t = db.t.appeals;
  const graceMs = repeatDays * dayMs;
  const isRepeated = or(hasLaterAppeal(db, graceMs), hasLaterCall(db, graceMs));
  switch (figure) {
    case 'made':
      return undefined;
    case 'repeated':
      return isRepeated;
    case 'settledAtOnce':
      return sql`not ${isRepeated}`;
    case 'open':
      return and(sql`not ${isRepeated}`, gt(t.createdAt, now - graceMs));
  }
}

/** Another appeal of the counterparty with the same topic. */
function hasLaterAppeal(db: Db, graceMs: number): SQL {
  const t = db.t.appeals;
  const later = aliasOf(t, 'later');
  return hasRow(
    db,
    later,
    and(
      eq(later.counterpartyId, t.counterpartyId),
      eq(later.topic, t.topic),
      gt(later.createdAt, t.createdAt),
      lte(later.createdAt, sql`${t.createdAt} + ${graceMs}`),
    ),
  );
}

/** IN-8: another call about the same appeal. */
function hasLaterCall(db: Db, graceMs: number): SQL {
  const { appeals: t, reactions } = db.t;
  return hasRow(
    db,
    reactions,
    and(
      eq(reactions.appealId, t.id),
      eq(reactions.type, 'incomingCall'),
      gt(reactions.happenedAt, t.createdAt),
      lte(reactions.happenedAt, sql`${t.createdAt} + ${graceMs}`),
    ),
  );
}
