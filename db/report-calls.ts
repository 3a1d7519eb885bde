import {
  and,
  asc,
  countDistinct,
  desc,
  eq,
  exists,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { CallOutcome } from '@/lib/domain/calls/call';
import type { CallRoute } from '@/lib/domain/calls/route';
import type { CallFigure } from '@/lib/domain/reports/call-figure';
import { queuedOutcomes } from '@/lib/domain/reports/call-measure';
import { type CallsPart, daysOfWeekday, none } from '@/lib/domain/reports/calls-part';
import type { Period } from '@/lib/domain/reports/period';
import { longestSpanMs } from '@/lib/domain/reports/presence-span';
import type { QueueTally } from '@/lib/domain/reports/queue-figures';
import type { ReportSettings } from '@/lib/domain/reports/report-settings';
import { isOfferAs } from './call-offers';
import type { CallRow } from './calls';
import type { Db } from './store';

/** Which calls a report is of. */
export type MeasuredScope = {
  period: Period;
  /** Into whose queue the callers came: the client department's, or that of the one they were handed over to. */
  queue: 'inbound' | { handedOverTo: string };
  /** Who answered in that queue, handled the call or led its conversation. */
  employeeId?: string;
  /** The same of a department's people; of handled calls and conversations alone. */
  departmentId?: string;
  /** The number of ours that was called, as the line tells it. */
  line?: string;
  projectId?: string;
  part?: CallsPart;
};

export type Limits = Pick<ReportSettings, 'answerSeconds' | 'shortSeconds' | 'serviceLevelFormula'>;

export type HourTally = QueueTally & {
  day: string;
  hour: number;
  closedHours: number;
  blocked: number;
  holdMs: number;
};

const count = (condition: SQL | undefined) =>
  sql<number>`count(*) filter (where ${condition})`.mapWith(Number);
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
      queued: count(is('queued')),
      answered: count(is('answered')),
      inTime: count(is('inTime')),
      lostLate: count(is('lostLate')),
      lostShort: count(is('lostShort')),
      answeredWaitMs: sumOf(waitOf(db, scope), is('answered')),
      closedHours: count(is('closedHours')),
      blocked: count(is('blocked')),
      holdMs: sumOf(t.holdMs, is('answered')),
    })
    .from(t)
    .where(and(isOfQueue(db, scope), isOfPerson(db, scope)))
    .groupBy(t.day, t.hour)
    .orderBy(asc(t.day), asc(t.hour));
}

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
    .where(isLegOf(db, scope))
    .groupBy(t.employeeId, t.departmentId);
}

/** How many calls the scope's people had a part in: fewer than their own calls together, where two handled one. */
export async function countHandled(db: Db, scope: MeasuredScope): Promise<number> {
  const t = db.t.legMeasures;
  const [row] = await db.q
    .select({ calls: countDistinct(t.callId) })
    .from(t)
    .where(isLegOf(db, scope));
  return row?.calls ?? 0;
}

export type WayTally = {
  calledNumber: string;
  route: CallRoute | null;
  handOverDepartmentId: string | null;
  outcome: CallOutcome;
  isTaken: boolean;
  calls: number;
};

/** The ways callers took: the line, the route, the first hand-over and how it ended. */
export async function sumWays(db: Db, scope: MeasuredScope): Promise<WayTally[]> {
  const t = db.t.callMeasures;
  const rows = await db.q
    .select({
      calledNumber: t.calledNumber,
      route: t.route,
      handOverDepartmentId: t.handOverDepartmentId,
      outcome: t.outcome,
      taken: count(sql`${t.handOverTakenBy} is not null`),
      calls: sql<number>`count(*)`.mapWith(Number),
    })
    .from(t)
    .where(and(isOfQueue(db, scope), isOfPerson(db, scope)))
    .groupBy(t.calledNumber, t.route, t.handOverDepartmentId, t.outcome);
  return rows.flatMap(({ taken, calls, ...way }) =>
    [
      { ...way, isTaken: true, calls: taken },
      { ...way, isTaken: false, calls: calls - taken },
    ].filter(({ calls }) => calls > 0),
  );
}

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
      conversations: sql<number>`count(*)`.mapWith(Number),
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
    .select({ step: t.brokenOffAt, calls: sql<number>`count(*)`.mapWith(Number) })
    .from(t)
    .where(and(isConversationOf(db, scope), sql`${t.brokenOffAt} is not null`))
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
    .select({ step: t.step, seconds: t.seconds, stays: sql<number>`count(*)`.mapWith(Number) })
    .from(t)
    .where(isStayOf(db, scope))
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
    .where(isStayOf(db, scope))
    .groupBy(t.step);
}

