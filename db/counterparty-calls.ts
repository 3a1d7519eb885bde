import { and, inArray } from 'drizzle-orm';
import { inTimeOrder } from './in-time-order';
import type { Db } from './store';

export type CounterpartyCallRow = Pick<
  Db['t']['calls']['$inferSelect'],
  | 'id'
  | 'direction'
  | 'counterpartyId'
  | 'arrivedAt'
  | 'answeredAt'
  | 'endedAt'
  | 'outcome'
  | 'route'
  | 'ownerId'
>;

/** Calls of these cards, newest first. */
export async function listCallsOfCounterparties(
  db: Db,
  counterpartyIds: readonly string[],
  limit: number,
  after?: { at: number; id: string },
): Promise<CounterpartyCallRow[]> {
  if (counterpartyIds.length === 0) return [];
  const calls = db.t.calls;
  const order = inTimeOrder(calls.arrivedAt, calls.id, 'newest', after);
  return db.q
    .select({
      id: calls.id,
      direction: calls.direction,
      counterpartyId: calls.counterpartyId,
      arrivedAt: calls.arrivedAt,
      answeredAt: calls.answeredAt,
      endedAt: calls.endedAt,
      outcome: calls.outcome,
      route: calls.route,
      ownerId: calls.ownerId,
    })
    .from(calls)
    .where(and(inArray(calls.counterpartyId, [...counterpartyIds]), order.after))
    .orderBy(...order.by)
    .limit(limit);
}
