import { and, asc, eq, gte, inArray, isNull, lt, ne, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Turn } from '@/lib/domain/calls/ring-order';
import type { PhoneKind } from '@/lib/domain/employees/phone-kind';
import { countWhere } from './count-where';
import { anyRow, prepared, wholeRow } from './prepared';
import type { Db } from './store';

export type CallOfferRow = Db['t']['callOffers']['$inferSelect'];
export type NewCallOffer = Db['t']['callOffers']['$inferInsert'];

/** Those who were offered this round of the call before stay as they are. */
export async function insertCallOffers(db: Db, rows: NewCallOffer[]): Promise<void> {
  const { callOffers } = db.t;
  const insert = prepared(db, 'insertCallOffer', () =>
    db.q.insert(callOffers).values(anyRow(callOffers)).onConflictDoNothing(),
  );
  for (const row of rows) await insert.execute(wholeRow(callOffers, row));
}

export async function listOpenCallOffers(db: Db, callId: string): Promise<CallOfferRow[]> {
  const offers = db.t.callOffers;
  const select = prepared(db, 'listOpenCallOffers', () =>
    db.q
      .select()
      .from(offers)
      .where(and(eq(offers.callId, sql.placeholder('callId')), isNull(offers.endedAt)))
      .orderBy(asc(offers.employeeId)),
  );
  return select.execute({ callId });
}

/** Everybody who was offered the call in that round, whatever came of it. */
export async function listCallOffersOfRound(db: Db, callId: string, round: number): Promise<CallOfferRow[]> {
  const offers = db.t.callOffers;
  return db.q
    .select()
    .from(offers)
    .where(and(eq(offers.callId, callId), eq(offers.round, round)));
}

/** Every offer of a call, the first round first. */
export async function listCallOffers(db: Db, callId: string): Promise<CallOfferRow[]> {
  const offers = db.t.callOffers;
  return db.q
    .select()
    .from(offers)
    .where(eq(offers.callId, callId))
    .orderBy(asc(offers.round), asc(offers.employeeId));
}

export async function listOpenOffersTo(db: Db, employeeId: string): Promise<CallOfferRow[]> {
  const offers = db.t.callOffers;
  const select = prepared(db, 'listOpenOffersTo', () =>
    db.q
      .select()
      .from(offers)
      .where(and(eq(offers.employeeId, sql.placeholder('employeeId')), isNull(offers.endedAt)))
      .orderBy(asc(offers.offeredAt), asc(offers.id)),
  );
  return select.execute({ employeeId });
}

/** Ends the open offers of a call, or only this person's. Returns those it ended. */
export async function updateOffersEnded(
  db: Db,
  callId: string,
  end: { endedAt: number; outcome: CallOfferRow['outcome']; declineReason?: string | null },
  employeeId?: string,
): Promise<CallOfferRow[]> {
  const offers = db.t.callOffers;
  return db.q
    .update(offers)
    .set(end)
    .where(
      and(
        eq(offers.callId, callId),
        isNull(offers.endedAt),
        employeeId === undefined ? undefined : eq(offers.employeeId, employeeId),
      ),
    )
    .returning();
}

/** The open offers of a call ring until then. */
export async function updateOffersEndsAt(db: Db, callId: string, endsAt: number): Promise<void> {
  const offers = db.t.callOffers;
  await db.q
    .update(offers)
    .set({ endsAt })
    .where(and(eq(offers.callId, callId), isNull(offers.endedAt)));
}

/** How many offers a call has had. */
export async function countCallOffers(db: Db, callId: string): Promise<number> {
  const offers = db.t.callOffers;
  const [row] = await db.q
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(offers)
    .where(eq(offers.callId, callId));
  return row?.count ?? 0;
}

/** What decides whose turn it is to be rung by the call. */
export async function listTurns(db: Db, callId: string, employeeIds: readonly string[]): Promise<Turn[]> {
  if (employeeIds.length === 0) return [];
  const { employees, callOffers: offers, callClaims: claims, presences } = db.t;
  const ofPerson = sql`from ${offers} where ${offers.employeeId} = ${employees.id}`;
  const rows = await db.q
    .select({
      employeeId: employees.id,
      ringing: sql<number>`(select count(*) ${ofPerson} and ${offers.endedAt} is null)`.mapWith(Number),
      offersOfCall: sql<number>`(select count(*) ${ofPerson} and ${offers.callId} = ${callId})`.mapWith(
        Number,
      ),
      lastOfferedAt: sql<number | null>`(select max(${offers.offeredAt}) ${ofPerson})`,
      lastLeftAt: sql<number | null>`(
        select max(${claims.leftAt}) from ${claims} where ${claims.employeeId} = ${employees.id}
      )`,
      since: presences.since,
      afterCallUntil: presences.afterCallUntil,
    })
    .from(employees)
    .leftJoin(presences, eq(presences.employeeId, employees.id))
    .where(inArray(employees.id, [...employeeIds]));
  return rows.map(({ lastOfferedAt, lastLeftAt, since, afterCallUntil, ...row }) => ({
    ...row,
    lastOfferedAt: lastOfferedAt === null ? null : Number(lastOfferedAt),
    idleSince: Math.max(Number(lastLeftAt ?? 0), since ?? 0, afterCallUntil ?? 0),
  }));
}

