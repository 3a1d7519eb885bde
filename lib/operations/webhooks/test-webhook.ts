import { insertDeliveries } from '@/db/webhook-deliveries';
import { insertWebhookEvents } from '@/db/webhook-events';
import { testEventKind } from '@/lib/domain/webhooks/webhook-event';
import { type Context, tell } from '@/lib/operations/context';
import { changeableWebhook, refuseOthers, refuseWhenOff } from './changeable-webhook';
import { eventRow } from './keep-events';

/** Sends a test event there. @throws Refusal `forbidden`, `notFound`, `notPossibleNow` when it is switched off */
export async function testWebhook(
  context: Context,
  { webhookId }: { webhookId: string },
): Promise<{ eventId: string }> {
  refuseOthers(context);
  const now = context.now();
  return context.tx(async (tx) => {
    refuseWhenOff(await changeableWebhook(tx, webhookId));
    const event = eventRow({ kind: testEventKind, data: { webhookId } }, context.newId(), now);
    await insertWebhookEvents(tx, [event]);
    await insertDeliveries(tx, [
      {
        webhookId,
        eventId: event.id,
        kind: event.kind,
        eventAt: now,
        nextAttemptAt: now,
        isWatched: true,
      },
    ]);
    tell(tx, { noun: 'webhook', nounId: webhookId });
    return { eventId: event.id };
  });
}
