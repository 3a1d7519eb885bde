import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Dialect } from '@/db/store';
import { dialects, openTestStore } from '@/db/testing';
import {
  type ConnectionCheck,
  connectionChecks,
  type Finding,
  type FindingCode,
} from '@/lib/domain/connection/finding';
import { repairsOf } from '@/lib/domain/connection/repair';
import { getTranslator } from '@/lib/i18n/translator';
import { insertTestCompany, testPeople } from '@/lib/operations/employees/testing';
import { createCompanyNumber } from '@/lib/operations/settings/create-company-number';
import { listChanges } from '@/lib/operations/settings/list-changes';
import { createTestWorld } from '@/lib/operations/testing';
import { createPhoneAccount } from '@/lib/twilio/phone-account';
import { DEFECTS, type Defect } from '@/scripts/line-simulator/line/account';
import {
  ACCOUNT_SID,
  API_KEY_SECRET,
  API_KEY_SID,
  APPLICATION_SID,
  AUTH_TOKEN,
  COMPANY,
} from '@/scripts/line-simulator/testing/line-under-test';
import type { Received } from '@/scripts/line-simulator/testing/scripted-console';
import { openHeldLine } from '@/tests/contract/held-line';
import { checkConnection } from './check-connection';
import { repairConnection } from './repair-connection';

let line: Awaited<ReturnType<typeof openHeldLine>>;
beforeEach(async () => {
  line = await openHeldLine();
  line.console.on('/api/health', wellConsole);
  line.console.on('/api/twilio/connection-test', ({ isSigned }) => ({ status: isSigned ? 204 : 403 }));
});
afterEach(() => line.close());

const wellConsole = { type: 'application/json', body: JSON.stringify({ ok: true, startedAt: 1 }) };

async function open(
  dialect: Dialect,
  settings: { publicUrl?: string; unusedRegionSettings?: string[] } = {},
) {
  const world = createTestWorld(await openTestStore(dialect));
  await insertTestCompany(world.store, world.now());
  const people = testPeople();
  await createCompanyNumber(world.as(people.alla), { phone: COMPANY, name: 'Главный' });
  const account = createPhoneAccount({
    twilioAccountSid: ACCOUNT_SID,
    twilioAuthToken: AUTH_TOKEN,
    twilioApiKeySid: API_KEY_SID,
    twilioApiKeySecret: API_KEY_SECRET,
    twilioTwimlAppSid: APPLICATION_SID,
    twilioApiBaseUrl: line.base,
    publicUrl: line.console.url,
    unusedRegionSettings: [],
    ...settings,
  });
  const examine = async () => {
    const found: Partial<Record<ConnectionCheck, Finding[]>> = {};
    for (const check of connectionChecks) {
      const { findings } = await checkConnection(world.as(people.alla), { check, account });
      if (findings.length > 0) found[check] = findings;
    }
    return found;
  };
  const codes = async () =>
    Object.fromEntries(
      Object.entries(await examine()).map(([check, findings]) => [check, findings.map(said)]),
    );
  return { ...world, people, account, examine, codes };
}

const translators = [getTranslator('ru'), getTranslator('en')];
/** Its code, once it could be said in both languages with the values it has. */
function said({ code, values }: Finding): FindingCode {
  for (const t of translators)
    for (const part of ['what', 'todo'] as const) t(`connection.findings.${code}.${part}`, values);
  return code;
}

const plant = (...defects: Defect[]) => line.control('PUT', '/account', { defects });

const unchecked = (...checks: ConnectionCheck[]) =>
  Object.fromEntries(checks.map((check) => [check, ['notChecked']]));

