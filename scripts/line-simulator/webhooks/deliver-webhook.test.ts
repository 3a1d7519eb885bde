import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createVirtualClock } from '../clock/virtual-clock.ts';
import { type ScriptedConsole, startScriptedConsole } from '../testing/scripted-console.ts';
import { deliverWebhook } from './deliver-webhook.ts';

let consoleServer: ScriptedConsole;
const clock = createVirtualClock(0);
beforeEach(async () => {
  consoleServer = await startScriptedConsole('secret');
});
afterEach(() => consoleServer.close());

const deliver = (path: string, parameters = { CallSid: 'CA1', Empty: '' }) =>
  deliverWebhook(clock, 'secret', { address: consoleServer.url + path, method: 'POST', parameters });

test('a webhook is a signed form, and its retries carry the same idempotency token', async () => {
  let asked = 0;
  consoleServer.on('/hook', () => (++asked < 3 ? { status: 503 } : '<Response/>'));
  const delivery = await deliver('/hook?c=1#rc=3&rp=5xx');
  expect(delivery.answer).toMatchObject({ status: 200, body: '<Response/>' });
  expect(delivery.attempts.map(({ status }) => status)).toEqual([503, 503, 200]);
  expect(consoleServer.received.every(({ isSigned }) => isSigned)).toBe(true);
  expect(consoleServer.received[0]?.parameters).toEqual({ CallSid: 'CA1', Empty: '' });
  expect(new Set(consoleServer.received.map(({ token }) => token)).size).toBe(1);
  expect(consoleServer.received[0]?.token).toMatch(/^[0-9a-f-]{36}$/);
});

test.each([
  ['an error of the server is not retried unless the address asks for it', '/e', 500, 1],
  ['4xx is retried where the policy names it', '/e#rc=2&rp=4xx', 404, 3],
  ['4xx is not retried where the policy names only 5xx', '/e#rc=2&rp=5xx', 404, 1],
  ['everything is retried under rp=all', '/e#rc=1&rp=all', 400, 2],
])('%s', async (_, path, status, attempts) => {
  consoleServer.on('/e', { status });
  const delivery = await deliver(path);
  expect(delivery.failure).toEqual({ code: 11200, message: `HTTP ${status}` });
  expect(delivery.attempts).toHaveLength(attempts);
});

test('a refused connection is retried once by default', async () => {
  const { url } = consoleServer;
  await consoleServer.close();
  const delivery = await deliverWebhook(clock, 'secret', {
    address: `${url}/x`,
    method: 'POST',
    parameters: {},
  });
  expect(delivery.failure?.code).toBe(11202);
  expect(delivery.attempts).toHaveLength(2);
});

test('a console that never answers is given up after 15 seconds, whatever the address asks for', async () => {
  consoleServer.on('/slow', 'hang');
  const arrived = consoleServer.nextRequest();
  const delivery = deliver('/slow#rc=5&rp=all&tt=60000');
  await arrived;
  await clock.advance(15_000);
  const { failure, attempts } = await delivery;
  expect(failure?.code).toBe(11200);
  expect(attempts).toHaveLength(1);
});

test('a read time-out is retried within the total time', async () => {
  consoleServer.on('/slow', 'hang');
  const first = consoleServer.nextRequest();
  const delivery = deliver('/slow#rc=1&rp=rt&rt=6000&tt=14000');
  await first;
  const second = consoleServer.nextRequest();
  await clock.advance(6_000);
  await second;
  await clock.advance(6_000);
  expect((await delivery).attempts.map(({ failure }) => failure)).toEqual([
    'No answer within the read time',
    'No answer within the read time',
  ]);
});

test('an answer that breaks off is never retried', async () => {
  let asked = 0;
  const server = http.createServer((_, response) => {
    asked++;
    response.writeHead(200, { 'content-length': '100' });
    response.write('<Response>');
    setImmediate(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const delivery = await deliverWebhook(clock, 'secret', {
    address: `http://127.0.0.1:${port}/#rc=3&rp=all`,
    method: 'POST',
    parameters: {},
  });
  server.close();
  expect(delivery.failure?.code).toBe(11205);
  expect(asked).toBe(1);
});

test('redirects are followed and signed for the new address, ten at most', async () => {
  consoleServer.on('/old', { status: 307, headers: { location: '/new' } });
  consoleServer.on('/new', '<Response/>');
  const delivery = await deliver('/old');
  expect(delivery.url).toBe(`${consoleServer.url}/new`);
  expect(consoleServer.to('/new')[0]).toMatchObject({ isSigned: true, parameters: { CallSid: 'CA1' } });

  consoleServer.on('/round', { status: 302, headers: { location: '/round' } });
  expect((await deliver('/round')).failure?.code).toBe(11215);
});

test('a GET webhook carries its parameters in the signed address', async () => {
  await deliverWebhook(clock, 'secret', {
    address: `${consoleServer.url}/get?c=1`,
    method: 'GET',
    parameters: { From: '+7 916' },
  });
  expect(consoleServer.received[0]).toMatchObject({ isSigned: true, parameters: { c: '1', From: '+7 916' } });
});
