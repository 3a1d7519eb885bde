import { updateWebhook } from '@/db/webhooks';
import { secretsOverlapMs } from '@/lib/domain/webhooks/webhook';
import { type Context, tell } from '@/lib/operations/context';
import { recordChange } from '@/lib/operations/settings/record-change';
import { changeableWebhook, refuseOthers } from './changeable-webhook';
import { newWebhookSecret } from './create-webhook';

/**
 * Makes a new secret, told this once; the one before signs as well for a day, so that the receiver can change over. Made anew
 * within that day, the receiver has the first one still, and that one signs until the day is over.
 * @throws Refusal `forbidden`, `notFound`
 */
export async function renewWebhookSecret(
  context: Context,
  { webhookId }: { webhookId: string },
): Promise<{ secret: string | null; earlierSecretUntil: number }> {
  refuseOthers(context);
  const secret = newWebhookSecret(context.secrets);
  const now = context.now();
  const kept = await context.tx(async (tx) => {
    const before = await changeableWebhook(tx, webhookId);
    const isStillEarlier = before.earlierSecret !== null && (before.earlierSecretUntil ?? 0) > now;
    const earlierSecret = isStillEarlier ? before.earlierSecret : before.secret;
    const earlierSecretUntil = isStillEarlier ? before.earlierSecretUntil! : now + secretsOverlapMs;
    await updateWebhook(tx, webhookId, { secret, earlierSecret, earlierSecretUntil });
    await recordChange(tx, context, {
      noun: 'webhooks',
      nounId: webhookId,
      before: {},
      after: { webhookSecret: now },
    });
    tell(tx, { noun: 'webhook', nounId: webhookId });
    return { secret: null, earlierSecretUntil };
  });
  return { ...kept, secret };
}
