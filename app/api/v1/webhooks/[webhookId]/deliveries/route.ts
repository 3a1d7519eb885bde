import { door } from '@/app/api/v1/door';
import { webhookContracts } from '@/lib/domain/webhooks/webhooks.contract';
import { listDeliveries } from '@/lib/operations/webhooks/list-deliveries';

export const GET = door(webhookContracts.deliveries, listDeliveries);
