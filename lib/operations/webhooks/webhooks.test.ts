import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import type { Dialect } from '@/db/store';
import { dialects, openTestStore } from '@/db/testing';
import { dayMs, hourMs, minuteMs, secondMs } from '@/lib/domain/duration';
import { type ChosenEventKind, chosenEventKinds, webhookBodyOf } from '@/lib/domain/webhooks/webhook-event';
import type { WebhookPost } from '@/lib/domain/webhooks/webhook-post';
import { forgetOldRows } from '@/lib/operations/deadlines/forget-old-rows';
import { commercialRecords, writeTestRecords } from '@/lib/operations/reactions/testing-records';
import { writeRecords } from '@/lib/operations/reactions/write-records';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { postWebhooks } from '@/lib/webhooks/post-webhook';
import { isSignedBy, openReceiver, type Receiver } from '@/tests/webhook-receiver';
import { createWebhook } from './create-webhook';
import { deliverWebhooks, releaseDeliveries } from './deliver-webhooks';
import { listDeliveries } from './list-deliveries';
import { listWebhooks } from './list-webhooks';
import { removeWebhook } from './remove-webhook';
import { renewWebhookSecret } from './renew-webhook-secret';
import { countReplay, replayEvents } from './replay-events';
import { resendDelivery } from './resend-delivery';
import { testWebhook } from './test-webhook';
import { updateWebhook } from './update-webhook';
import { getWebhookSettings, updateWebhookSettings } from './webhook-settings';

const rules = { takesThisMachine: true };
const receivers: Receiver[] = [];
afterEach(async () => {
  for (const receiver of receivers.splice(0)) await receiver.close();
});

/** What the records of a test write, in this order. */
const ofRecords = ['appeal.opened', 'reaction.recorded', 'nextReaction.created'];

