import { and, asc, eq, getTableColumns, inArray, lt, lte } from 'drizzle-orm';
import type { DeliveryState } from '@/lib/domain/webhooks/webhook';
import { inTimeOrder, type PageAfter } from './in-time-order';
import type { Db } from './store';

export type WebhookDeliveryRow = Db['t']['webhookDeliveries']['$inferSelect'];
export type NewDelivery = Pick<
  WebhookDeliveryRow,
  'webhookId' | 'eventId' | 'kind' | 'eventAt' | 'nextAttemptAt' | 'isWatched'
>;

const untried = { state: 'waiting' as const, attempts: 0, startedAt: null, problem: null };
const wholeRow = (row: NewDelivery) => ({ ...untried, status: null, response: '', ...row });

/** Both databases take so many values of one statement and no more. */
const mostAtOnce = 1000;

/** In the order in which they are to be sent. */
export async function insertDeliveries(db: Db, rows: readonly NewDelivery[]): Promise<void> {
  for (let from = 0; from < rows.length; from += mostAtOnce) {
    await db.q.insert(db.t.webhookDeliveries).values(rows.slice(from, from + mostAtOnce).map(wholeRow));
  }
}

/** The same; one of an event that was or is to be sent there begins anew. */
export async function insertOrRenewDeliveries(db: Db, rows: readonly NewDelivery[]): Promise<void> {
  if (rows.length === 0) return;
  const t = db.t.webhookDeliveries;
  const known = await db.q
    .select({ eventId: t.eventId })
    .from(t)
    .where(
      and(
        eq(t.webhookId, rows[0]!.webhookId),
        inArray(
          t.eventId,
          rows.map(({ eventId }) => eventId),
        ),
      ),
    );
  const knownIds = known.map(({ eventId }) => eventId);
  if (knownIds.length > 0) {
    await db.q
      .update(t)
      .set({ ...untried, nextAttemptAt: rows[0]!.nextAttemptAt })
      .where(and(eq(t.webhookId, rows[0]!.webhookId), inArray(t.eventId, knownIds)));
  }
  const fresh = rows.filter(({ eventId }) => !knownIds.includes(eventId));
  if (fresh.length > 0) await db.q.insert(t).values(fresh.map(wholeRow)).onConflictDoNothing();
}

/** To be sent there by now: the longest due first, of those due together in the order of what happened. */
export async function listDueDeliveries(
  db: Db,
  webhookId: string,
  now: number,
  limit: number,
): Promise<WebhookDeliveryRow[]> {
  const t = db.t.webhookDeliveries;
  return db.q
    .select()
    .from(t)
    .where(and(eq(t.webhookId, webhookId), eq(t.state, 'waiting'), lte(t.nextAttemptAt, now)))
    .orderBy(asc(t.nextAttemptAt), asc(t.eventAt), asc(t.id))
    .limit(limit);
}

/** Takes a waiting one for one more attempt: false when another process did. */
export async function updateDeliveryStarted(
  db: Db,
  { id, attempts }: Pick<WebhookDeliveryRow, 'id' | 'attempts'>,
  startedAt: number,
): Promise<boolean> {
  const t = db.t.webhookDeliveries;
  const started = await db.q
    .update(t)
    .set({ state: 'sending', startedAt, attempts: attempts + 1 })
    .where(and(eq(t.id, id), eq(t.state, 'waiting'), eq(t.attempts, attempts)))
    .returning({ id: t.id });
  return started.length > 0;
}

/** Changes one that is still at that attempt: false when it was begun anew meanwhile. */
export async function updateDeliveryAttempt(
  db: Db,
  { id, attempts }: Pick<WebhookDeliveryRow, 'id' | 'attempts'>,
  change: Partial<Pick<WebhookDeliveryRow, 'state' | 'nextAttemptAt' | 'status' | 'response' | 'problem'>>,
): Promise<boolean> {
  const t = db.t.webhookDeliveries;
  const changed = await db.q
    .update(t)
    .set(change)
    .where(and(eq(t.id, id), eq(t.state, 'sending'), eq(t.attempts, attempts)))
    .returning({ id: t.id });
  return changed.length > 0;
}

export async function hasDeliveriesBegunBefore(db: Db, before: number): Promise<boolean> {
  const t = db.t.webhookDeliveries;
  const begun = await db.q
    .select({ id: t.id })
    .from(t)
    .where(and(eq(t.state, 'sending'), lt(t.startedAt, before)))
    .limit(1);
  return begun.length > 0;
}

/** Whatever was begun before then and never ended waits again. */
export async function updateDeliveriesReleased(
  db: Db,
  before: number,
  change: Pick<WebhookDeliveryRow, 'nextAttemptAt' | 'problem'>,
): Promise<void> {
  const t = db.t.webhookDeliveries;
  await db.q
    .update(t)
    .set({ state: 'waiting', ...change })
    .where(and(eq(t.state, 'sending'), lt(t.startedAt, before)));
}

/** Begins anew. Null when nothing of that id is sent there. */
export async function updateDeliveryRenewed(
  db: Db,
  { webhookId, id }: Pick<WebhookDeliveryRow, 'webhookId' | 'id'>,
  nextAttemptAt: number,
): Promise<WebhookDeliveryRow | null> {
  const t = db.t.webhookDeliveries;
  const [row] = await db.q
    .update(t)
    .set({ ...untried, nextAttemptAt, isWatched: true })
    .where(and(eq(t.id, id), eq(t.webhookId, webhookId)))
    .returning();
  return row ?? null;
}

/** Newest first. */
export async function listDeliveries(
  db: Db,
  query: {
    webhookId: string;
    state?: DeliveryState;
  } & PageAfter<number>,
): Promise<(WebhookDeliveryRow & { body: string | null })[]> {
  const t = db.t.webhookDeliveries;
  const { webhookId, state, after, limit } = query;
  const order = inTimeOrder(t.eventAt, t.id, 'newest', after);
  return db.q
    .select({ ...getTableColumns(t), body: db.t.webhookEvents.body })
    .from(t)
    .leftJoin(db.t.webhookEvents, eq(db.t.webhookEvents.id, t.eventId))
    .where(and(eq(t.webhookId, webhookId), state && eq(t.state, state), order.after))
    .orderBy(...order.by)
    .limit(limit);
}

export async function deleteDeliveriesBefore(db: Db, eventAt: number): Promise<void> {
  const t = db.t.webhookDeliveries;
  await db.q.delete(t).where(lt(t.eventAt, eventAt));
}