const found: Record<Defect, Partial<Record<ConnectionCheck, string[]>>> = {
  'token-revoked': {
    credentials: ['tokenRefused'],
    ...unchecked('account', 'numbers', 'app', 'limits', 'region', 'clock'),
  },
  'account-suspended': {
    account: ['accountSuspended'],
    ...unchecked('apiKey', 'numbers', 'app', 'limits', 'region'),
  },
  'account-trial': { account: ['accountTrial'], limits: ['limitTrial'] },
  'no-profile': { limits: ['limitNoProfile'] },
  'individual-profile': { limits: ['limitIndividual'] },
  'key-revoked': { apiKey: ['keyUnknown'] },
  'key-secret-changed': { apiKey: ['keySecretWrong'] },
  'number-gone': { numbers: ['numberNotOwned'] },
  'number-unknown': { numbers: ['numberNotEntered'] },
  'voice-url-foreign': { numbers: ['voiceUrlForeign'] },
  'voice-url-without-retries': { numbers: ['voiceUrlWithoutRetries'] },
  'voice-method-get': { numbers: ['voiceMethod'] },
  'fallback-missing': { numbers: ['fallbackMissing'] },
  'fallback-method-get': { numbers: ['fallbackMethod'] },
  'status-callback-missing': { numbers: ['statusCallbackForeign'] },
  'status-callback-method-get': { numbers: ['statusCallbackMethod'] },
  'number-of-application': { numbers: ['numberTakenByApp'] },
  'number-on-trunk': { numbers: ['numberTakenByTrunk'] },
  'number-without-voice': { numbers: ['numberWithoutVoice'] },
  'app-gone': { app: ['appUnknown'] },
  'app-voice-url-foreign': { app: ['appVoiceUrlForeign'] },
  'app-voice-method-get': { app: ['appVoiceMethod'] },
  'number-in-other-region': { region: ['numberInOtherRegion'] },
  'clock-skewed': { clock: ['clockFarOff'] },
  'webhooks-failing': { address: ['webhooksFailed'] },
};

const repairable: Defect[] = [
  'voice-url-foreign',
  'voice-url-without-retries',
  'voice-method-get',
  'fallback-missing',
  'fallback-method-get',
  'status-callback-missing',
  'status-callback-method-get',
  'number-of-application',
  'app-voice-url-foreign',
  'app-voice-method-get',
];

