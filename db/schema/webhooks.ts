import { sql } from 'drizzle-orm';
import type { DeliveryState, WebhookOffReason } from '@/lib/domain/webhooks/webhook';
import type { ChosenEventKind, WebhookEventKind } from '@/lib/domain/webhooks/webhook-event';
import type { Kit } from './kit';

export function defineWebhooks(k: Kit) {
  const webhooks = k.table('webhooks', {
    id: k.text('id').primaryKey(),
    address: k.text('address').notNull(),
    kinds: k.json<ChosenEventKind[]>('kinds').notNull(),
    /** Kept as it is: it signs, and a hash cannot. */
    secret: k.text('secret').notNull(),
    earlierSecret: k.text('earlier_secret'),
    earlierSecretUntil: k.time('earlier_secret_until'),
    createdAt: k.time('created_at').notNull(),
    createdBy: k.text('created_by').notNull(),
    disabledAt: k.time('disabled_at'),
    offReason: k.text('off_reason').$type<WebhookOffReason>(),
    /** Since when nothing has been taken. */
    failingSince: k.time('failing_since'),
  });

  /** What happened, written with what happened. */
  const webhookEvents = k.table(
    'webhook_events',
    {
      /** In the order of what happened, within one transaction too. */
      number: k.serial('number'),
      id: k.text('id').notNull(),
      kind: k.text('kind').$type<WebhookEventKind>().notNull(),
      at: k.time('at').notNull(),
      body: k.text('body').notNull(),
    },
    (t) => [k.uniqueIndex('webhook_events_id').on(t.id), k.index('webhook_events_at').on(t.at, t.number)],
  );

  const webhookDeliveries = k.table(
    'webhook_deliveries',
    {
      id: k.serial('id'),
      webhookId: k.text('webhook_id').notNull(),
      eventId: k.text('event_id').notNull(),
      kind: k.text('kind').$type<WebhookEventKind>().notNull(),
      eventAt: k.time('event_at').notNull(),
      state: k.text('state').$type<DeliveryState>().notNull(),
      attempts: k.integer('attempts').notNull(),
      nextAttemptAt: k.time('next_attempt_at').notNull(),
      startedAt: k.time('started_at'),
      status: k.integer('status'),
      response: k.text('response').notNull(),
      problem: k.text('problem'),
      /** Somebody waits for it at the screen. */
      isWatched: k.flag('is_watched').notNull(),
    },
    (t) => [
      k.uniqueIndex('webhook_deliveries_once').on(t.webhookId, t.eventId),
      k.index('webhook_deliveries_newest').on(t.webhookId, t.eventAt, t.id),
      k.index('webhook_deliveries_state').on(t.webhookId, t.state, t.eventAt, t.id),
      k
        .index('webhook_deliveries_due')
        .on(t.webhookId, t.nextAttemptAt, t.eventAt, t.id)
        .where(sql`state = 'waiting'`),
      k.index('webhook_deliveries_begun').on(t.startedAt).where(sql`state = 'sending'`),
      k.index('webhook_deliveries_at').on(t.eventAt),
    ],
  );

  return { webhooks, webhookEvents, webhookDeliveries };
}
