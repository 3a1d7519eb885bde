import {
  and,
  asc,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  ne,
  notExists,
  or,
  sql,
} from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { CallPhase } from '@/lib/domain/calls/call';
import { locked } from './lock';
import { anyRow, prepared, wholeRow } from './prepared';
import type { Db } from './store';

export type CallRow = Db['t']['calls']['$inferSelect'];
export type NewCall = Db['t']['calls']['$inferInsert'];

/** False when the line announced this call before. */
export async function insertCall(db: Db, row: NewCall): Promise<boolean> {
  const { calls } = db.t;
  const insert = prepared(db, 'insertCall', () =>
    db.q.insert(calls).values(anyRow(calls)).onConflictDoNothing().returning({ id: calls.id }),
  );
  return (await insert.execute(wholeRow(calls, row))).length > 0;
}

export async function getCall(db: Db, id: string): Promise<CallRow | null> {
  const { calls } = db.t;
  const select = prepared(db, 'getCall', () =>
    db.q
      .select()
      .from(calls)
      .where(eq(calls.id, sql.placeholder('id'))),
  );
  const [row] = await select.execute({ id });
  return row ?? null;
}

/** For a change: nobody else changes the call until the transaction ends. */
export async function getCallForUpdate(db: Db, id: string): Promise<CallRow | null> {
  const [row] = await locked(db, db.q.select().from(db.t.calls).where(eq(db.t.calls.id, id)));
  return row ?? null;
}

export async function getCallBySidForUpdate(db: Db, callSid: string): Promise<CallRow | null> {
  const [row] = await locked(db, db.q.select().from(db.t.calls).where(eq(db.t.calls.callSid, callSid)));
  return row ?? null;
}

export async function listCallsByIds(db: Db, ids: readonly string[]): Promise<CallRow[]> {
  if (ids.length === 0) return [];
  return db.q
    .select()
    .from(db.t.calls)
    .where(inArray(db.t.calls.id, [...ids]));
}

export async function findCallBySid(db: Db, callSid: string): Promise<CallRow | null> {
  const [row] = await db.q.select().from(db.t.calls).where(eq(db.t.calls.callSid, callSid));
  return row ?? null;
}

export async function updateCall(db: Db, id: string, change: Partial<Omit<CallRow, 'id'>>): Promise<void> {
  await db.q.update(db.t.calls).set(change).where(eq(db.t.calls.id, id));
}

/** The one statement that decides who takes a call: null when it is not to be taken (any more). */
export async function updateCallClaimed(
  db: Db,
  id: string,
  employeeId: string,
  claimedAt: number,
): Promise<CallRow | null> {
  const calls = db.t.calls;
  const [row] = await db.q
    .update(calls)
    .set({ claimedBy: employeeId, claimedAt, claimGeneration: sql`${calls.claimGeneration} + 1` })
    .where(
      and(
        eq(calls.id, id),
        inArray(calls.phase, offeredPhases),
        isNull(calls.claimedBy),
        isNull(calls.endedAt),
        isNull(calls.quarantinedAt),
      ),
    )
    .returning();
  return row ?? null;
}

const offeredPhases: CallPhase[] = ['ringing', 'handingOver'];

/** Whether it may be claimed at this moment. */
export const isOffered = ({ phase }: Pick<CallRow, 'phase'>): boolean => offeredPhases.includes(phase);

/** Whom a call is offered to: everybody of a department, or one person. */
export type OfferedPlace = Pick<CallRow, 'departmentId' | 'offeredEmployeeId'>;

/** Whom the open calls are offered to, each once. */
export async function listOfferedPlaces(db: Db): Promise<OfferedPlace[]> {
  const calls = db.t.calls;
  const { departmentId, offeredEmployeeId, overflowDepartmentId } = calls;
  const rows = await db.q
    .selectDistinct({ departmentId, offeredEmployeeId, overflowDepartmentId })
    .from(calls)
    .where(isOpenAndOffered(calls));
  const places = rows.flatMap((row): OfferedPlace[] => [
    { departmentId: row.departmentId, offeredEmployeeId: row.offeredEmployeeId },
    ...(row.overflowDepartmentId === null
      ? []
      : [{ departmentId: row.overflowDepartmentId, offeredEmployeeId: null }]),
  ]);
  return [...new Map(places.map((place) => [JSON.stringify(place), place])).values()];
}

/**
 * The open calls offered to that place whose round has not yet rung at each of these people, the oldest first, after the
 * given one. `unrungSince` (epoch ms): none that rings at somebody of the place since later than that.
 */
