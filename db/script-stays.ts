import {
  and,
  countDistinct,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  notExists,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { StayFigure } from '@/lib/domain/call-scripts/traffic';
import type { Period } from '@/lib/domain/reports/period';
import { aliasOf } from './alias';
import type { CallRow } from './calls';
import { inTimeOrder, type PageAfter } from './in-time-order';
import type { Db } from './store';

/** Which conversations are asked for. */
export type StayScope = {
  scriptId: string;
  machineVersion: number;
  wordingVersion?: number;
  period: Period;
};

/** How many conversations each version of the chart and of the words led. */
export async function countVersions(
  db: Db,
  { scriptId, machineVersions, period }: { scriptId: string; machineVersions: number[]; period: Period },
): Promise<{ machineVersion: number; wordingVersion: number; calls: number }[]> {
  const t = db.t.scriptStays;
  return db.q
    .select({
      machineVersion: t.machineVersion,
      wordingVersion: t.wordingVersion,
      calls: sql<number>`count(*)`.mapWith(Number),
    })
    .from(t)
    .where(
      and(
        eq(t.scriptId, scriptId),
        inArray(t.machineVersion, machineVersions),
        gte(t.day, period.from),
        lte(t.day, period.until),
        eq(t.position, 0),
      ),
    )
    .groupBy(t.machineVersion, t.wordingVersion);
}

/** How many calls came to each step, and what happened to them there. */
export async function sumSteps(
  db: Db,
  scope: StayScope,
): Promise<{ step: string; calls: number; visits: number; brokenOff: number; unfinished: number }[]> {
  const t = db.t.scriptStays;
  const callsThat = (condition: SQL) =>
    sql<number>`count(distinct case when ${condition} then ${t.callId} end)`.mapWith(Number);
  return db.q
    .select({
      step: t.step,
      calls: countDistinct(t.callId),
      visits: sql<number>`count(*)`.mapWith(Number),
      brokenOff: callsThat(sql`${t.isBrokenOff}`),
      unfinished: callsThat(isNull(t.nextStep)),
    })
    .from(t)
    .where(isOf(db, scope))
    .groupBy(t.step);
}

/** How often a step was left again after so many seconds. */
export async function countSeconds(
  db: Db,
  scope: StayScope,
): Promise<{ step: string; seconds: number; stays: number }[]> {
  const t = db.t.scriptStays;
  const rows = await db.q
    .select({ step: t.step, seconds: t.seconds, stays: sql<number>`count(*)`.mapWith(Number) })
    .from(t)
    .where(and(isOf(db, scope), isNotNull(t.seconds)))
    .groupBy(t.step, t.seconds);
  return rows.map(({ seconds, ...row }) => ({ ...row, seconds: seconds! }));
}

/** How many calls took each way from a step to another. */
export async function sumStepWays(
  db: Db,
  scope: StayScope,
): Promise<{ step: string; event: string; answer: number | null; nextStep: string; calls: number }[]> {
  const t = db.t.scriptStays;
  const rows = await db.q
    .select({
      step: t.step,
      event: t.event,
      answer: t.answer,
      nextStep: t.nextStep,
      calls: countDistinct(t.callId),
    })
    .from(t)
    .where(and(isOf(db, scope), isNotNull(t.nextStep)))
    .groupBy(t.step, t.event, t.answer, t.nextStep);
  return rows.map(({ event, nextStep, ...row }) => ({ ...row, event: event!, nextStep: nextStep! }));
}

export type StayFilter = Omit<StayScope, 'period'> & {
  arrivedFrom: number;
  /** The moment after the last one. */
  arrivedUntil: number;
  step: string;
  figure: StayFigure;
  way?: { event: string; answer: number | null; nextStep: string };
};

/** The calls that were at a step, each once, newest first. */
export async function listCallsOfStep(
  db: Db,
  filter: StayFilter,
  { after, limit }: PageAfter,
): Promise<CallRow[]> {
  const { calls, scriptStays: t } = db.t;
  const earlier = aliasOf(t, 'earlier');
  const order = inTimeOrder(t.arrivedAt, t.callId, 'newest', after);
  const rows = await db.q
    .select({ call: calls })
    .from(t)
    .innerJoin(calls, eq(calls.id, t.callId))
    .where(
      and(
        eq(t.scriptId, filter.scriptId),
        eq(t.machineVersion, filter.machineVersion),
        gte(t.arrivedAt, filter.arrivedFrom),
        lt(t.arrivedAt, filter.arrivedUntil),
        isCounted(t, filter),
        notExists(
          db.q
            .select({ one: sql`1` })
            .from(earlier)
            .where(
              and(eq(earlier.callId, t.callId), lt(earlier.position, t.position), isCounted(earlier, filter)),
            ),
        ),
        order.after,
      ),
    )
    .orderBy(...order.by)
    .limit(limit);
  return rows.map(({ call }) => call);
}

function isCounted(t: Db['t']['scriptStays'], { step, figure, way, wordingVersion }: StayFilter) {
  return and(
    eq(t.step, step),
    wordingVersion === undefined ? undefined : eq(t.wordingVersion, wordingVersion),
    figure === 'brokenOff' ? eq(t.isBrokenOff, true) : undefined,
    figure === 'unfinished' ? isNull(t.nextStep) : undefined,
    way &&
      and(
        eq(t.event, way.event),
        way.answer === null ? isNull(t.answer) : eq(t.answer, way.answer),
        eq(t.nextStep, way.nextStep),
      ),
  );
}

function isOf(
  { t: { scriptStays: t } }: Db,
  { scriptId, machineVersion, wordingVersion, period }: StayScope,
) {
  return and(
    eq(t.scriptId, scriptId),
    eq(t.machineVersion, machineVersion),
    gte(t.day, period.from),
    lte(t.day, period.until),
    wordingVersion === undefined ? undefined : eq(t.wordingVersion, wordingVersion),
  );
}