describe.each(dialects)('webhooks on %s', (dialect) => {
  test('tell what happened in its order, signed, by a description that holds, and only once', async () => {
    const { write, deliver, receiver, secret, now } = await start(dialect);
    const { appealId, counterpartyId } = await write();
    await deliver();
    await deliver();
    expect(receiver.received.map(({ event }) => event.type)).toEqual(ofRecords);
    for (const message of receiver.received) {
      expect(await isSignedBy(secret, message)).toBe(true);
      expect(message.headers['webhook-timestamp']).toBe(String(now() / 1000));
      webhookBodyOf(message.event.type as ChosenEventKind).parse(message.event);
    }
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(3);
    expect(receiver.received[0]?.event).toEqual({
      type: 'appeal.opened',
      timestamp: new Date(now()).toISOString(),
      data: {
        appealId,
        number: 1,
        counterpartyId,
        createdAt: now(),
        closedAt: null,
        closedBy: null,
        href: `/api/v1/appeals/${appealId}`,
      },
    });
    expect(JSON.stringify(receiver.received)).not.toMatch(/Ромашка|ArchiCredit|58-12-34/);
  });

  test('tell of the chosen kinds alone; what nobody asked for is not even written', async () => {
    const { world, write, deliver, receiver, deliveries } = await start(dialect, ['appeal.opened']);
    await write();
    await deliver();
    expect(receiver.received.map(({ event }) => event.type)).toEqual(['appeal.opened']);
    expect(await deliveries()).toMatchObject([{ kind: 'appeal.opened', state: 'delivered', status: 204 }]);
    expect(await world.store.read.q.$count(world.store.read.t.webhookEvents)).toBe(1);
  });

  test('tell nothing of what was undone', async () => {
    const { world, as, deliver, receiver } = await start(dialect);
    const context = as('anna');
    const employee = { id: 'anna', departmentId: 'client' };
    const records = { plan: commercialRecords, callId: null, route: null, employee, happenedAt: world.now() };
    const undone = context.tx(async (tx) => {
      await writeRecords(tx, context, records);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await deliver();
    expect(receiver.received).toEqual([]);
    expect(await world.store.read.q.$count(world.store.read.t.webhookEvents)).toBe(0);
  });

  test('send what is not taken again, later each time under the same id, and give it up after ten times', async () => {
    const { world, write, deliver, receiver, deliveries } = await start(dialect, ['appeal.opened']);
    receiver.answersAlways({ status: 500, body: 'not today' });
    await write();
    await deliver();
    const [first] = await deliveries();
    expect(first).toMatchObject({ state: 'waiting', attempts: 1, status: 500, response: 'not today' });
    expect(first!.nextAttemptAt! - world.now()).toBeGreaterThanOrEqual(4.5 * secondMs);
    expect(first!.nextAttemptAt! - world.now()).toBeLessThanOrEqual(5.5 * secondMs);
    await deliver();
    expect(receiver.received).toHaveLength(1);
    for (let attempt = 2; attempt <= 10; attempt += 1) {
      world.pass((await deliveries())[0]!.nextAttemptAt! - world.now());
      await deliver();
    }
    expect(await deliveries()).toMatchObject([{ state: 'failed', attempts: 10, nextAttemptAt: null }]);
    world.pass(10 * dayMs);
    await deliver();
    expect(receiver.received).toHaveLength(10);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  test('keep what comes after one that failed from waiting for it', async () => {
    const { world, write, deliver, receiver, webhook } = await start(dialect);
    receiver.answers.push({ status: 503 });
    await write();
    await deliver();
    expect(receiver.received.map(({ event }) => event.type)).toEqual(ofRecords);
    expect((await webhook()).failingSince).toBe(null);
    world.pass(minuteMs);
    await deliver();
    expect(receiver.received[3]?.event.type).toBe('appeal.opened');
  });

  test('keep one address from waiting for another that is slow', async () => {
    const { as, write, parts, receiver } = await start(dialect);
    const slow = await openOne();
    slow.answersAlways('silence');
    await createWebhook(as('alla'), { address: slow.address, kinds: ['appeal.opened'] }, rules);
    await write();
    await deliverWebhooks({ ...parts, post: postWebhooks({ ...rules, timeoutMs: 2000 }) });
    expect(parts.busy.size).toBe(2);
    const [first] = parts.busy.values();
    await first;
    expect(receiver.received).toHaveLength(3);
    expect(parts.busy.size).toBe(1);
    await Promise.all(parts.busy.values());
    expect(slow.received).toHaveLength(1);
  });

  test('send what a dying process was sending once more, under the same id', async () => {
    const { world, as, write, deliver, receiver, deliveries, parts } = await start(dialect, [
      'appeal.opened',
    ]);
    await write();
    const dies: WebhookPost = {
      send: async (webhook) => {
        await parts.post.send(webhook);
        throw new Error('killed');
      },
    };
    await deliverWebhooks({ ...parts, post: dies, report: () => undefined });
    await Promise.all(parts.busy.values());
    expect(await deliveries()).toMatchObject([{ state: 'sending', attempts: 1 }]);
    await deliver();
    expect(receiver.received).toHaveLength(1);
    world.pass(secondMs);
    await releaseDeliveries(as('alla'), world.now());
    await deliver();
    expect(await deliveries()).toMatchObject([{ state: 'delivered', attempts: 2 }]);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);

    await write();
    await deliverWebhooks({ ...parts, post: dies, report: () => undefined });
    await Promise.all(parts.busy.values());
    world.pass(minuteMs + secondMs);
    await deliver();
    expect((await deliveries()).map(({ state }) => state)).toEqual(['delivered', 'delivered']);
  });

  test('stop at once for an address that says it is gone, and administrators are told', async () => {
    const { as, write, deliver, receiver, webhook, webhookId, deliveries } = await start(dialect);
    receiver.answersAlways({ status: 410 });
    await write();
    await deliver();
    expect(receiver.received).toHaveLength(1);
    expect(await webhook()).toMatchObject({ offReason: 'gone', disabledAt: expect.any(Number) });
    await expect(testWebhook(as('alla'), { webhookId })).rejects.toMatchObject({ code: 'notPossibleNow' });

    receiver.answersAlways({ status: 200 });
    await updateWebhook(as('alla'), { webhookId, isEnabled: true }, rules);
    await deliver();
    expect((await deliveries()).map(({ state }) => state)).toEqual(['delivered', 'delivered', 'failed']);
  });

  test('stop after five days in vain; one success begins the five days anew', async () => {
    const { world, as, write, deliver, receiver, webhook, webhookId } = await start(dialect, [
      'appeal.opened',
    ]);
    receiver.answersAlways({ status: 500 });
    const since = world.now();
    const passDays = async (days: number) => {
      for (let day = 0; day < days; day += 1) {
        await write();
        await deliver();
        world.pass(dayMs);
      }
    };
    await passDays(4);
    expect((await webhook()).failingSince).toBe(since);
    receiver.answers.push({ status: 200 });
    await deliver();
    receiver.answersAlways({ status: 500 });
    await passDays(4);
    expect((await webhook()).disabledAt).toBe(null);
    await passDays(2);
    expect(await webhook()).toMatchObject({ offReason: 'failing' });
    await updateWebhook(as('alla'), { webhookId, isEnabled: false }, rules);
    expect(await webhook()).toMatchObject({ offReason: 'person' });
  });

  test('are sent again one by one, and a period at once with what happened while the address was off', async () => {
    const { world, as, write, deliver, receiver, webhookId, deliveries } = await start(dialect);
    const from = world.now();
    await write();
    await deliver();
    const [last] = await deliveries();
    await resendDelivery(as('alla'), { webhookId, deliveryId: last!.id });
    await deliver();
    expect(receiver.received).toHaveLength(4);
    expect(receiver.received[3]).toMatchObject({ headers: { 'webhook-id': last!.eventId } });

    world.pass(hourMs);
    await updateWebhook(as('alla'), { webhookId, isEnabled: false }, rules);
    await write();
    await deliver();
    expect(await deliveries()).toHaveLength(3);
    world.pass(hourMs);
    const period = { webhookId, from, until: world.now() };
    await expect(replayEvents(as('alla'), period)).rejects.toMatchObject({ code: 'notPossibleNow' });
    await updateWebhook(as('alla'), { webhookId, isEnabled: true }, rules);
    await deliver();
    expect(receiver.received).toHaveLength(4);
    expect(await countReplay(as('alla'), period)).toEqual({ count: 6, most: 10_000 });
    expect(await countReplay(as('alla'), { ...period, until: from + 1 })).toMatchObject({ count: 3 });
    expect(await replayEvents(as('alla'), period)).toEqual({ count: 6 });
    await deliver();
    expect(receiver.received.slice(4).map(({ event }) => event.type)).toEqual([...ofRecords, ...ofRecords]);
    const times = receiver.received.slice(4).map(({ event }) => (event as { timestamp?: string }).timestamp);
    expect(times).toEqual(times.toSorted());
    const turned = { ...period, until: from };
    await expect(countReplay(as('alla'), turned)).rejects.toMatchObject({ code: 'invalid' });
  });

  test('are signed by a new secret, and for a day by the one before as well', async () => {
    const { world, as, deliver, receiver, webhookId, secret } = await start(dialect);
    const renewed = await renewWebhookSecret(as('alla'), { webhookId });
    const tried = async () => {
      await testWebhook(as('alla'), { webhookId });
      await deliver();
      const message = receiver.received.at(-1)!;
      return [await isSignedBy(secret, message), await isSignedBy(renewed.secret!, message)];
    };
    expect(await tried()).toEqual([true, true]);
    world.pass(dayMs);
    expect(await tried()).toEqual([false, true]);
  });

  test('are signed by the secret that the receiver has, though the new one was lost and made anew', async () => {
    const { world, as, deliver, receiver, webhookId, secret } = await start(dialect);
    const lost = await renewWebhookSecret(as('alla'), { webhookId });
    world.pass(dayMs / 2);
    const renewed = await renewWebhookSecret(as('alla'), { webhookId });
    expect(renewed.earlierSecretUntil).toBe(lost.earlierSecretUntil);
    const tried = async () => {
      await testWebhook(as('alla'), { webhookId });
      await deliver();
      const message = receiver.received.at(-1)!;
      return Promise.all([secret, lost.secret!, renewed.secret!].map((each) => isSignedBy(each, message)));
    };
    expect(await tried()).toEqual([true, false, true]);
    world.pass(dayMs / 2);
    expect(await tried()).toEqual([false, false, true]);
    const next = await renewWebhookSecret(as('alla'), { webhookId });
    expect(next.earlierSecretUntil).toBe(world.now() + dayMs);
    expect(await tried()).toEqual([false, false, true]);
  });

  test('are kept for as long as is set, and belong to administrators', async () => {
    const { world, as, write, deliver, webhookId, deliveries } = await start(dialect);
    await write();
    await deliver();
    world.pass(8 * dayMs);
    await forgetOldRows(world.as(null));
    expect(await deliveries()).toHaveLength(3);
    await updateWebhookSettings(as('alla'), { keptDays: 7, version: 0 });
    expect(await getWebhookSettings(as('alla'))).toMatchObject({ settings: { keptDays: 7 } });
    await forgetOldRows(world.as(null));
    expect(await deliveries()).toEqual([]);
    await expect(listWebhooks(as('gleb'))).rejects.toMatchObject({ code: 'forbidden' });
    await removeWebhook(as('alla'), { webhookId });
    expect(await listWebhooks(as('alla'))).toEqual({ rows: [] });
    await expect(deliveries()).rejects.toMatchObject({ code: 'notFound' });
  });

  test('are not sent to an address of our own network, and their secret is told once', async () => {
    const { world, company } = await start(dialect);
    const alla = world.as(company.as('alla'), { key: 'k', bodyHash: 'h' });
    const input = { address: 'https://example.com/', kinds: chosenEventKinds };
    for (const address of ['https://10.0.0.1/', 'http://example.com/']) {
      const refused = createWebhook(alla, { ...input, address }, { takesThisMachine: false });
      await expect(refused).rejects.toMatchObject({
        code: 'invalid',
        fields: { address: expect.any(String) },
      });
    }
    const { secret } = await createWebhook(alla, input, rules);
    expect(secret).toMatch(/^whsec_/);
    const repeated = await createWebhook(alla, input, rules).catch(
      (error: { result?: unknown }) => error.result,
    );
    expect(repeated).toMatchObject({ secret: null });
    const { q, t } = world.store.read;
    const requests = await q.select().from(t.requests).where(eq(t.requests.key, 'k'));
    expect(JSON.stringify(requests)).not.toContain('whsec_');
    expect(JSON.stringify(await listWebhooks(alla))).not.toContain('whsec_');
  });
});

async function openOne(): Promise<Receiver> {
  const receiver = await openReceiver();
  receivers.push(receiver);
  return receiver;
}

/** The test company with one receiver that is told of these kinds. */
async function start(dialect: Dialect, kinds: ChosenEventKind[] = chosenEventKinds) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world);
  const as = (name: Parameters<typeof company.as>[0]) => world.as(company.as(name));
  const receiver = await openOne();
  const { id: webhookId, secret } = await createWebhook(
    as('alla'),
    { address: receiver.address, kinds },
    rules,
  );
  const parts = {
    newContext: () => world.as(null),
    post: postWebhooks(rules),
    busy: new Map<string, Promise<void>>(),
    report: (what: string, error: unknown) => {
      throw new Error(what, { cause: error });
    },
  };
  return {
    world,
    company,
    now: world.now,
    as,
    parts,
    receiver,
    webhookId,
    secret: secret!,
    write: () => writeTestRecords(world, company.as('anna'), { callId: null }),
    /** Sends all that is due. */
    async deliver() {
      await deliverWebhooks(parts);
      await Promise.all(parts.busy.values());
    },
    webhook: async () => (await listWebhooks(as('alla'))).rows.find(({ id }) => id === webhookId)!,
    deliveries: async () => (await listDeliveries(as('alla'), { webhookId, limit: 50 })).rows,
  };
}
