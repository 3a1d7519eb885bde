import { asc, eq } from 'drizzle-orm';
import { locked } from './lock';
import { prepared } from './prepared';
import type { Db } from './store';

export type WebhookRow = Db['t']['webhooks']['$inferSelect'];

/** All of them, the oldest first. */
export async function listWebhooks(db: Db): Promise<WebhookRow[]> {
  const t = db.t.webhooks;
  return prepared(db, 'listWebhooks', () =>
    db.q.select().from(t).orderBy(asc(t.createdAt), asc(t.id)),
  ).execute();
}

export async function getWebhook(db: Db, id: string): Promise<WebhookRow | null> {
  const [row] = await db.q.select().from(db.t.webhooks).where(eq(db.t.webhooks.id, id));
  return row ?? null;
}

/** For a change: nobody else changes the row until the transaction ends. */
export async function getWebhookLocked(db: Db, id: string): Promise<WebhookRow | null> {
  const [row] = await locked(db, db.q.select().from(db.t.webhooks).where(eq(db.t.webhooks.id, id)));
  return row ?? null;
}

export async function insertWebhook(db: Db, row: WebhookRow): Promise<void> {
  await db.q.insert(db.t.webhooks).values(row);
}

export async function updateWebhook(
  db: Db,
  id: string,
  change: Partial<Omit<WebhookRow, 'id' | 'createdAt' | 'createdBy'>>,
): Promise<void> {
  await db.q.update(db.t.webhooks).set(change).where(eq(db.t.webhooks.id, id));
}

export async function deleteWebhook(db: Db, id: string): Promise<void> {
  await db.q.delete(db.t.webhooks).where(eq(db.t.webhooks.id, id));
}
