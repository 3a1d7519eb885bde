import twilio from 'twilio';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createPhoneAccount } from './phone-account';
import { readTwilioWebhook } from './read-webhook';

const settings = {
  twilioAccountSid: `AC${'0'.repeat(32)}`,
  twilioAuthToken: '1'.repeat(32),
  twilioApiKeySid: `SK${'0'.repeat(32)}`,
  twilioApiKeySecret: 'secret of the API key',
  twilioTwimlAppSid: `AP${'0'.repeat(32)}`,
  publicUrl: 'https://calls.example.com',
  unusedRegionSettings: [],
};
const account = createPhoneAccount(settings);

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

describe('our own signed request', () => {
  const receive = (seenUrl: (url: string) => string = (url) => url) =>
    vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
      const reading = await readTwilioWebhook(new Request(seenUrl(url), init), settings, 'ownId');
      return new Response(null, { status: reading.ok ? 204 : reading.status });
    });

  test('is taken by the webhooks, whatever the inner address is, and a wrongly signed one is not', async () => {
    receive((url) => url.replace('https://calls.example.com', 'http://127.0.0.1:3000'));
    expect(await account.sendSigned('right')).toMatchObject({ reached: true, status: 204 });
    expect(await account.sendSigned('wrong')).toMatchObject({ reached: true, status: 403 });
  });

  test.each([
    ['drops the query', (url: string) => url.replace(/\?.*/, '')],
    ['decodes the query', (url: string) => url.replace('%D1%8F', 'ya')],
    ['moves the path', (url: string) => url.replace('/api/twilio', '/crm/api/twilio')],
  ])('is refused behind a proxy that %s', async (_, changed) => {
    receive(changed);
    expect(await account.sendSigned('right')).toMatchObject({ reached: true, status: 403 });
  });
});

describe('a public address that fails', () => {
  test.each([
    ['ENOTFOUND', 'name'],
    ['ECONNREFUSED', 'refused'],
    ['UND_ERR_CONNECT_TIMEOUT', 'timeout'],
    ['CERT_HAS_EXPIRED', 'certificate'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate'],
    ['ECONNRESET', 'other'],
  ])('by %s is told by its cause: %s', async (code, cause) => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('fetch failed', { cause: Object.assign(new Error('because'), { code }) });
    });
    expect(await account.reachConsole()).toEqual({ reached: false, cause, detail: `${code} because` });
  });

  test('by silence is told after the time for it', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new DOMException('The operation was aborted due to timeout', 'TimeoutError');
    });
    expect(await account.reachConsole()).toMatchObject({ reached: false, cause: 'timeout' });
  });
});

describe('what is asked of Twilio', () => {
  const answer = (statusCode: number, body: unknown) =>
    vi
      .spyOn(twilio.RequestClient.prototype, 'request')
      .mockImplementation(async () => ({ statusCode, body, headers: {} }) as never);

  test('goes to its own hosts, whatever region the environment names', async () => {
    vi.stubEnv('TWILIO_REGION', 'ie1').stubEnv('TWILIO_EDGE', 'dublin');
    const request = answer(404, { code: 20404, message: 'not found' });
    const here = createPhoneAccount(settings);
    await Promise.all([here.readAccount(), here.readRegionOf('+74951234567'), here.readProfiles()]);
    expect(request.mock.calls.map(([{ uri }]) => new URL(uri).hostname).toSorted()).toEqual([
      'api.twilio.com',
      'routes.twilio.com',
      'trusthub.twilio.com',
    ]);
  });

  test.each([
    [401, { code: 20003, message: 'Authenticate' }, 'refused'],
    [403, { code: 20005, message: 'Account not active' }, 'notActive'],
    [401, { code: 20005, message: 'Account not active' }, 'notActive'],
    [404, { code: 20404, message: 'not found' }, 'missing'],
    [429, { code: 20429, message: 'Too Many Requests' }, 'failed'],
    [500, { code: 20500, message: 'Internal Server Error' }, 'failed'],
  ])('and answered %i %j is told as %s', async (status, body, why) => {
    answer(status, body);
    expect(await account.readApp()).toMatchObject({
      told: false,
      why,
      detail: expect.stringContaining(String(body.code)),
    });
  });

  test('and not answered at all is told as unreachable', async () => {
    vi.spyOn(twilio.RequestClient.prototype, 'request').mockRejectedValue(
      Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }),
    );
    expect(await account.readApp()).toMatchObject({ told: false, why: 'unreachable' });
  });
});
