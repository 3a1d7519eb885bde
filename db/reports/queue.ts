import { and, asc, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { countWhere } from '@/db/count-where';
import type { Db } from '@/db/store';
import type { CallFigure } from '@/lib/domain/reports/call-figure';
import { queuedOutcomes } from '@/lib/domain/reports/call-measure';
import type { QueueTally } from '@/lib/domain/reports/queue-figures';
import type { ReportSettings } from '@/lib/domain/reports/report-settings';
import { isInQueue, type MeasuredScope } from './measured-scope';

export type Limits = Pick<ReportSettings, 'answerSeconds' | 'shortSeconds' | 'serviceLevelFormula'>;

export type HourTally = QueueTally & {
  day: string;
  hour: number;
  closedHours: number;
  blocked: number;
  holdMs: number;
};

const sumOf = (value: unknown, condition: SQL | undefined) =>
  sql<number>`coalesce(sum(${value}) filter (where ${condition}), 0)`.mapWith(Number);

/** What happened in each hour of the period; hours without a call are left out. */
export async function sumQueue(db: Db, scope: MeasuredScope, limits: Limits): Promise<HourTally[]> {
  const t = db.t.callMeasures;
  const is = (figure: CallFigure) => isCounted(db, scope, figure, limits);
  return db.q
    .select({
      day: t.day,
      hour: t.hour,
      queued: countWhere(is('queued')),
      answered: countWhere(is('answered')),
      inTime: countWhere(is('inTime')),
      lostLate: countWhere(is('lostLate')),
      lostShort: countWhere(is('lostShort')),
      answeredWaitMs: sumOf(waitOf(db, scope), is('answered')),
      closedHours: countWhere(is('closedHours')),
      blocked: countWhere(is('blocked')),
      holdMs: sumOf(t.holdMs, is('answered')),
    })
    .from(t)
    .where(isInQueue(db, scope))
    .groupBy(t.day, t.hour)
    .orderBy(asc(t.day), asc(t.hour));
}

/** What a call of the queue is counted as. */
export function isCounted(
  db: Db,
  scope: MeasuredScope,
  figure: CallFigure,
  { answerSeconds, shortSeconds, serviceLevelFormula }: Limits,
): SQL | undefined {
  const t = db.t.callMeasures;
  const isInbound = scope.queue === 'inbound';
  const wait = waitOf(db, scope);
  const queued = isInbound
    ? inArray(t.outcome, [...queuedOutcomes])
    : sql`${t.handOverDepartmentId} is not null`;
  const answered = isInbound ? eq(t.outcome, 'answered') : sql`${t.handOverTakenBy} is not null`;
  const lost = and(queued, sql`not ${answered}`);
  const isWithin = sql`${wait} <= ${answerSeconds * 1000}`;
  const late = and(answered, sql`not ${isWithin}`);
  const lostLate = and(lost, sql`not ${isWithin}`);
  switch (figure) {
    case 'queued':
      return queued;
    case 'answered':
      return answered;
    case 'inTime':
      return and(answered, isWithin);
    case 'late':
      return late;
    case 'beyondGoal':
      return or(
        late,
        {
          lateAbandonedCount: lostLate,
          abandonedIgnored: undefined,
          abandonedCount: lost,
          earlyAbandonedAreServed: lostLate,
        }[serviceLevelFormula],
      );
    case 'lost':
      return lost;
    case 'lostLate':
      return lostLate;
    case 'lostShort':
      return and(lost, sql`${wait} < ${shortSeconds * 1000}`);
    case 'closedHours':
      return isInbound ? eq(t.outcome, 'closedHours') : sql`1 = 0`;
    case 'blocked':
      return isInbound ? eq(t.outcome, 'blocked') : sql`1 = 0`;
    default:
      return undefined;
  }
}

const waitOf = ({ t: { callMeasures: t } }: Db, { queue }: MeasuredScope) =>
  queue === 'inbound' ? t.waitMs : t.handOverWaitMs;
