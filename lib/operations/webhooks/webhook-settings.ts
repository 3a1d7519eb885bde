import type { Versioned } from '@/lib/domain/settings/setting-version';
import { readWebhookSettings, type WebhookSettings } from '@/lib/domain/webhooks/webhook-settings';
import type { Context } from '@/lib/operations/context';
import { readSetting } from '@/lib/operations/settings/read-setting';
import { saveSetting } from '@/lib/operations/settings/save-setting';
import { refuseOthers } from './changeable-webhook';

/** For how many days events and what was sent are kept. @throws Refusal `forbidden` */
export async function getWebhookSettings(
  context: Context,
): Promise<{ settings: WebhookSettings; version: number }> {
  refuseOthers(context);
  const { value, version } = await readSetting(context.read, 'webhooks', readWebhookSettings);
  return { settings: value, version };
}

/** Changes it; what is older goes within the hour. @throws Refusal `forbidden`; `conflict` when it was changed meanwhile */
export async function updateWebhookSettings(
  context: Context,
  given: Versioned<WebhookSettings>,
): Promise<{ settings: WebhookSettings; version: number }> {
  refuseOthers(context);
  return context.tx(async (tx) => {
    const version = await saveSetting(tx, context, 'webhooks', readWebhookSettings, given);
    const { version: _, ...settings } = given;
    return { settings, version };
  });
}
