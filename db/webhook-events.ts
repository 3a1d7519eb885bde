import { and, asc, eq, gt, gte, inArray, lt, or } from 'drizzle-orm';
import type { WebhookEventKind } from '@/lib/domain/webhooks/webhook-event';
import { insertMany } from './insert-many';
import type { Db } from './store';

export type WebhookEventRow = Db['t']['webhookEvents']['$inferSelect'];

/** In the order of what happened. */
export async function insertWebhookEvents(
  db: Db,
  rows: readonly Omit<WebhookEventRow, 'number'>[],
): Promise<void> {
  await insertMany(db, db.t.webhookEvents, rows);
}

export async function getWebhookEvent(db: Db, id: string): Promise<WebhookEventRow | null> {
  const [row] = await db.q.select().from(db.t.webhookEvents).where(eq(db.t.webhookEvents.id, id));
  return row ?? null;
}

export type EventPeriod = { kinds: readonly WebhookEventKind[]; from: number; until: number };

/** Of these kinds, from then (epoch ms) until before then, the oldest first. */
export async function listWebhookEvents(
  db: Db,
  { kinds, from, until }: EventPeriod,
  page: { after?: { at: number; number: number }; limit: number },
): Promise<WebhookEventRow[]> {
  const t = db.t.webhookEvents;
  const { after } = page;
  return db.q
    .select()
    .from(t)
    .where(
      and(
        inArray(t.kind, [...kinds]),
        gte(t.at, after?.at ?? from),
        lt(t.at, until),
        after && or(gt(t.at, after.at), gt(t.number, after.number)),
      ),
    )
    .orderBy(asc(t.at), asc(t.number))
    .limit(page.limit);
}

/** How many there are, counted no further than `most`. */
export async function countWebhookEvents(
  db: Db,
  { kinds, from, until }: EventPeriod,
  most: number,
): Promise<number> {
  const t = db.t.webhookEvents;
  const found = db.q
    .select({ id: t.id })
    .from(t)
    .where(and(inArray(t.kind, [...kinds]), gte(t.at, from), lt(t.at, until)))
    .limit(most);
  return (await found).length;
}

export async function deleteWebhookEventsBefore(db: Db, at: number): Promise<void> {
  await db.q.delete(db.t.webhookEvents).where(lt(db.t.webhookEvents.at, at));
}
