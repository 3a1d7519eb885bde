import { describe, expect, test } from 'vitest';
import { getTranslator } from '@/lib/i18n/translator';
import { countFindings, type Finding, finding, isSound } from './finding';
import { judgeAccount, judgeApiKey, judgeClock, judgeLimits } from './judge-account';
import { isPrivateHost, judgeAddress } from './judge-address';
import { judgeNumbers } from './judge-numbers';
import type { AccountNumber, AccountState, ProviderAnswer } from './phone-account';

const account = (values: Partial<AccountState> = {}): ProviderAnswer<AccountState> => ({
  told: true,
  value: { status: 'active', isTrial: false, clock: { providerAt: 1_000_000, ownAt: 1_000_000 }, ...values },
});
const silent = (why: 'refused' | 'notActive' | 'missing' | 'unreachable' | 'failed') =>
  ({ told: false, why, detail: why }) as const;
const translators = [getTranslator('ru'), getTranslator('en')];
/** Every finding can be said in both languages with the values it has. */
const codes = (findings: Finding[]) =>
  findings.map(({ code, values }) => {
    for (const t of translators)
      for (const part of ['what', 'todo'] as const) t(`connection.findings.${code}.${part}`, values);
    return code;
  });
const well = {
  reached: true,
  status: 200,
  location: null,
  body: JSON.stringify({ ok: true, startedAt: 1 }),
} as const;
const noneFailed = { told: true, value: [] } as ProviderAnswer<never[]>;

describe('our public address', () => {
  test.each([
    ['https://calls.example.com', []],
    ['http://calls.example.com', ['addressNotHttps']],
    ['https://10.0.0.4', ['addressPrivate']],
    ['http://192.168.1.2:3000', ['addressNotHttps', 'addressPrivate']],
  ])('%s', (address, expected) => {
    expect(codes(judgeAddress(address, false, well, noneFailed))).toEqual(expected);
  });

  test('may be of this machine when a line of this machine calls it', () => {
    expect(judgeAddress('http://127.0.0.1:3000', true, well, noneFailed)).toEqual([]);
  });

  test.each([
    ['name', 'addressUnresolved'],
    ['certificate', 'addressCertificate'],
    ['refused', 'addressUnreachable'],
    ['timeout', 'addressUnreachable'],
  ] as const)('that fails by its %s is told as %s', (cause, code) => {
    const reach = { reached: false, cause, detail: 'E' } as const;
    expect(codes(judgeAddress('https://calls.example.com', false, reach, noneFailed))).toEqual([code]);
  });

  test.each([
    '127.0.0.1',
    '172.16.0.1',
    '172.31.9.9',
    '100.64.0.1',
    '[::1]',
    '[fd00::1]',
    '198.18.0.1',
    '203.0.113.5',
    '224.0.0.1',
    '[::ffff:10.0.0.1]',
    'server',
    'pbx.lan',
  ])('%s is reached by nobody outside', (host) => expect(isPrivateHost(host)).toBe(true));
  test.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '[2a00:1450::1]', 'calls.example.com'])(
    '%s may be reached',
    (host) => expect(isPrivateHost(host)).toBe(false),
  );
});

describe('the clock', () => {
  test.each([
    [29_000, []],
    [31_000, ['clockSkewed']],
    [-31_000, ['clockSkewed']],
    [301_000, ['clockFarOff']],
  ])('%i ms away', (ms, expected) => {
    const clock = { providerAt: 1_000_000, ownAt: 1_000_000 + ms };
    expect(codes(judgeClock(account({ clock })))).toEqual(expected);
  });

  test('tells whether it is fast or slow', () => {
    const slow = judgeClock(account({ clock: { providerAt: 100_000, ownAt: 0 } }));
    expect(slow).toMatchObject([{ values: { seconds: '100', direction: 'behind' } }]);
    const fast = judgeClock(account({ clock: { providerAt: 0, ownAt: 100_000 } }));
    expect(fast).toMatchObject([{ values: { seconds: '100', direction: 'ahead' } }]);
  });

  test('that the provider did not tell is not called right', () => {
    expect(codes(judgeClock(account({ clock: null })))).toEqual(['notChecked']);
  });
});

test('a closed account is told as closed', () => {
  expect(codes(judgeAccount(account({ status: 'closed' })))).toEqual(['accountClosed']);
});

test('the key is judged by itself while the token is refused', () => {
  const right = { told: true, value: null } as const;
  expect(judgeApiKey(silent('refused'), right)).toEqual([]);
  expect(codes(judgeApiKey(silent('refused'), silent('refused')))).toEqual(['keyUnknown']);
  expect(codes(judgeApiKey(right, silent('unreachable')))).toEqual(['providerUnreachable']);
});

test('a limit that cannot be known is a note of what to look up', () => {
  expect(judgeLimits(account(), silent('missing'))).toMatchObject([
    { code: 'limitUnknown', severity: 'note' },
  ]);
  expect(codes(judgeLimits(account(), silent('unreachable')))).toEqual(['providerUnreachable']);
});

describe('numbers', () => {
  const addresses = {
    voice: 'https://calls.example.com/in#rc=2',
    fallback: 'https://calls.example.com/fallback',
    statusCallback: 'https://calls.example.com/status#rc=3',
    appVoice: 'https://calls.example.com/agent#rc=2',
  };
  const number: AccountNumber = {
    sid: 'PN1',
    e164: '+74951234567',
    hasVoice: true,
    voiceUrl: addresses.voice,
    voiceMethod: 'POST',
    fallbackUrl: addresses.fallback,
    fallbackMethod: 'POST',
    statusCallback: addresses.statusCallback,
    statusCallbackMethod: 'POST',
    takenBy: null,
  };
  const judge = (values: Partial<AccountNumber>, isUsed = true) =>
    codes(
      judgeNumbers(
        [{ e164: number.e164, isUsed }],
        { told: true, value: [{ ...number, ...values }] },
        addresses,
      ),
    );

  test('words kept elsewhere may be the fallback, by any method', () => {
    expect(judge({ fallbackUrl: 'https://handler.twilio.com/twiml/EH1', fallbackMethod: 'GET' })).toEqual([]);
  });

  test('the voice address itself is no fallback', () => {
    expect(judge({ fallbackUrl: addresses.voice })).toEqual(['fallbackForeign']);
  });

  test('an address may be written with another set of retries', () => {
    expect(
      judge({
        voiceUrl: 'https://calls.example.com/in#rc=1',
        statusCallback: 'https://calls.example.com/status',
      }),
    ).toEqual([]);
  });

  test('what is not set at all is not asked by GET besides', () => {
    expect(judge({ voiceUrl: '', voiceMethod: 'GET' })).toEqual(['voiceUrlForeign']);
  });

  test('one that is out of use here is told as not entered', () => {
    expect(judge({}, false)).toEqual(['numberNotEntered']);
  });

  test('none anywhere is an error', () => {
    expect(codes(judgeNumbers([], { told: true, value: [] }, addresses))).toEqual(['noNumbers']);
  });
});

test('calls can be trusted with warnings, but not with errors or what was not checked', () => {
  expect(isSound([])).toBe(true);
  expect(isSound([finding('limitTrial'), finding('limitUnknown')])).toBe(true);
  expect(isSound([finding('notChecked')])).toBe(false);
  expect(isSound([finding('voiceMethod')])).toBe(false);
  expect(countFindings([finding('voiceMethod'), finding('limitTrial'), finding('limitUnknown')])).toEqual({
    errors: 1,
    warnings: 1,
    notes: 1,
  });
});