describe.each(dialects)('the connection test on %s', (dialect) => {
  test('finds nothing on an account that is right', async () => {
    const { examine } = await open(dialect);
    expect(await examine()).toEqual({});
  });

  test('finds each defect of an account, and nothing else', async () => {
    const { codes } = await open(dialect);
    const seen: Record<string, unknown> = {};
    for (const defect of DEFECTS) {
      await plant(defect);
      seen[defect] = await codes();
    }
    expect(seen).toEqual(found);
  });

  test('finds several defects at once, each in a line of its own', async () => {
    const { codes } = await open(dialect);
    await plant('key-revoked', 'voice-url-foreign', 'voice-method-get', 'number-unknown', 'no-profile');
    expect(await codes()).toEqual({
      apiKey: ['keyUnknown'],
      numbers: ['voiceUrlForeign', 'voiceMethod', 'numberNotEntered'],
      limits: ['limitNoProfile'],
    });
  });

  test('sets the addresses it was agreed to set, after which nothing is found, and writes them into the history', async () => {
    const { examine, as, people, account } = await open(dialect);
    await plant(...repairable);
    const repairs = repairsOf(Object.values(await examine()).flat());
    expect(repairs.map(({ target, field }) => `${target} ${field}`)).toEqual([
      'number voice',
      'number fallback',
      'number statusCallback',
      'app voice',
    ]);
    const made = await repairConnection(as(people.alla), { repairs, account });
    expect(made).toEqual({ done: repairs, failed: [] });
    expect(await examine()).toEqual({});
    const { rows } = await listChanges(as(people.alla), { noun: 'connection', limit: 10 });
    expect(rows.map(({ nounName, employeeId, fields }) => [nounName, employeeId, fields])).toContainEqual([
      APPLICATION_SID,
      'alla',
      { appVoiceUrl: { from: repairs[3]!.from, to: `POST ${repairs[3]!.to}` } },
    ]);
    expect(rows).toHaveLength(4);
  });

  test('sets only what is still as it was shown', async () => {
    const { examine, as, people, account } = await open(dialect);
    await plant('voice-url-foreign');
    const repairs = repairsOf(Object.values(await examine()).flat());
    line.line.numbers[0]!.voiceUrl = 'https://other.example/voice';
    const attempt = repairConnection(as(people.alla), { repairs, account });
    await expect(attempt).rejects.toMatchObject({ code: 'conflict' });
    expect(line.line.numbers[0]!.voiceUrl).toBe('https://other.example/voice');
    const elsewhere = [
      { ...repairs[0]!, from: 'POST https://other.example/voice', to: 'https://evil.example/' },
    ];
    await expect(repairConnection(as(people.alla), { repairs: elsewhere, account })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  test('tells which address the provider did not take, and keeps what it did take', async () => {
    const { examine, as, people, account } = await open(dialect);
    await plant('voice-url-foreign', 'app-voice-url-foreign');
    const repairs = repairsOf(Object.values(await examine()).flat());
    const match = `POST /Applications/${APPLICATION_SID}.json`;
    await line.control('PUT', '/faults', { rest: [{ match, effect: '500' }] });
    const { done, failed } = await repairConnection(as(people.alla), { repairs, account });
    expect(done.map(({ target }) => target)).toEqual(['number']);
    expect(failed).toEqual([{ repair: repairs[1], detail: expect.stringContaining('20500') }]);
    const { rows } = await listChanges(as(people.alla), { noun: 'connection', limit: 10 });
    expect(rows.map(({ nounName }) => nounName)).toEqual([COMPANY]);
  });

  test('sent again with its key, gets the first answer', async () => {
    const { examine, as, people, account } = await open(dialect);
    await plant('voice-method-get');
    const repairs = repairsOf(Object.values(await examine()).flat());
    const request = { key: 'k1', bodyHash: 'h1' };
    const first = await repairConnection(as(people.alla, request), { repairs, account });
    await expect(repairConnection(as(people.alla, request), { repairs, account })).rejects.toMatchObject({
      result: first,
    });
  });

  test('is for administrators alone', async () => {
    const { as, people, account } = await open(dialect);
    for (const person of [people.anna, people.clara, people.marina, people.gleb]) {
      const read = checkConnection(as(person), { check: 'account', account });
      await expect(read).rejects.toMatchObject({ code: 'forbidden' });
      const change = repairConnection(as(person), { repairs: [], account });
      await expect(change).rejects.toMatchObject({ code: 'forbidden' });
    }
    const nobody = checkConnection(as(null), { check: 'account', account });
    await expect(nobody).rejects.toMatchObject({ code: 'unauthorized' });
  });
});

describe('the way to the console', () => {
  const ofConsole = async (): Promise<Partial<Record<ConnectionCheck, FindingCode[]>>> => {
    const { codes } = await open('sqlite');
    return codes();
  };

  test.each<[string, Parameters<typeof line.console.on>[1], FindingCode]>([
    ['something else', '<html>Welcome to nginx!</html>', 'addressForeign'],
    ['a redirect', { status: 301, headers: { location: 'https://www.example.com/' } }, 'addressRedirects'],
    [
      'a console without its database',
      { status: 503, type: 'application/json', body: '{"ok":false,"startedAt":1}' },
      'addressUnwell',
    ],
  ])('%s answers there', async (_, reply, code) => {
    line.console.on('/api/health', reply);
    expect(await ofConsole()).toEqual({ address: [code] });
  });

  test.each<[string, (request: Received) => number, FindingCode]>([
    ['our own signature is refused', () => 403, 'signatureRefused'],
    ['webhooks do not get through', () => 404, 'signatureUnanswered'],
    ['any signature is taken', () => 204, 'forgeryAccepted'],
  ])('%s', async (_, statusOf, code) => {
    line.console.on('/api/twilio/connection-test', (request) => ({ status: statusOf(request) }));
    expect(await ofConsole()).toEqual({ signature: [code] });
  });

  test('nobody answers there', async () => {
    const { codes } = await open('sqlite', { publicUrl: 'http://127.0.0.1:9' });
    expect(await codes()).toMatchObject({ address: ['addressUnreachable'], signature: ['notChecked'] });
  });

  test('no provider answers', async () => {
    const { account, codes } = await open('sqlite');
    await line.control('PUT', '/faults', { rest: [{ match: 'all', effect: '500' }] });
    expect(account.isStandIn).toBe(true);
    expect(await codes()).toMatchObject({
      credentials: ['providerFailed'],
      apiKey: ['providerFailed'],
      numbers: ['providerFailed'],
    });
  });

  test('a region is set that nothing goes by', async () => {
    const { examine } = await open('sqlite', { unusedRegionSettings: ['TWILIO_EDGE'] });
    expect(await examine()).toMatchObject({
      region: [{ code: 'regionSettingUnused', values: { name: 'TWILIO_EDGE' } }],
    });
  });

  test('no finding tells a secret', async () => {
    const { examine } = await open('sqlite');
    for (const defect of DEFECTS) {
      await plant(defect);
      const told = JSON.stringify(await examine());
      expect(told).not.toContain(AUTH_TOKEN);
      expect(told).not.toContain(API_KEY_SECRET);
    }
  });
});
