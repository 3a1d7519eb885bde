import { getSetting } from '@/db/settings';
import { deleteDeliveriesBefore } from '@/db/webhook-deliveries';
import { deleteWebhookEventsBefore } from '@/db/webhook-events';
import { dayMs } from '@/lib/domain/duration';
import { readWebhookSettings } from '@/lib/domain/webhooks/webhook-settings';
import type { Context } from '@/lib/operations/context';

/** Deletes events that were kept as long as is set, with what was sent of them. */
export async function forgetOldEvents(context: Context): Promise<void> {
  const { keptDays } = readWebhookSettings((await getSetting(context.read, 'webhooks'))?.value);
  const before = context.now() - keptDays * dayMs;
  await context.tx(async (tx) => {
    await deleteDeliveriesBefore(tx, before);
    await deleteWebhookEventsBefore(tx, before);
  });
}
