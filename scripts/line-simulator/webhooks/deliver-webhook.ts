import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock/clock.ts';
import { type HttpAnswer, type HttpFailure, type SendRequest, sendRequest } from './send-request.ts';
import { type Parameters, signWebhook } from './signature.ts';
import { parseWebhookAddress, type WebhookAddress } from './webhook-address.ts';

export type Webhook = {
  address: string;
  method: 'GET' | 'POST';
  parameters: Parameters;
  token?: string | null;
};

export type Attempt = {
  url: string;
  status: number | null;
  failure: string | null;
  startedAt: number;
  tookMs: number;
};

export type Delivery = {
  answer: HttpAnswer | null;
  /** What the last attempt failed with; an answer of 4xx or 5xx counts as 11200. */
  failure: { code: number; message: string } | null;
  /** The address the answer came from, after redirects; relative URLs in it are resolved against this. */
  url: string;
  attempts: Attempt[];
};

const REDIRECT_LIMIT = 10;

/** Signs and sends a webhook, with the retries its address asks for and redirects followed. Never throws. */
export async function deliverWebhook(
  clock: Clock,
  authToken: string,
  webhook: Webhook,
  send: SendRequest = sendRequest,
): Promise<Delivery> {
  const address = parseWebhookAddress(webhook.address);
  const token = webhook.token === undefined ? randomUUID() : webhook.token;
  const deadline = clock.now() + address.totalMs;
  const attempts: Attempt[] = [];

  for (;;) {
    const startedAt = clock.now();
    const { result, url } = await follow(clock, authToken, webhook, { address, token, deadline, send });
    const failure = failureOf(result);
    attempts.push({
      url,
      status: 'status' in result ? result.status : null,
      failure: failure?.message ?? null,
      startedAt,
      tookMs: clock.now() - startedAt,
    });
    const retry = failure && attempts.length <= address.retryCount && clock.now() < deadline;
    if (!retry || !mayRetry(address, result))
      return { answer: 'status' in result ? result : null, failure, url, attempts };
  }
}

async function follow(
  clock: Clock,
  authToken: string,
  webhook: Webhook,
  {
    address,
    token,
    deadline,
    send,
  }: { address: WebhookAddress; token: string | null; deadline: number; send: SendRequest },
): Promise<{ result: HttpAnswer | HttpFailure; url: string }> {
  let url = address.url;
  let method = webhook.method;
  for (let redirects = 0; ; redirects++) {
    const isPost = method === 'POST';
    const requested = isPost ? url : withQuery(url, redirects === 0 ? webhook.parameters : {});
    const result = await send(clock, {
      url: requested,
      method,
      body: isPost ? new URLSearchParams(webhook.parameters).toString() : '',
      headers: {
        accept: '*/*',
        'user-agent': 'TwilioProxy/1.1',
        'x-twilio-signature': signWebhook(authToken, requested, isPost ? webhook.parameters : {}),
        ...(token === null ? {} : { 'i-twilio-idempotency-token': token }),
        ...(isPost ? { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' } : {}),
      },
      connectMs: address.connectMs,
      readMs: address.readMs,
      totalMs: Math.max(1, deadline - clock.now()),
    });
    if (!('status' in result) || result.status < 300 || result.status >= 400 || !result.location)
      return { result, url: requested };
    if (redirects === REDIRECT_LIMIT)
      return { result: { cause: 'partial', code: 11215, message: 'Too many redirects' }, url: requested };
    url = new URL(result.location, requested).href;
    if (result.status !== 307 && result.status !== 308) method = 'GET';
  }
}

function withQuery(url: string, parameters: Parameters): string {
  const query = new URLSearchParams(parameters).toString();
  if (!query) return url;
  return `${url}${url.includes('?') ? '&' : '?'}${query}`;
}

function failureOf(result: HttpAnswer | HttpFailure): { code: number; message: string } | null {
  if (!('status' in result)) return { code: result.code, message: result.message };
  if (result.status >= 400) return { code: 11200, message: `HTTP ${result.status}` };
  return null;
}

function mayRetry(address: WebhookAddress, result: HttpAnswer | HttpFailure): boolean {
  if ('cause' in result && (result.cause === 'partial' || result.cause === 'total')) return false;
  if (address.retryOn.includes('all')) return true;
  if ('cause' in result) return address.retryOn.some((reason) => reason === result.cause);
  return address.retryOn.includes(result.status >= 500 ? '5xx' : '4xx');
}
