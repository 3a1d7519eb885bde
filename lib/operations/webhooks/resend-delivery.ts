import { updateDeliveryRenewed } from '@/db/webhook-deliveries';
import { notFound } from '@/lib/domain/errors';
import { type Context, tell } from '@/lib/operations/context';
import { changeableWebhook, refuseOthers, refuseWhenOff } from './changeable-webhook';

/**
 * Sends something to an address once more, with all attempts before it.
 * @throws Refusal `forbidden`, `notFound`, `notPossibleNow` when the address is switched off
 */
export async function resendDelivery(
  context: Context,
  { webhookId, deliveryId }: { webhookId: string; deliveryId: number },
): Promise<{ id: number }> {
  refuseOthers(context);
  return context.tx(async (tx) => {
    refuseWhenOff(await changeableWebhook(tx, webhookId));
    const delivery = await updateDeliveryRenewed(tx, { webhookId, id: deliveryId }, context.now());
    if (!delivery) throw notFound('delivery');
    tell(tx, { noun: 'webhook', nounId: webhookId });
    return { id: deliveryId };
  });
}
