import { door } from '@/app/api/v1/door';
import { webhookContracts } from '@/lib/domain/webhooks/webhooks.contract';
import { resendDelivery } from '@/lib/operations/webhooks/resend-delivery';

export const POST = door(webhookContracts.resend, resendDelivery);