function isStayOf(db: Db, scope: MeasuredScope): SQL | undefined {
  const { period, employeeId, departmentId } = scope;
  const t = db.t.stepMeasures;
  return and(
    gte(t.day, period.from),
    lte(t.day, period.until),
    employeeId === undefined ? undefined : eq(t.employeeId, employeeId),
    departmentId === undefined ? undefined : eq(t.departmentId, departmentId),
    isOfNarrowedCall(db, scope, t.callId),
  );
}

/** Of the scope's stays, whose call is that of the row. */
function hasLeftStep(db: Db, { part, ...scope }: MeasuredScope): SQL | undefined {
  const { callMeasures, stepMeasures: t } = db.t;
  return and(
    isInPeriod(db, { ...scope, part }),
    exists(
      db.q
        .select({ one: sql`1` })
        .from(t)
        .where(
          and(
            eq(t.callId, callMeasures.callId),
            isStayOf(db, { ...scope, line: undefined, projectId: undefined }),
            part?.step === undefined ? undefined : eq(t.step, part.step),
          ),
        ),
    ),
  );
}

type CallsPage = { after?: { arrivedAt: number; id: string }; limit: number };

/** The calls counted as a figure, newest first. */
export async function listCountedCalls(
  db: Db,
  scope: MeasuredScope & { arrivedFrom: number; arrivedUntil: number },
  figure: CallFigure,
  limits: Limits,
  page: CallsPage,
): Promise<CallRow[]> {
  if (figure === 'handled') return listHandledCalls(db, scope, page);
  if (figure === 'offered' || figure === 'notAnswered') return listOfferedCalls(db, scope, figure, page);
  const { after, limit } = page;
  const { calls, callMeasures: t } = db.t;
  const rows = await db.q
    .select({ call: calls })
    .from(t)
    .innerJoin(calls, eq(calls.id, t.callId))
    .where(
      and(
        gte(t.arrivedAt, scope.arrivedFrom),
        lt(t.arrivedAt, scope.arrivedUntil),
        isListed(db, scope, figure, limits),
        after &&
          and(
            lte(t.arrivedAt, after.arrivedAt),
            or(lt(t.arrivedAt, after.arrivedAt), lt(t.callId, after.id)),
          ),
      ),
    )
    .orderBy(desc(t.arrivedAt), desc(t.callId))
    .limit(limit);
  return rows.map(({ call }) => call);
}

/** Calls that we placed are handled as well as those that came in, but nothing else of them is measured. */
async function listHandledCalls(
  db: Db,
  scope: MeasuredScope & { arrivedFrom: number; arrivedUntil: number },
  { after, limit }: CallsPage,
): Promise<CallRow[]> {
  const { calls, legMeasures: legs } = db.t;
  return db.q
    .select()
    .from(calls)
    .where(
      and(
        gte(calls.arrivedAt, scope.arrivedFrom),
        lt(calls.arrivedAt, scope.arrivedUntil),
        exists(
          db.q
            .select({ one: sql`1` })
            .from(legs)
            .where(and(eq(legs.callId, calls.id), isLegOf(db, scope))),
        ),
        after &&
          and(
            lte(calls.arrivedAt, after.arrivedAt),
            or(lt(calls.arrivedAt, after.arrivedAt), lt(calls.id, after.id)),
          ),
      ),
    )
    .orderBy(desc(calls.arrivedAt), desc(calls.id))
    .limit(limit);
}

type OfferedScope = MeasuredScope & { arrivedFrom: number; arrivedUntil: number };
export type OfferFigure = 'offered' | 'notAnswered';

