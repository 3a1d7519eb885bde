import { door } from '@/app/api/v1/door';
import { webhookRules } from '@/lib/context';
import { webhookContracts } from '@/lib/domain/webhooks/webhooks.contract';
import { getWebhook } from '@/lib/operations/webhooks/list-webhooks';
import { removeWebhook } from '@/lib/operations/webhooks/remove-webhook';
import { updateWebhook } from '@/lib/operations/webhooks/update-webhook';

export const GET = door(webhookContracts.get, getWebhook);
export const PATCH = door(webhookContracts.update, (context, input) =>
  updateWebhook(context, input, webhookRules()),
);
export const DELETE = door(webhookContracts.remove, removeWebhook);
