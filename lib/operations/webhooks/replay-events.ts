import { insertOrRenewDeliveries } from '@/db/webhook-deliveries';
import { countWebhookEvents, type EventPeriod, listWebhookEvents } from '@/db/webhook-events';
import { getWebhook } from '@/db/webhooks';
import { invalid, notFound } from '@/lib/domain/errors';
import { webhookLimits } from '@/lib/domain/webhooks/webhook';
import { type Context, tell } from '@/lib/operations/context';
import { recordChange } from '@/lib/operations/settings/record-change';
import { changeableWebhook, refuseOthers, refuseWhenOff } from './changeable-webhook';

type Period = { webhookId: string; from: number; until: number };

const part = 200;
const most = webhookLimits.replayed;

/**
 * How many events of a period `replayEvents` would send to an address, counted to one more than it sends at most.
 * @throws Refusal `forbidden`, `notFound`, `invalid` for a period that ends before it begins
 */
export async function countReplay(context: Context, input: Period): Promise<{ count: number; most: number }> {
  refuseOthers(context);
  const webhook = await getWebhook(context.read, input.webhookId);
  if (!webhook) throw notFound('webhook');
  return { count: await countWebhookEvents(context.read, periodOf(webhook, input), most + 1), most };
}

/**
 * Sends to an address again, in their order, all events of a period that are of the kinds it is told of, those included
 * that happened while it was off. It is written in parts, so that nobody waits for it long.
 * @throws Refusal as `countReplay`; `notPossibleNow` when the address is switched off; `invalid` for more than it sends
 */
export async function replayEvents(context: Context, input: Period): Promise<{ count: number }> {
  refuseOthers(context);
  const { webhookId, from, until } = input;
  const webhook = await getWebhook(context.read, webhookId);
  if (!webhook) throw notFound('webhook');
  refuseWhenOff(webhook);
  const period = periodOf(webhook, input);
  const count = await countWebhookEvents(context.read, period, most + 1);
  if (count > most) throw invalid({ until: 'webhooks.problems.tooManyEvents' });
  const nextAttemptAt = context.now();
  let after: { at: number; number: number } | undefined;
  for (;;) {
    const events = await listWebhookEvents(context.read, period, { after, limit: part });
    const deliveries = events.map(({ id: eventId, kind, at: eventAt }) => ({
      webhookId,
      eventId,
      kind,
      eventAt,
      nextAttemptAt,
      isWatched: false,
    }));
    await context.part((tx) => insertOrRenewDeliveries(tx, deliveries));
    after = events.at(-1);
    if (events.length < part) break;
  }
  return context.tx(async (tx) => {
    await changeableWebhook(tx, webhookId);
    await recordChange(tx, context, {
      noun: 'webhooks',
      nounId: webhookId,
      before: {},
      after: { webhookReplayFrom: from, webhookReplayUntil: until, webhookReplayed: count },
    });
    tell(tx, { noun: 'webhook', nounId: webhookId });
    return { count };
  });
}

function periodOf({ kinds }: Pick<EventPeriod, 'kinds'>, { from, until }: Period): EventPeriod {
  if (until <= from) throw invalid({ until: 'webhooks.problems.period' });
  return { kinds, from, until };
}
