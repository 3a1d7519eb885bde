import { door } from '@/app/api/v1/door';
import { webhookContracts } from '@/lib/domain/webhooks/webhooks.contract';
import { testWebhook } from '@/lib/operations/webhooks/test-webhook';

export const POST = door(webhookContracts.test, testWebhook);
