import { getWebhookLocked, type WebhookRow } from '@/db/webhooks';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { forbidden, notFound, Refusal } from '@/lib/domain/errors';
import { type Context, signedIn, type Tx } from '@/lib/operations/context';

/** @throws Refusal `forbidden` for who is no administrator */
export function refuseOthers(context: Context): void {
  if (!mayAdminister(signedIn(context))) throw forbidden();
}

/** One of them, locked. @throws Refusal `notFound` */
export async function changeableWebhook(tx: Tx, webhookId: string): Promise<WebhookRow> {
  const webhook = await getWebhookLocked(tx, webhookId);
  if (!webhook) throw notFound('webhook');
  return webhook;
}

/** @throws Refusal `notPossibleNow` when it is switched off: nothing is sent there */
export function refuseWhenOff(webhook: WebhookRow): void {
  if (webhook.disabledAt === null) return;
  throw new Refusal('notPossibleNow', 'this webhook is switched off', {}, { reason: 'webhookOff' });
}
