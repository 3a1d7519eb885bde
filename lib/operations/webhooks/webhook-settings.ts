import { getSetting } from '@/db/settings';
import { readWebhookSettings, type WebhookSettings } from '@/lib/domain/webhooks/webhook-settings';
import type { Context } from '@/lib/operations/context';
import { saveSetting } from '@/lib/operations/settings/save-setting';
import { refuseOthers } from './changeable-webhook';

/** For how many days events and what was sent are kept. @throws Refusal `forbidden` */
export async function getWebhookSettings(context: Context): Promise<{ settings: WebhookSettings }> {
  refuseOthers(context);
  return { settings: readWebhookSettings((await getSetting(context.read, 'webhooks'))?.value) };
}

/** Changes it; what is older goes within the hour. @throws Refusal `forbidden` */
export async function updateWebhookSettings(
  context: Context,
  settings: WebhookSettings,
): Promise<{ settings: WebhookSettings }> {
  refuseOthers(context);
  return context.tx(async (tx) => {
    await saveSetting(tx, context, 'webhooks', readWebhookSettings, settings);
    return { settings };
  });
}
