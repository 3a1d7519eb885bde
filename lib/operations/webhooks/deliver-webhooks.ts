import {
  hasDeliveriesBegunBefore,
  listDueDeliveries,
  updateDeliveriesReleased,
  updateDeliveryAttempt,
  updateDeliveryStarted,
  type WebhookDeliveryRow,
} from '@/db/webhook-deliveries';
import { getWebhookEvent } from '@/db/webhook-events';
import { getWebhook, getWebhookLocked, listWebhooks, updateWebhook, type WebhookRow } from '@/db/webhooks';
import { afterAttempt, lostAfterMs } from '@/lib/domain/attempts';
import { failingForMs, type WebhookOffReason } from '@/lib/domain/webhooks/webhook';
import type { WebhookAnswer, WebhookPost } from '@/lib/domain/webhooks/webhook-post';
import { type Context, type Tx, tell } from '@/lib/operations/context';
import { recordChange } from '@/lib/operations/settings/record-change';

const batch = 20;

export type DeliveryParts = {
  newContext: () => Context;
  post: WebhookPost;
  /** The addresses that are being sent to, so that a slow one keeps no other waiting. */
  busy: Map<string, Promise<void>>;
  signal?: AbortSignal;
  report: (what: string, error: unknown) => void;
};

/**
 * Begins to send what is due, to each address in the order of what happened and to all of them at once; it does not wait
 * for them. What is not taken is sent again, later each time, and the next one goes out meanwhile.
 */
export async function deliverWebhooks(parts: DeliveryParts): Promise<void> {
  const { newContext, busy, report } = parts;
  const context = newContext();
  const webhooks = await listWebhooks(context.read);
  if (webhooks.length === 0) return;
  await releaseDeliveries(context, context.now() - lostAfterMs.webhook);
  for (const { id, disabledAt } of webhooks) {
    if (disabledAt !== null || busy.has(id)) continue;
    const sending = sendDue(id, parts)
      .catch((error: unknown) => report(`webhook ${id}`, error))
      .finally(() => busy.delete(id));
    busy.set(id, sending);
  }
}

/** What was begun before then (epoch ms) and never ended is sent once more: the receiver knows it by its id. */
export async function releaseDeliveries(context: Context, before: number): Promise<void> {
  if (!(await hasDeliveriesBegunBefore(context.read, before))) return;
  await context.tx((tx) =>
    updateDeliveriesReleased(tx, before, {
      nextAttemptAt: context.now(),
      problem: 'the process ended while it was sent',
    }),
  );
}

async function sendDue(webhookId: string, { newContext, post, signal }: DeliveryParts): Promise<void> {
  for (;;) {
    const context = newContext();
    const due = await listDueDeliveries(context.read, webhookId, context.now(), batch);
    for (const delivery of due) {
      const webhook = signal?.aborted ? null : await getWebhook(context.read, webhookId);
      if (!webhook || webhook.disabledAt !== null) return;
      await sendOne(context, webhook, delivery, post);
    }
    if (due.length < batch) return;
  }
}

async function sendOne(
  context: Context,
  webhook: WebhookRow,
  delivery: WebhookDeliveryRow,
  post: WebhookPost,
): Promise<void> {
  const now = context.now();
  const event = await getWebhookEvent(context.read, delivery.eventId);
  const isOurs = await context.tx((tx) => updateDeliveryStarted(tx, delivery, now));
  if (!isOurs) return;
  const { address, secret, earlierSecret, earlierSecretUntil } = webhook;
  const isEarlierValid = earlierSecret !== null && (earlierSecretUntil ?? 0) > now;
  const answer: WebhookAnswer = event
    ? await post.send({
        id: delivery.eventId,
        address,
        secrets: isEarlierValid ? [secret, earlierSecret] : [secret],
        sentAt: now,
        body: event.body,
      })
    : { result: 'retry', status: null, response: '', problem: 'the event is not kept any more' };
  await noteAnswer(context, { ...delivery, attempts: delivery.attempts + 1 }, answer);
}

async function noteAnswer(
  context: Context,
  delivery: WebhookDeliveryRow,
  answer: WebhookAnswer,
): Promise<void> {
  const now = context.now();
  const { result, status, response, problem } = answer;
  const { attempts } = delivery;
  await context.tx(async (tx) => {
    const heard = { status, response, problem };
    const isNoted = await updateDeliveryAttempt(
      tx,
      delivery,
      result === 'delivered'
        ? { ...heard, state: 'delivered' }
        : result === 'gone'
          ? { ...heard, state: 'failed' }
          : { ...heard, ...afterAttempt('webhook', { attempts, at: now, random: Math.random() }) },
    );
    if (!isNoted) return;
    const hasTurned = await judgeWebhook(tx, context, delivery.webhookId, result);
    if (hasTurned || delivery.isWatched) tell(tx, { noun: 'webhook', nounId: delivery.webhookId });
  });
}

/** Whether the address has begun or ceased to fail, or was switched off for it. */
async function judgeWebhook(
  tx: Tx,
  context: Context,
  webhookId: string,
  result: WebhookAnswer['result'],
): Promise<boolean> {
  const webhook = await getWebhookLocked(tx, webhookId);
  if (!webhook || webhook.disabledAt !== null) return false;
  const now = context.now();
  if (result === 'delivered') {
    if (webhook.failingSince === null) return false;
    await updateWebhook(tx, webhookId, { failingSince: null });
    return true;
  }
  const failingSince = webhook.failingSince ?? now;
  const hasFailedLong = now - failingSince >= failingForMs;
  if (result === 'gone' || hasFailedLong) {
    await switchOff(tx, context, webhook, result === 'gone' ? 'gone' : 'failing');
    return true;
  }
  if (webhook.failingSince !== null) return false;
  await updateWebhook(tx, webhookId, { failingSince });
  return true;
}

async function switchOff(
  tx: Tx,
  context: Context,
  webhook: WebhookRow,
  offReason: WebhookOffReason,
): Promise<void> {
  await updateWebhook(tx, webhook.id, { disabledAt: context.now(), offReason, failingSince: null });
  await recordChange(tx, context, {
    noun: 'webhooks',
    nounId: webhook.id,
    before: { isEnabled: true },
    after: { isEnabled: false, offReason },
  });
}
