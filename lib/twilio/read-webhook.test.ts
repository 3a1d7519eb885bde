import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { describe, expect, test } from 'vitest';
import { readTwilioWebhook } from './read-webhook';

const settings = {
  twilioAccountSid: `AC${'a'.repeat(32)}`,
  twilioAuthToken: '12345',
  publicUrl: 'https://calls.example.com',
};
const path = '/api/twilio/voice/inbound?c=1';
const form = { AccountSid: settings.twilioAccountSid, CallSid: 'CA1', From: '', To: '+74951234567' };

function post(
  body: string | Record<string, string>,
  { signature, token = settings.twilioAuthToken }: { signature?: string | null; token?: string } = {},
): Request {
  const raw = typeof body === 'string' ? body : new URLSearchParams(body).toString();
  const params = Object.fromEntries(new URLSearchParams(raw));
  const headers = new Headers({ 'content-type': 'application/x-www-form-urlencoded' });
  const signed = signature ?? getExpectedTwilioSignature(token, settings.publicUrl + path, params);
  if (signature !== null) headers.set('x-twilio-signature', signed);
  return new Request(`http://127.0.0.1:3000${path}`, { method: 'POST', body: raw, headers });
}

describe('a request of Twilio', () => {
  test('signed for the public address is read, whatever host it came to', async () => {
    const reading = await readTwilioWebhook(post(form), settings);
    expect(reading).toMatchObject({ ok: true, form: { CallSid: 'CA1', From: '' } });
  });

  test('with parameters that Twilio added yesterday is read', async () => {
    expect(await readTwilioWebhook(post({ ...form, Neues: 'ё&=+' }), settings)).toMatchObject({ ok: true });
  });

  test.each([
    ['without a signature', post(form, { signature: null })],
    ['with an empty signature', post(form, { signature: '' })],
    ['with somebody else’s signature', post(form, { token: 'other' })],
    ['changed on the way', post({ ...form, CallSid: 'CA2' }, { signature: signatureOf(form) })],
  ])('%s is refused with 403', async (_, request) => {
    expect(await readTwilioWebhook(request, settings)).toMatchObject({ ok: false, status: 403 });
  });

  test('is refused when no token is configured', async () => {
    const reading = await readTwilioWebhook(post(form, { token: '' }), { ...settings, twilioAuthToken: '' });
    expect(reading).toMatchObject({ ok: false, status: 403 });
  });

  test('of another account is refused with 400', async () => {
    const foreign = { ...form, AccountSid: `AC${'b'.repeat(32)}` };
    expect(await readTwilioWebhook(post(foreign), settings)).toMatchObject({ ok: false, status: 400 });
  });

  test('that names neither call nor conference is refused with 400', async () => {
    const nameless = { AccountSid: settings.twilioAccountSid };
    expect(await readTwilioWebhook(post(nameless), settings)).toMatchObject({ ok: false, status: 400 });
    expect(await readTwilioWebhook(post(nameless), settings, 'ownId')).toMatchObject({ ok: true });
    expect(await readTwilioWebhook(post({}), settings, 'ownId')).toMatchObject({ ok: true });
  });

  test('larger than 64 KB is refused with 413 before anything else', async () => {
    const large = post({ ...form, CallerName: 'x'.repeat(65 * 1024) });
    expect(await readTwilioWebhook(large, settings)).toMatchObject({ ok: false, status: 413 });
  });

  test('that hides its size is cut off at 64 KB', async () => {
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(8192)),
    });
    const request = new Request(`http://127.0.0.1${path}`, {
      method: 'POST',
      body: endless,
      duplex: 'half',
    } as RequestInit);
    expect(await readTwilioWebhook(request, settings)).toMatchObject({ ok: false, status: 413 });
  });

  test('that is no form at all is refused', async () => {
    expect(await readTwilioWebhook(post('\u0000\uFFFF{"a":1}', { signature: 'x' }), settings)).toMatchObject({
      ok: false,
      status: 403,
    });
  });
});

function signatureOf(params: Record<string, string>): string {
  return getExpectedTwilioSignature(settings.twilioAuthToken, settings.publicUrl + path, params);
}
