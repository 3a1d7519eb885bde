import type { LookupFunction } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isSignedBy, openReceiver, type Receiver } from '@/tests/webhook-receiver';
import { postWebhooks } from './post-webhook';
import { signWebhook } from './sign-webhook';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
let receiver: Receiver;
beforeEach(async () => {
  receiver = await openReceiver();
});
afterEach(() => receiver.close());

const sentAt = Date.UTC(2026, 10, 1, 6);
const webhook = { id: 'event-1', secrets: [secret], sentAt, body: '{"type":"call.started"}' };
const demo = postWebhooks({ takesThisMachine: true, timeoutMs: 300 });
const send = (address = receiver.address, secrets = [secret]) => demo.send({ ...webhook, address, secrets });

test('the signature is that of the specification’s own example', () => {
  const signed = signWebhook({
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    sentAt: 1_614_265_330_000,
    secrets: [secret],
    body: '{"test": 2432232314}',
  });
  expect(signed).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
});

test('what arrives is the text itself, signed by each valid secret and by no other', async () => {
  const older = `whsec_${btoa('an older secret')}`;
  expect(await send(receiver.address, [secret, older])).toMatchObject({ result: 'delivered', status: 204 });
  const [message] = receiver.received;
  expect(message).toMatchObject({
    body: webhook.body,
    headers: { 'content-type': 'application/json', 'webhook-id': 'event-1' },
  });
  expect(await isSignedBy(secret, message!)).toBe(true);
  expect(await isSignedBy(older, message!)).toBe(true);
  expect(await isSignedBy(`whsec_${btoa('another')}`, message!)).toBe(false);
  expect(await isSignedBy(secret, { ...message!, body: `${webhook.body} ` })).toBe(false);
});

test.each([
  [200, 'delivered'],
  [299, 'delivered'],
  [301, 'retry'],
  [400, 'retry'],
  [410, 'gone'],
  [429, 'retry'],
  [500, 'retry'],
])('an answer %i means %s', async (status, result) => {
  receiver.answers.push({ status });
  expect(await send()).toMatchObject({ result, status });
});

test('a redirect is followed nowhere', async () => {
  const elsewhere = await openReceiver();
  receiver.answers.push({ status: 307, headers: { location: elsewhere.address } });
  expect(await send()).toMatchObject({ result: 'retry', status: 307 });
  expect(elsewhere.received).toEqual([]);
  await elsewhere.close();
});

test('of a long answer only the beginning is kept, and nothing that no database takes', async () => {
  receiver.answers.push({ status: 500, body: `\0${'я'.repeat(100_000)}` });
  const { response } = await send();
  expect(response.startsWith('яяя')).toBe(true);
  expect(Buffer.byteLength(response)).toBeLessThan(1030);
});

test('silence and a broken connection are told and tried again', async () => {
  receiver.answers.push('silence', 'hangsUp');
  expect(await send()).toEqual({
    result: 'retry',
    status: null,
    response: '',
    problem: 'no answer within 0.3 s',
  });
  expect(await send()).toMatchObject({ result: 'retry', status: null, problem: 'socket hang up' });
});

const leadsTo =
  (...ips: string[]): LookupFunction =>
  (_, options, done) => {
    const addresses = ips.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    if (options.all) done(null, addresses);
    else done(null, addresses[0]!.address, addresses[0]!.family);
  };

test.each(['127.0.0.1', '::1', '169.254.169.254', '10.0.0.5', '::ffff:127.0.0.1'])(
  'a name that leads to %s is not connected to',
  async (ip) => {
    for (const ips of [[ip], ['93.184.215.14', ip]]) {
      const post = postWebhooks({ takesThisMachine: false, timeoutMs: 300, lookup: leadsTo(...ips) });
      const answer = await post.send({ ...webhook, address: `https://hooks.example.com:${receiver.port}/` });
      expect(answer).toMatchObject({ result: 'retry', status: null });
      expect(answer.problem).toBe(`hooks.example.com leads to ${ip}, no public address`);
    }
    expect(receiver.received).toEqual([]);
  },
);

test.each([
  'http://127.0.0.1',
  'https://127.0.0.1',
  'https://[::1]',
  'https://[::ffff:127.0.0.1]',
  'https://10.0.0.5',
])('nothing is sent to %s outside the demo', async (origin) => {
  const post = postWebhooks({ takesThisMachine: false, timeoutMs: 300 });
  const answer = await post.send({ ...webhook, address: `${origin}:${receiver.port}/` });
  expect(answer).toMatchObject({ result: 'retry', status: null });
  expect(receiver.received).toEqual([]);
});

test('the connection goes to the address that was looked at, be the name asked about again or not', async () => {
  let asked = 0;
  const lookup: LookupFunction = (...given) => {
    asked += 1;
    leadsTo('127.0.0.1')(...given);
  };
  const post = postWebhooks({ takesThisMachine: true, timeoutMs: 300, lookup });
  const address = `http://hooks.localhost:${receiver.port}/`;
  expect(await post.send({ ...webhook, address })).toMatchObject({ result: 'delivered' });
  expect(asked).toBe(1);
  expect(receiver.received[0]?.headers.host).toBe(`hooks.localhost:${receiver.port}`);
});
