import { door } from '@/app/api/v1/door';
import { webhookContracts } from '@/lib/domain/webhooks/webhooks.contract';
import { getWebhookSettings, updateWebhookSettings } from '@/lib/operations/webhooks/webhook-settings';

export const GET = door(webhookContracts.getSettings, getWebhookSettings);
export const PUT = door(webhookContracts.updateSettings, updateWebhookSettings);