/** Calls offered to the scope's people between the two moments, each once however often it was; some came earlier. */
async function listOfferedCalls(
  db: Db,
  scope: OfferedScope,
  figure: OfferFigure,
  { after, limit }: CallsPage,
): Promise<CallRow[]> {
  const { calls, callOffers: t } = db.t;
  const { arrivedFrom, arrivedUntil } = scope;
  return db.q
    .select()
    .from(calls)
    .where(
      and(
        gte(calls.arrivedAt, arrivedFrom - longestSpanMs),
        lt(calls.arrivedAt, arrivedUntil),
        exists(
          db.q
            .select({ one: sql`1` })
            .from(t)
            .where(and(eq(t.callId, calls.id), isOfferOf(db, scope, figure))),
        ),
        isOfNarrowedCall(db, scope, calls.id),
        after &&
          and(
            lte(calls.arrivedAt, after.arrivedAt),
            or(lt(calls.arrivedAt, after.arrivedAt), lt(calls.id, after.id)),
          ),
      ),
    )
    .orderBy(desc(calls.arrivedAt), desc(calls.id))
    .limit(limit);
}

/** How often each of these calls was offered so. */
export async function countOffersOfCalls(
  db: Db,
  scope: OfferedScope,
  figure: OfferFigure,
  callIds: readonly string[],
): Promise<Map<string, number>> {
  const { callOffers: t } = db.t;
  const rows = await db.q
    .select({ callId: t.callId, offers: sql<number>`count(*)`.mapWith(Number) })
    .from(t)
    .where(and(inArray(t.callId, [...callIds]), isOfferOf(db, scope, figure)))
    .groupBy(t.callId);
  return new Map(rows.map(({ callId, offers }) => [callId, offers]));
}

/** How often calls that came between these two moments were offered so, and how many calls they were. */
export async function sumOffers(
  db: Db,
  scope: OfferedScope,
  figure: OfferFigure,
  { from, until }: { from: number; until: number },
): Promise<{ offers: number; calls: number }> {
  const { calls, callOffers: t } = db.t;
  const [row] = await db.q
    .select({ offers: sql<number>`count(*)`.mapWith(Number), calls: countDistinct(calls.id) })
    .from(calls)
    .innerJoin(t, eq(t.callId, calls.id))
    .where(
      and(
        gte(calls.arrivedAt, from),
        lt(calls.arrivedAt, until),
        isOfferOf(db, scope, figure),
        isOfNarrowedCall(db, scope, calls.id),
      ),
    );
  return row!;
}

function isOfferOf(db: Db, scope: OfferedScope, figure: OfferFigure): SQL | undefined {
  const { callOffers: t, employees } = db.t;
  const { arrivedFrom, arrivedUntil, employeeId, departmentId } = scope;
  return and(
    gte(t.offeredAt, arrivedFrom),
    lt(t.offeredAt, arrivedUntil),
    employeeId === undefined ? undefined : eq(t.employeeId, employeeId),
    departmentId === undefined
      ? undefined
      : exists(
          db.q
            .select({ one: sql`1` })
            .from(employees)
            .where(and(eq(employees.id, t.employeeId), eq(employees.departmentId, departmentId))),
        ),
    isOfferAs(db, figure),
  );
}

function isListed(db: Db, scope: MeasuredScope, figure: CallFigure, limits: Limits): SQL | undefined {
  const t = db.t.callMeasures;
  const step = scope.part?.step;
  switch (figure) {
    case 'all':
      return and(isOfQueue(db, scope), isOfPerson(db, scope));
    case 'talkedByScript':
      return isConversationOf(db, scope);
    case 'brokenOff':
      return and(isConversationOf(db, scope), step ? eq(t.brokenOffAt, step) : isNotNull(t.brokenOffAt));
    case 'leftStep':
      return hasLeftStep(db, scope);
    case 'said':
      return and(isConversationOf(db, scope), gt(t.itemsDone, 0));
    case 'excused':
      return and(isConversationOf(db, scope), gt(t.itemsExcused, 0));
    case 'notSaid':
      return and(isConversationOf(db, scope), sql`${t.itemsDue} > ${t.itemsDone} + ${t.itemsExcused}`);
    case 'wentBack':
      return and(isConversationOf(db, scope), gt(t.backs, 0));
    case 'unlisted':
      return and(isConversationOf(db, scope), gt(t.unlistedAnswers, 0));
    case 'refused':
      return and(isConversationOf(db, scope), gt(t.refusedAnswers, 0));
    default:
      return and(isOfQueue(db, scope), isOfPerson(db, scope), isCounted(db, scope, figure, limits));
  }
}