export async function listCallsToOffer(
  db: Db,
  { departmentId, offeredEmployeeId }: OfferedPlace,
  { employeeIds, unrungSince }: { employeeIds: readonly string[]; unrungSince: number | null },
  { after, limit }: { after: Pick<CallRow, 'id' | 'arrivedAt'> | null; limit: number },
): Promise<Pick<CallRow, 'id' | 'arrivedAt'>[]> {
  const { calls, callOffers: offers } = db.t;
  const rungOfRound = sql`(
    select count(*) from ${offers}
    where ${offers.callId} = ${calls.id} and ${offers.round} = ${calls.offerRound}
      and ${inArray(offers.employeeId, [...employeeIds])}
  )`;
  const ringingTurn = db.q
    .select({ one: sql`1` })
    .from(offers)
    .where(
      and(
        eq(offers.callId, calls.id),
        eq(offers.departmentId, departmentId),
        isNull(offers.endedAt),
        gt(offers.offeredAt, unrungSince ?? 0),
      ),
    );
  return db.q
    .select({ id: calls.id, arrivedAt: calls.arrivedAt })
    .from(calls)
    .where(
      and(
        isOpenAndOffered(calls),
        offeredEmployeeId === null
          ? or(eq(calls.departmentId, departmentId), eq(calls.overflowDepartmentId, departmentId))
          : eq(calls.departmentId, departmentId),
        offeredEmployeeId === null
          ? isNull(calls.offeredEmployeeId)
          : eq(calls.offeredEmployeeId, offeredEmployeeId),
        after
          ? or(
              gt(calls.arrivedAt, after.arrivedAt),
              and(eq(calls.arrivedAt, after.arrivedAt), gt(calls.id, after.id)),
            )
          : undefined,
        lt(rungOfRound, employeeIds.length),
        unrungSince === null ? undefined : notExists(ringingTurn),
      ),
    )
    .orderBy(asc(calls.arrivedAt), asc(calls.id))
    .limit(limit);
}

const isOpenAndOffered = (calls: Db['t']['calls']) =>
  and(isNull(calls.endedAt), isNull(calls.quarantinedAt), inArray(calls.phase, offeredPhases));

/** Open calls that a person passed on, and that come back to them when nobody takes them; the oldest first. */
export async function listCallsPassedOnBy(db: Db, employeeId: string): Promise<CallRow[]> {
  const calls = db.t.calls;
  return db.q
    .select()
    .from(calls)
    .where(isOpenAnd(calls, [calls.passedOnBy], employeeId))
    .orderBy(asc(calls.arrivedAt), asc(calls.id))
    .limit(20);
}

/**
 * Open calls of which the line told nothing and which nobody looked up since then; and claims that wait for their room and
 * were not looked up at this moment yet. Those not looked up for the longest time come first.
 */
export async function listSilentCalls(
  db: Db,
  { since, now }: { since: number; now: number },
  limit: number,
): Promise<CallRow[]> {
  const calls = db.t.calls;
  const isLookedUpBefore = (at: number) => or(isNull(calls.reconciledAt), lt(calls.reconciledAt, at));
  return db.q
    .select()
    .from(calls)
    .where(
      and(
        isNull(calls.endedAt),
        or(
          and(eq(calls.phase, 'claimed'), isNull(calls.conferenceSid), isLookedUpBefore(now)),
          and(lt(calls.lastEventAt, since), isLookedUpBefore(since)),
        ),
      ),
    )
    .orderBy(sql`coalesce(${calls.reconciledAt}, 0)`, asc(calls.arrivedAt), asc(calls.id))
    .limit(limit);
}

/** When the latest inbound call arrived, epoch ms; null before any has. */
export async function findLastInboundArrival(db: Db): Promise<number | null> {
  const calls = db.t.calls;
  const [row] = await db.q
    .select({ arrivedAt: calls.arrivedAt })
    .from(calls)
    .where(eq(calls.direction, 'inbound'))
    .orderBy(desc(calls.arrivedAt), desc(calls.id))
    .limit(1);
  return row?.arrivedAt ?? null;
}

/** Which of these calls of the provider are kept here. */
export async function listKnownCallSids(db: Db, callSids: readonly string[]): Promise<Set<string>> {
  if (callSids.length === 0) return new Set();
  const { callSid } = db.t.calls;
  const rows = await db.q
    .select({ callSid })
    .from(db.t.calls)
    .where(inArray(callSid, [...callSids]));
  return new Set(rows.map((row) => row.callSid));
}

/** Open calls whose callers hear music, or should, and whose line has not asked for any since then (epoch ms). */
export async function listUnheardWaits(db: Db, since: number, limit: number): Promise<CallRow[]> {
  const calls = db.t.calls;
  return db.q
    .select()
    .from(calls)
    .where(
      and(
        isNull(calls.endedAt),
        isNull(calls.quarantinedAt),
        isNotNull(calls.conferenceSid),
        or(inArray(calls.phase, [...offeredPhases, 'claimed']), isNotNull(calls.heldSince)),
        or(isNull(calls.musicAskedAt), lt(calls.musicAskedAt, since)),
      ),
    )
    .orderBy(asc(calls.arrivedAt), asc(calls.id))
    .limit(limit);
}

