import { and, count, countDistinct, eq, gte, inArray, lt, type SQL } from 'drizzle-orm';
import { isOfferAs } from '@/db/call-offers';
import type { CallRow } from '@/db/calls';
import { hasRow } from '@/db/has-row';
import { inTimeOrder, type PageAfter } from '@/db/in-time-order';
import type { Db } from '@/db/store';
import { longestSpanMs } from '@/lib/domain/reports/presence-span';
import { type ArrivedScope, isOfNarrowedCall } from './measured-scope';

export type OfferFigure = 'offered' | 'notAnswered';

/** Calls offered to the scope's people between the two moments, each once however often it was; some came earlier. */
export async function listOfferedCalls(
  db: Db,
  scope: ArrivedScope,
  figure: OfferFigure,
  { after, limit }: PageAfter,
): Promise<CallRow[]> {
  const { calls, callOffers: t } = db.t;
  const { arrivedFrom, arrivedUntil } = scope;
  const order = inTimeOrder(calls.arrivedAt, calls.id, 'newest', after);
  return db.q
    .select()
    .from(calls)
    .where(
      and(
        gte(calls.arrivedAt, arrivedFrom - longestSpanMs),
        lt(calls.arrivedAt, arrivedUntil),
        hasRow(db, t, and(eq(t.callId, calls.id), isOfferOf(db, scope, figure))),
        isOfNarrowedCall(db, scope, calls.id),
        order.after,
      ),
    )
    .orderBy(...order.by)
    .limit(limit);
}

/** How often each of these calls was offered so. */
export async function countOffersOfCalls(
  db: Db,
  scope: ArrivedScope,
  figure: OfferFigure,
  callIds: readonly string[],
): Promise<Map<string, number>> {
  const { callOffers: t } = db.t;
  const rows = await db.q
    .select({ callId: t.callId, offers: count() })
    .from(t)
    .where(and(inArray(t.callId, [...callIds]), isOfferOf(db, scope, figure)))
    .groupBy(t.callId);
  return new Map(rows.map(({ callId, offers }) => [callId, offers]));
}

/** How often calls that came between these two moments were offered so, and how many calls they were. */
export async function sumOffers(
  db: Db,
  scope: ArrivedScope,
  figure: OfferFigure,
  { from, until }: { from: number; until: number },
): Promise<{ offers: number; calls: number }> {
  const { calls, callOffers: t } = db.t;
  const [row] = await db.q
    .select({ offers: count(), calls: countDistinct(calls.id) })
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

function isOfferOf(db: Db, scope: ArrivedScope, figure: OfferFigure): SQL | undefined {
  const { callOffers: t, employees } = db.t;
  const { arrivedFrom, arrivedUntil, employeeId, departmentId } = scope;
  return and(
    gte(t.offeredAt, arrivedFrom),
    lt(t.offeredAt, arrivedUntil),
    employeeId === undefined ? undefined : eq(t.employeeId, employeeId),
    departmentId === undefined
      ? undefined
      : hasRow(db, employees, and(eq(employees.id, t.employeeId), eq(employees.departmentId, departmentId))),
    isOfferAs(db, figure),
  );
}
