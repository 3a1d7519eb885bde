import { door } from '@/app/api/v1/door';
import { webhookContracts } from '@/lib/domain/webhooks/webhooks.contract';
import { renewWebhookSecret } from '@/lib/operations/webhooks/renew-webhook-secret';

export const POST = door(webhookContracts.renewSecret, renewWebhookSecret);
