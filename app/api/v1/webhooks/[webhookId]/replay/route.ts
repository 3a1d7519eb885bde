import { door } from '@/app/api/v1/door';
import { webhookContracts } from '@/lib/domain/webhooks/webhooks.contract';
import { countReplay, replayEvents } from '@/lib/operations/webhooks/replay-events';

export const GET = door(webhookContracts.countReplay, countReplay);
export const POST = door(webhookContracts.replay, replayEvents);
