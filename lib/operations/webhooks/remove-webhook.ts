import { deleteWebhook } from '@/db/webhooks';
import { shownAddress } from '@/lib/domain/webhooks/webhook';
import { type Context, tell } from '@/lib/operations/context';
import { recordChange } from '@/lib/operations/settings/record-change';
import { changeableWebhook, refuseOthers } from './changeable-webhook';

/** Tells it nothing any more; what was sent there is forgotten with time. @throws Refusal `forbidden`, `notFound` */
export async function removeWebhook(
  context: Context,
  { webhookId }: { webhookId: string },
): Promise<{ id: string }> {
  refuseOthers(context);
  return context.tx(async (tx) => {
    const { address } = await changeableWebhook(tx, webhookId);
    await deleteWebhook(tx, webhookId);
    await recordChange(tx, context, {
      noun: 'webhooks',
      nounId: webhookId,
      before: { webhookAddress: shownAddress(address) },
      after: { webhookAddress: null },
    });
    tell(tx, { noun: 'webhook', nounId: webhookId });
    return { id: webhookId };
  });
}