/** Callers whom the same department is to answer and who called earlier. */
export async function countCallersAhead(db: Db, call: CallRow): Promise<number> {
  const calls = db.t.calls;
  const [row] = await db.q
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(calls)
    .where(
      and(
        isNull(calls.endedAt),
        inArray(calls.phase, offeredPhases),
        eq(calls.departmentId, call.departmentId),
        lt(calls.arrivedAt, call.arrivedAt),
      ),
    );
  return row?.count ?? 0;
}

/** Whether another call of the same caller that came at that moment or later was answered. */
export async function hasLaterAnsweredCall(db: Db, call: CallRow): Promise<boolean> {
  const calls = db.t.calls;
  const isOfCaller =
    call.callerE164 === null
      ? and(isNull(calls.callerE164), eq(calls.callerText, call.callerText))
      : eq(calls.callerE164, call.callerE164);
  const rows = await db.q
    .select({ answeredAt: calls.answeredAt })
    .from(calls)
    .where(and(isOfCaller, gte(calls.arrivedAt, call.arrivedAt), ne(calls.id, call.id)));
  return rows.some((row) => row.answeredAt !== null);
}

/** The call in which somebody of ours has this number on the line, or calls it. */
export async function findOpenCallWith(db: Db, callerE164: string): Promise<CallRow | null> {
  const calls = db.t.calls;
  const [row] = await db.q
    .select()
    .from(calls)
    .where(and(isNull(calls.endedAt), eq(calls.callerE164, callerE164)))
    .limit(1);
  return row ?? null;
}

/** Open calls a person has taken, is asked for advice on, or supervises. */
export async function listOpenCallsOf(db: Db, employeeId: string): Promise<CallRow[]> {
  const calls = db.t.calls;
  return db.q
    .select()
    .from(calls)
    .where(isOpenAnd(calls, [calls.claimedBy, calls.consultedId, calls.supervisedBy], employeeId));
}

/** Open calls in one of whose columns the person stands. Each branch names the openness: SQLite finds each by an index of open calls. */
const isOpenAnd = (calls: Db['t']['calls'], columns: SQLiteColumn[], employeeId: string) =>
  or(...columns.map((column) => and(isNull(calls.endedAt), eq(column, employeeId))));

/** Open calls a person talks on, is asked for advice on, supervises, or leads the conversation of while it is handed over; oldest first. */
export async function listCallsHeldBy(db: Db, employeeId: string): Promise<CallRow[]> {
  const calls = db.t.calls;
  return db.q
    .select()
    .from(calls)
    .where(
      isOpenAnd(calls, [calls.claimedBy, calls.consultedId, calls.supervisedBy, calls.ownerId], employeeId),
    )
    .orderBy(asc(calls.arrivedAt), asc(calls.id))
    .limit(20);
}

/** Calls placed about one of these subjects that are not over: on the line, or their conversation still to be finished. */
export async function listCallsAbout(db: Db, subjectIds: readonly string[]): Promise<CallRow[]> {
  if (subjectIds.length === 0) return [];
  const calls = db.t.calls;
  const isAbout = inArray(calls.subjectId, [...subjectIds]);
  const isUnfinished = and(isNotNull(calls.unfinishedSince), isNull(calls.finishedAt));
  const found = await Promise.all(
    [isNull(calls.endedAt), isUnfinished].map((way) => db.q.select().from(calls).where(and(isAbout, way))),
  );
  return [...new Map(found.flat().map((call) => [call.id, call])).values()];
}

/** Calls placed about one subject, the newest first. */
export async function listCallsOfSubject(db: Db, subjectId: string, limit: number): Promise<CallRow[]> {
  const calls = db.t.calls;
  return db.q
    .select()
    .from(calls)
    .where(eq(calls.subjectId, subjectId))
    .orderBy(desc(calls.arrivedAt), desc(calls.id))
    .limit(limit);
}

/** IN-6: ended calls whose conversation a person has still to finish; oldest first. */
export async function listUnfinishedCallsOf(db: Db, employeeId: string, limit = 20): Promise<CallRow[]> {
  const calls = db.t.calls;
  const select = prepared(db, 'listUnfinishedCallsOf', () =>
    db.q
      .select()
      .from(calls)
      .where(
        and(
          isNotNull(calls.unfinishedSince),
          isNull(calls.finishedAt),
          eq(calls.ownerId, sql.placeholder('employeeId')),
        ),
      )
      .orderBy(asc(calls.unfinishedSince), asc(calls.id))
      .limit(sql.placeholder('limit')),
  );
  return select.execute({ employeeId, limit });
}

/** The calls a person led or took last; newest first. */
export async function listLastCallsOf(db: Db, employeeId: string, limit: number): Promise<CallRow[]> {
  const calls = db.t.calls;
  const select = prepared(db, 'listLastCallsOf', () =>
    db.q
      .select()
      .from(calls)
      .where(and(isNotNull(calls.endedAt), eq(calls.ownerId, sql.placeholder('employeeId'))))
      .orderBy(desc(calls.arrivedAt), desc(calls.id))
      .limit(sql.placeholder('limit')),
  );
  return select.execute({ employeeId, limit });
}
