import { and, asc, count, eq, gt, inArray, isNotNull, isNull, lt, not, or, sql } from 'drizzle-orm';
import type { CallPhase } from '@/lib/domain/calls/call';
import type { CallRow } from './calls';
import { hasRow } from './has-row';
import type { Db } from './store';

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
  const isRinging = hasRow(
    db,
    offers,
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
        unrungSince === null ? undefined : not(isRinging),
      ),
    )
    .orderBy(asc(calls.arrivedAt), asc(calls.id))
    .limit(limit);
}

const isOpenAndOffered = (calls: Db['t']['calls']) =>
  and(isNull(calls.endedAt), isNull(calls.quarantinedAt), inArray(calls.phase, offeredPhases));

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

/** Callers whom the same department is to answer and who called earlier. */
export async function countCallersAhead(db: Db, call: CallRow): Promise<number> {
  const calls = db.t.calls;
  const [row] = await db.q
    .select({ count: count() })
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
