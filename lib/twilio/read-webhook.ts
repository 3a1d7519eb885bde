import { validateRequest } from 'twilio/lib/webhooks/webhooks.js';
import { readSid } from './read-sid';

export type WebhookSettings = { twilioAccountSid: string; twilioAuthToken: string; publicUrl: string };

export type Form = Record<string, string>;

export type WebhookReading =
  | { ok: true; form: Form; query: URLSearchParams }
  | { ok: false; status: 400 | 403 | 413; problem: string };

/**
 * What a request must name: its call; its call or its room; or nothing of the provider's, since our own id stands in the
 * signed address (the polls of the wait and hold music).
 */
export type KnownBy = 'call' | 'room' | 'ownId';

const largestBody = 64 * 1024;

/**
 * Reads a signed request of Twilio. The signature covers the configured public address and the raw form, never the Host
 * header (twilio.com/docs/usage/webhooks/webhooks-security).
 */
export async function readTwilioWebhook(
  request: Request,
  settings: WebhookSettings,
  knownBy: KnownBy = 'call',
): Promise<WebhookReading> {
  const raw = await readAtMost(request, largestBody);
  if (raw === null) return { ok: false, status: 413, problem: 'the body is larger than 64 KB' };
  const params = paramsOf(raw);
  const { pathname, search, searchParams } = new URL(request.url);
  if (!isSigned(request, settings, pathname + search, params)) {
    return { ok: false, status: 403, problem: 'the signature is wrong' };
  }
  const form: Form = {};
  for (const [key, value] of Object.entries(params)) form[key] = Array.isArray(value) ? value[0]! : value;
  if (
    form.AccountSid !== settings.twilioAccountSid &&
    (knownBy !== 'ownId' || form.AccountSid !== undefined)
  ) {
    return { ok: false, status: 400, problem: 'the request is of another account' };
  }
  if (!isNamed(form, knownBy)) {
    return { ok: false, status: 400, problem: 'the request does not name what it is about' };
  }
  return { ok: true, form, query: searchParams };
}

function isNamed({ CallSid, ConferenceSid }: Form, knownBy: KnownBy): boolean {
  if (knownBy === 'ownId' || readSid(CallSid) !== '') return true;
  return knownBy === 'room' && readSid(ConferenceSid) !== '';
}

function isSigned(
  request: Request,
  { twilioAuthToken, publicUrl }: WebhookSettings,
  pathAndQuery: string,
  params: Record<string, string | string[]>,
): boolean {
  const signature = request.headers.get('x-twilio-signature');
  if (!signature || !twilioAuthToken) return false;
  try {
    return validateRequest(twilioAuthToken, signature, publicUrl + pathAndQuery, params);
  } catch {
    return false;
  }
}

function paramsOf(raw: string): Record<string, string | string[]> {
  const params: Record<string, string | string[]> = Object.create(null);
  for (const [key, value] of new URLSearchParams(raw)) {
    const earlier = params[key];
    params[key] = earlier === undefined ? value : [earlier, value].flat();
  }
  return params;
}

async function readAtMost(request: Request, maxBytes: number): Promise<string | null> {
  const told = request.headers.get('content-length');
  if (Number(told ?? 0) > maxBytes) return null;
  // The server reads no more of a body than its length told.
  if (told !== null && Number.isSafeInteger(Number(told))) return request.text();
  if (!request.body) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
