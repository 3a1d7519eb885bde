import { listDeliveries as listRows } from '@/db/webhook-deliveries';
import { getWebhook } from '@/db/webhooks';
import { notFound } from '@/lib/domain/errors';
import { cursorOf, type Page, readPlace, timeAndNumberCursor, toPage } from '@/lib/domain/paging';
import type { DeliveryState } from '@/lib/domain/webhooks/webhook';
import type { DeliveryView } from '@/lib/domain/webhooks/webhooks.contract';
import type { Context } from '@/lib/operations/context';
import { refuseOthers } from './changeable-webhook';

/** What was and is to be sent to an address, newest first. @throws Refusal `forbidden`, `notFound` */
export async function listDeliveries(
  context: Context,
  input: { webhookId: string; state?: DeliveryState; after?: string; limit: number },
): Promise<Page<DeliveryView>> {
  refuseOthers(context);
  const { webhookId, state, limit } = input;
  if (!(await getWebhook(context.read, webhookId))) throw notFound('webhook');
  const rows = await listRows(context.read, {
    webhookId,
    state,
    after: readPlace(input.after, timeAndNumberCursor),
    limit: limit + 1,
  });
  const page = toPage(rows, limit, (last) => cursorOf(last.eventAt, last.id));
  return {
    rows: page.rows.map(({ webhookId: _, isWatched: __, startedAt, nextAttemptAt, body, ...row }) => ({
      ...row,
      nextAttemptAt: row.state === 'waiting' ? nextAttemptAt : null,
      lastAttemptAt: startedAt,
      body: body ?? '',
    })),
    next: page.next,
  };
}