export type Candidate = {
  employeeId: string;
  phone: string | null;
  phoneKind: PhoneKind;
  chosen: NonNullable<Db['t']['presences']['$inferSelect']['chosen']> | null;
  absentUntil: number | null;
  afterCallUntil: number | null;
  lastSeenAt: number | null;
  /** When a console with a telephone that is switched on and has a line was last heard of. */
  browserPhoneSeenAt: number | null;
  isBusy: boolean;
};

/** Everyone of a department, or one person, with what decides whether a call can be offered to them now. */
export async function listCandidates(
  db: Db,
  of: { departmentId: string } | { employeeId: string },
): Promise<Candidate[]> {
  const { employees } = db.t;
  const select =
    'employeeId' in of
      ? prepared(db, 'listCandidates of one', () =>
          candidates(db, eq(employees.id, sql.placeholder('employeeId'))),
        )
      : prepared(db, 'listCandidates of a department', () =>
          candidates(db, eq(employees.departmentId, sql.placeholder('departmentId'))),
        );
  const rows = await select.execute(of);
  const timeOf = (at: number | null) => (at === null ? null : Number(at));
  return rows.map(({ openCalls, lastSeenAt, browserPhoneSeenAt, ...row }) => ({
    ...row,
    lastSeenAt: timeOf(lastSeenAt),
    browserPhoneSeenAt: timeOf(browserPhoneSeenAt),
    isBusy: openCalls > 0,
  }));
}

function candidates(db: Db, whose: SQL) {
  const { employees, presences, liveConnections, calls } = db.t;
  const lastSeenAt = sql<number | null>`(
    select max(${liveConnections.lastSeenAt}) from ${liveConnections}
    where ${liveConnections.employeeId} = ${employees.id}
  )`;
  const browserPhoneSeenAt = sql<number | null>`(
    select max(${liveConnections.lastSeenAt}) from ${liveConnections}
    where ${liveConnections.employeeId} = ${employees.id} and ${liveConnections.browserPhone} = 'ready'
  )`;
  // A count each: for one with an "or" SQLite reads every open call.
  const openWhere = (column: SQLiteColumn) =>
    sql`(select count(*) from ${calls} where ${column} = ${employees.id} and ${calls.endedAt} is null)`;
  const openCalls = sql<number>`
    ${openWhere(calls.claimedBy)} + ${openWhere(calls.consultedId)} + ${openWhere(calls.supervisedBy)}
  `.mapWith(Number);
  return db.q
    .select({
      employeeId: employees.id,
      phone: employees.phone,
      phoneKind: employees.phoneKind,
      chosen: presences.chosen,
      absentUntil: presences.absentUntil,
      afterCallUntil: presences.afterCallUntil,
      lastSeenAt,
      browserPhoneSeenAt,
      openCalls,
    })
    .from(employees)
    .leftJoin(presences, eq(presences.employeeId, employees.id))
    .where(and(isNull(employees.disabledAt), whose))
    .orderBy(asc(employees.id));
}

export type OfferTally = { employeeId: string; offered: number; notAnswered: number };

/** How often calls were offered to these people, and how often one rang out or was declined; requests for advice are left out. */
export async function countOffers(
  db: Db,
  employeeIds: readonly string[],
  from: number,
  until: number,
): Promise<OfferTally[]> {
  if (employeeIds.length === 0) return [];
  const t = db.t.callOffers;
  return db.q
    .select({
      employeeId: t.employeeId,
      offered: sql<number>`count(*)`.mapWith(Number),
      notAnswered: countWhere(isOfferAs(db, 'notAnswered')),
    })
    .from(t)
    .where(
      and(
        inArray(t.employeeId, [...employeeIds]),
        gte(t.offeredAt, from),
        lt(t.offeredAt, until),
        isOfferAs(db, 'offered'),
      ),
    )
    .groupBy(t.employeeId);
}

/** What an offer is counted as; a request for advice is none. */
export function isOfferAs({ t: { callOffers: t } }: Db, figure: 'offered' | 'notAnswered'): SQL | undefined {
  const isOffer = ne(t.purpose, 'consult');
  return figure === 'offered' ? isOffer : and(isOffer, inArray(t.outcome, ['lapsed', 'declined']));
}
