import { and, eq, exists, gte, inArray, isNotNull, isNull, lte, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { hasRow } from '@/db/has-row';
import type { Db } from '@/db/store';
import { type CallsPart, daysOfWeekday, none } from '@/lib/domain/reports/calls-part';
import type { Period } from '@/lib/domain/reports/period';

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

/** The same with the moments between which its calls arrived (epoch ms), the last left out. */
export type ArrivedScope = MeasuredScope & { arrivedFrom: number; arrivedUntil: number };

/** A measured call of the period, and of the line, project and part it is narrowed to. */
export function isInPeriod(db: Db, { period, line, projectId, part }: MeasuredScope): SQL | undefined {
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

/** A measured call of the period that came into the queue, and was answered there by the person. */
export function isInQueue(db: Db, scope: MeasuredScope): SQL | undefined {
  const t = db.t.callMeasures;
  const { queue, employeeId } = scope;
  const answeredBy = queue === 'inbound' ? t.answeredBy : t.handOverTakenBy;
  return and(
    isInPeriod(db, scope),
    queue === 'inbound' ? undefined : eq(t.handOverDepartmentId, queue.handedOverTo),
    employeeId === undefined ? undefined : eq(answeredBy, employeeId),
  );
}

/** What was measured of somebody in a call: a leg, or a stay at a step. */
export function isOfStaff(
  db: Db,
  scope: MeasuredScope,
  t: Db['t']['legMeasures'] | Db['t']['stepMeasures'],
): SQL | undefined {
  const { period, employeeId, departmentId } = scope;
  return and(
    gte(t.day, period.from),
    lte(t.day, period.until),
    employeeId === undefined ? undefined : eq(t.employeeId, employeeId),
    departmentId === undefined ? undefined : eq(t.departmentId, departmentId),
    isOfNarrowedCall(db, scope, t.callId),
  );
}

/** The call is of the line, project and part that the report is narrowed to; any call is of a whole one. */
export function isOfNarrowedCall(db: Db, scope: MeasuredScope, callId: SQLiteColumn): SQL | undefined {
  const t = db.t.callMeasures;
  const { line, projectId, part } = scope;
  if (line === undefined && projectId === undefined && part === undefined) return undefined;
  return hasRow(db, t, and(eq(t.callId, callId), isInPeriod(db, scope)));
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