function isCounted(
  { t: { callMeasures: t } }: Db,
  { queue }: MeasuredScope,
  figure: CallFigure,
  { answerSeconds, shortSeconds, serviceLevelFormula }: Limits,
): SQL | undefined {
  const isInbound = queue === 'inbound';
  const wait = isInbound ? t.waitMs : t.handOverWaitMs;
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

function isInPeriod(db: Db, { period, line, projectId, part }: MeasuredScope): SQL | undefined {
  const t = db.t.callMeasures;
  return and(
    gte(t.day, period.from),
    lte(t.day, period.until),
    line === undefined ? undefined : eq(t.calledNumber, line),
    projectId === undefined ? undefined : isAboutProject(db, projectId),
    part && isOfPart(db, period, part),
  );
}

function isOfPart({ t: { callMeasures: t } }: Db, period: Period, part: CallsPart): SQL | undefined {
  const { weekday, hour, route, handedOverTo, end } = part;
  const isTaken = sql`${t.handOverTakenBy} is not null`;
  return and(
    // As an expression, so that a page goes on along the arrivals and not from day to day.
    weekday === undefined ? undefined : inArray(sql`coalesce(${t.day}, '')`, daysOfWeekday(period, weekday)),
    hour === undefined ? undefined : eq(t.hour, hour),
    route === undefined ? undefined : isOrNone(t.route, route),
    handedOverTo === undefined ? undefined : isOrNone(t.handOverDepartmentId, handedOverTo),
    end === undefined
      ? undefined
      : end === 'taken' || end === 'notTaken'
        ? and(isNotNull(t.handOverDepartmentId), end === 'taken' ? isTaken : sql`not ${isTaken}`)
        : and(isNull(t.handOverDepartmentId), eq(t.outcome, end)),
  );
}

const isOrNone = (column: SQLiteColumn, value: string) =>
  value === none ? isNull(column) : eq(column, value);

function isOfQueue(db: Db, scope: MeasuredScope): SQL | undefined {
  const t = db.t.callMeasures;
  const { queue } = scope;
  const isHandedOver = queue === 'inbound' ? undefined : eq(t.handOverDepartmentId, queue.handedOverTo);
  return and(isInPeriod(db, scope), isHandedOver);
}

function isOfPerson({ t: { callMeasures: t } }: Db, { queue, employeeId }: MeasuredScope): SQL | undefined {
  if (employeeId === undefined) return undefined;
  return eq(queue === 'inbound' ? t.answeredBy : t.handOverTakenBy, employeeId);
}

function isConversationOf(db: Db, scope: MeasuredScope): SQL | undefined {
  const t = db.t.callMeasures;
  const { employeeId, departmentId } = scope;
  return and(
    isInPeriod(db, scope),
    sql`${t.ledBy} is not null`,
    employeeId === undefined ? undefined : eq(t.ledBy, employeeId),
    departmentId === undefined ? undefined : eq(t.ledDepartmentId, departmentId),
  );
}

const isOfStaff = (legs: Db['t']['legMeasures'], { employeeId, departmentId }: MeasuredScope) =>
  and(
    employeeId === undefined ? undefined : eq(legs.employeeId, employeeId),
    departmentId === undefined ? undefined : eq(legs.departmentId, departmentId),
  );

function isLegOf(db: Db, scope: MeasuredScope): SQL | undefined {
  const legs = db.t.legMeasures;
  return and(
    gte(legs.day, scope.period.from),
    lte(legs.day, scope.period.until),
    isOfStaff(legs, scope),
    isOfNarrowedCall(db, scope, legs.callId),
  );
}

function isOfNarrowedCall(db: Db, scope: MeasuredScope, callId: SQLiteColumn): SQL | undefined {
  const t = db.t.callMeasures;
  const { line, projectId, part } = scope;
  if (line === undefined && projectId === undefined && part === undefined) return undefined;
  return exists(
    db.q
      .select({ one: sql`1` })
      .from(t)
      .where(and(eq(t.callId, callId), isInPeriod(db, scope))),
  );
}

/** The conversation left a reaction on an appeal about that project. */
function isAboutProject(db: Db, projectId: string): SQL {
  const { callMeasures: t, reactions, appeals } = db.t;
  return exists(
    db.q
      .select({ one: sql`1` })
      .from(reactions)
      .innerJoin(appeals, eq(appeals.id, reactions.appealId))
      .where(and(eq(reactions.callId, t.callId), eq(appeals.projectId, projectId))),
  );
}
