import type { Db } from '@/db/store';
import { insertDeliveries } from '@/db/webhook-deliveries';
import { insertWebhookEvents } from '@/db/webhook-events';
import { listWebhooks } from '@/db/webhooks';
import { testEventKind, type WebhookEvent } from '@/lib/domain/webhooks/webhook-event';

/**
 * Writes what happened for whom it is told, in the transaction it happened in. What nobody asked to be told of is not kept;
 * what is asked for by an address that is switched off is, so that it can be sent later.
 */
export async function keepEvents(
  db: Db,
  events: readonly WebhookEvent[],
  { now, newId }: { now: number; newId: () => string },
): Promise<void> {
  if (events.length === 0) return;
  const webhooks = await listWebhooks(db);
  const wanted = events.filter(({ kind }) => webhooks.some(({ kinds }) => isAmong(kinds, kind)));
  if (wanted.length === 0) return;
  const rows = wanted.map((event) => eventRow(event, newId(), now));
  await insertWebhookEvents(db, rows);
  const enabled = webhooks.filter(({ disabledAt }) => disabledAt === null);
  await insertDeliveries(
    db,
    rows.flatMap(({ id: eventId, kind, at }) =>
      enabled
        .filter(({ kinds }) => isAmong(kinds, kind))
        .map(({ id: webhookId }) => ({
          webhookId,
          eventId,
          kind,
          eventAt: at,
          nextAttemptAt: at,
          isWatched: false,
        })),
    ),
  );
}

const isAmong = (kinds: readonly string[], kind: string) => kind !== testEventKind && kinds.includes(kind);

/** The row of an event, with the text that is signed and sent. */
export const eventRow = ({ kind, data }: WebhookEvent, id: string, at: number) => ({
  id,
  kind,
  at,
  body: JSON.stringify({ type: kind, timestamp: new Date(at).toISOString(), data }),
});
