// Sends requests to a server from a process of its own, so that neither waits for the other's turn on the event loop.
import { randomBytes } from 'node:crypto';
import http from 'node:http';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';

export type Target = {
  url: string;
  /** Posts signed arrivals of calls, each of its own sid; otherwise it gets the address. */
  signedAs?: { accountSid: string; authToken: string };
};

export type Load = { target: Target; durationMs: number } & (
  | /** Closed loop: so many requests under way all the time. */ { kind: 'saturating'; concurrency: number }
  /** Open loop: sent when due, whether or not earlier ones were answered; latency counts from then. */
  | { kind: 'steady'; perSecond: number }
);

/** `problems`: how often a request was not answered with success, by what happened instead. */
export type LoadResult = { perSecond: number; latenciesMs: number[]; problems: Record<string, number> };

const agent = new http.Agent({ keepAlive: true, maxSockets: 256 });
const patienceMs = 15_000;

type Prepared = { url: string; options: http.RequestOptions; body: string };

function prepare({ url, signedAs }: Target, count: number): Prepared[] {
  if (!signedAs) return Array.from({ length: count }, () => ({ url, options: { agent }, body: '' }));
  return Array.from({ length: count }, () => {
    const params = arrivalOf(signedAs.accountSid);
    const body = new URLSearchParams(params).toString();
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
      'x-twilio-signature': getExpectedTwilioSignature(signedAs.authToken, url, params),
    };
    return { url, options: { agent, method: 'POST', headers }, body };
  });
}

function arrivalOf(accountSid: string): Record<string, string> {
  const from = `+7999${String(Math.floor(Math.random() * 10_000_000)).padStart(7, '0')}`;
  const to = '+74951234567';
  return {
    CallSid: `CA${randomBytes(16).toString('hex')}`,
    AccountSid: accountSid,
    From: from,
    To: to,
    Caller: from,
    Called: to,
    CallStatus: 'ringing',
    ApiVersion: '2010-04-01',
    Direction: 'inbound',
    FromCity: '',
    FromState: '',
    FromZip: '',
    FromCountry: 'RU',
    ToCity: '',
    ToState: '',
    ToZip: '',
    ToCountry: 'RU',
  };
}

/** Resolves with what happened instead of a success, if anything. */
function send({ url, options, body }: Prepared): Promise<string | undefined> {
  return new Promise((resolve) => {
    const request = http.request(url, options, (response) => {
      response.resume();
      response.once('end', () =>
        resolve(response.statusCode! < 300 ? undefined : `status ${response.statusCode}`),
      );
    });
    request.setTimeout(patienceMs, () => request.destroy(new Error(`no answer in ${patienceMs} ms`)));
    request.once('error', ({ message }) => resolve(message));
    request.end(body);
  });
}

async function saturate(load: Load & { kind: 'saturating' }): Promise<LoadResult> {
  const prepared = prepare(load.target, Math.ceil(load.durationMs * 4));
  const latenciesMs: number[] = [];
  const problems: Record<string, number> = {};
  const startedAt = performance.now();
  const endsAt = startedAt + load.durationMs;
  const client = async () => {
    while (performance.now() < endsAt) {
      const next = prepared.pop();
      if (!next) throw new Error('more requests were answered than had been prepared');
      const sentAt = performance.now();
      const problem = await send(next);
      if (problem) problems[problem] = (problems[problem] ?? 0) + 1;
      else latenciesMs.push(performance.now() - sentAt);
    }
  };
  await Promise.all(Array.from({ length: load.concurrency }, client));
  const tookMs = performance.now() - startedAt;
  return { perSecond: (latenciesMs.length * 1000) / tookMs, latenciesMs, problems };
}

async function sendSteadily(load: Load & { kind: 'steady' }): Promise<LoadResult> {
  const prepared = prepare(load.target, Math.round((load.durationMs * load.perSecond) / 1000));
  const latenciesMs: number[] = [];
  const problems: Record<string, number> = {};
  const startedAt = performance.now();
  const underWay: Promise<void>[] = [];
  for (const [index, next] of prepared.entries()) {
    const dueAt = startedAt + (index * 1000) / load.perSecond;
    while (performance.now() < dueAt) await new Promise((resolve) => setTimeout(resolve, 1));
    underWay.push(
      send(next).then((problem) => {
        if (problem) problems[problem] = (problems[problem] ?? 0) + 1;
        else latenciesMs.push(performance.now() - dueAt);
      }),
    );
  }
  await Promise.all(underWay);
  const tookMs = performance.now() - startedAt;
  return { perSecond: (latenciesMs.length * 1000) / tookMs, latenciesMs, problems };
}

process.on('message', async (load: Load) => {
  try {
    const result = await (load.kind === 'saturating' ? saturate(load) : sendSteadily(load));
    process.send!({ result });
  } catch (error) {
    process.send!({ problem: String(error) });
  }
});
process.once('disconnect', () => process.exit(0));
