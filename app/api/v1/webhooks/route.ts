import { door } from '@/app/api/v1/door';
import { webhookRules } from '@/lib/context';
import { webhookContracts } from '@/lib/domain/webhooks/webhooks.contract';
import { createWebhook } from '@/lib/operations/webhooks/create-webhook';
import { listWebhooks } from '@/lib/operations/webhooks/list-webhooks';

export const GET = door(webhookContracts.list, listWebhooks);
export const POST = door(webhookContracts.create, (context, input) =>
  createWebhook(context, input, webhookRules()),
);
