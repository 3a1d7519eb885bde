import { lookup as resolve } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { type AddressRules, ipOf, maySendTo, problemOfAddress } from '@/lib/domain/webhooks/webhook-address';
import type { OutgoingWebhook, WebhookAnswer, WebhookPost } from '@/lib/domain/webhooks/webhook-post';
import { signWebhook } from './sign-webhook';

/** For the whole of it, as the specification advises. */
const timeoutMs = 10_000;
const keptResponseBytes = 1024;

type PostRules = AddressRules & { lookup?: LookupFunction; timeoutMs?: number };

/**
 * Sends webhooks over https. A name is resolved when something is sent and the connection goes to the address that was
 * looked at, so that no name leads into our own network; a redirect is an answer like any other, and followed nowhere.
 */
export function postWebhooks(rules: PostRules): WebhookPost {
  const lookup = publicOnly(rules.lookup ?? (resolve as LookupFunction), rules);
  return {
    async send(webhook): Promise<WebhookAnswer> {
      try {
        return await post(webhook, { ...rules, lookup });
      } catch (error) {
        const { message, code } = error as NodeJS.ErrnoException;
        return failed(message || code || String(error));
      }
    },
  };
}

const failed = (problem: string): WebhookAnswer => ({
  result: 'retry',
  status: null,
  response: '',
  problem: plain(problem).slice(0, 300),
});

function post(
  webhook: OutgoingWebhook,
  rules: PostRules & { lookup: LookupFunction },
): Promise<WebhookAnswer> {
  if (problemOfAddress(webhook.address, rules)) throw new Error('the address is not one that is sent to');
  const address = new URL(webhook.address);
  const ip = ipOf(address.hostname);
  if (ip !== null && !maySendTo(ip, rules)) throw new Error(`${ip} is not a public address`);
  const signal = AbortSignal.timeout(rules.timeoutMs ?? timeoutMs);
  const { request } = address.protocol === 'https:' ? https : http;
  return new Promise((done, fail) => {
    const sent = request(address, {
      method: 'POST',
      lookup: rules.lookup,
      agent: false,
      signal,
      headers: {
        ...signWebhook(webhook),
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(webhook.body),
        'user-agent': 'Callboard-Webhooks',
        connection: 'close',
      },
    });
    sent.on('error', (error) =>
      fail(signal.aborted ? new Error(`no answer within ${(rules.timeoutMs ?? timeoutMs) / 1000} s`) : error),
    );
    sent.on('response', (response) => {
      const status = response.statusCode ?? 0;
      const parts: Buffer[] = [];
      let byteCount = 0;
      // What was answered counts, however the rest of the answer ends.
      const end = () => {
        response.destroy();
        const text = Buffer.concat(parts).subarray(0, keptResponseBytes).toString('utf8');
        done(answerOf(status, plain(text)));
      };
      response.on('data', (part: Buffer) => {
        parts.push(part);
        byteCount += part.length;
        if (byteCount >= keptResponseBytes) end();
      });
      response.on('end', end);
      response.on('error', end);
    });
    sent.end(webhook.body);
  });
}

function answerOf(status: number, response: string): WebhookAnswer {
  if (status >= 200 && status < 300) return { result: 'delivered', status, response, problem: null };
  return { result: status === 410 ? 'gone' : 'retry', status, response, problem: null };
}

/** Text that both databases keep and a screen shows. */
const plain = (text: string) => text.replaceAll('\0', '').toWellFormed();

/** The same lookup, which fails when the name leads anywhere that is not sent to, be it by one of several addresses. */
function publicOnly(lookup: LookupFunction, rules: AddressRules): LookupFunction {
  return (hostname, options, callback) =>
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, []);
      const addresses = found as { address: string; family: number }[];
      const closed = addresses.find(({ address }) => !maySendTo(address, rules));
      if (closed || !addresses[0]) {
        return callback(
          new Error(`${hostname} leads to ${closed?.address ?? 'nowhere'}, no public address`),
          [],
        );
      }
      if (options.all) return callback(null, addresses);
      callback(null, addresses[0].address, addresses[0].family);
    });
}
