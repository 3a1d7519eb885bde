import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readSettings } from './env';

const production = {
  PUBLIC_URL: 'https://calls.example.com',
  AUTH_SECRET: 'a-secret-that-nobody-guesses-1234567890',
  TWILIO_ACCOUNT_SID: `AC${'0a'.repeat(16)}`,
  TWILIO_AUTH_TOKEN: '0b'.repeat(16),
  TWILIO_API_KEY_SID: `SK${'0c'.repeat(16)}`,
  TWILIO_API_KEY_SECRET: 'AbCdEfGhIjKlMnOpQrStUvWxYz012345',
  TWILIO_TWIML_APP_SID: `AP${'0d'.repeat(16)}`,
};
const demo = {
  ...production,
  PUBLIC_URL: 'http://127.0.0.1:3000',
  TWILIO_API_BASE_URL: 'http://127.0.0.1:3001',
  HOST: '127.0.0.1',
  DEMO_SIGN_IN: '1',
  DEMO_DATA: '1',
};
const problemsOf = (source: Record<string, string | undefined>) => {
  const result = readSettings(source);
  return result.ok ? [] : result.problems;
};

describe('settings that start the console', () => {
  test('a Twilio account, a public address and a secret are enough', () => {
    const result = readSettings(production);
    expect(result.ok && result.settings).toMatchObject({
      port: 3000,
      host: '0.0.0.0',
      dataDir: './data',
      backupDir: './data/backups',
      databaseUrl: undefined,
      publicUrl: 'https://calls.example.com',
      twilioApiBaseUrl: undefined,
      demoData: false,
      demoSignIn: false,
      trustedProxy: false,
    });
  });

  test('the demo lives on loopback with a simulator beside it', () => {
    const result = readSettings(demo);
    expect(result.ok && result.settings).toMatchObject({
      demoSignIn: true,
      demoData: true,
      host: '127.0.0.1',
    });
  });

  test('letters are sent by a mail server when it and their sender are both given', () => {
    const mail = {
      SMTP_URL: 'smtps://user:secret@smtp.example.com:465',
      MAIL_FROM: 'MLS IT <office@example.com>',
    };
    const result = readSettings({ ...production, ...mail });
    expect(result.ok && result.settings.mail).toEqual({ smtpUrl: mail.SMTP_URL, from: mail.MAIL_FROM });
    expect(problemsOf({ ...production, SMTP_URL: mail.SMTP_URL })).toEqual([
      'SMTP_URL and MAIL_FROM belong together: set both to send letters, or neither',
    ]);
    for (const wrong of [{ SMTP_URL: 'http://smtp.example.com' }, { MAIL_FROM: 'office' }])
      expect(problemsOf({ ...production, ...mail, ...wrong })).toHaveLength(1);
  });

  test('webhooks may be sent to this machine only by an installation that nobody else reaches', () => {
    const open = { WEBHOOKS_TO_THIS_MACHINE: '1' };
    const result = readSettings({ ...demo, ...open });
    expect(result.ok && result.settings.webhooksToThisMachine).toBe(true);
    expect(problemsOf({ ...production, ...open })).toHaveLength(1);
  });

  test('demo data may fill a real installation', () => {
    expect(problemsOf({ ...production, DEMO_DATA: '1' })).toEqual([]);
  });

  test('a slash at the end of the public address does not get into signed addresses', () => {
    const result = readSettings({ ...production, PUBLIC_URL: 'https://calls.example.com/' });
    expect(result.ok && result.settings.publicUrl).toBe('https://calls.example.com');
  });

  test('an empty value counts as not set', () => {
    const result = readSettings({ ...production, DATABASE_URL: '', TWILIO_API_BASE_URL: ' ' });
    expect(result.ok && result.settings.databaseUrl).toBe(undefined);
  });
});

test('the office reads its clocks in its own time zone, or in that of the server', () => {
  const zoneOf = (source: Record<string, string>) => {
    const result = readSettings(source);
    return result.ok && result.settings.officeTimeZone;
  };
  expect(zoneOf({ ...production, OFFICE_TIME_ZONE: 'Asia/Novokuznetsk' })).toBe('Asia/Novokuznetsk');
  expect(zoneOf(production)).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
});

describe('settings that stop the start', () => {
  test.each(Object.keys(production))('%s missing', (key) => {
    expect(problemsOf({ ...production, [key]: undefined })).toEqual([`${key} is missing`]);
  });

  test('everything missing gives one line for each', () => {
    expect(problemsOf({})).toHaveLength(Object.keys(production).length);
  });

  test.each([
    ['PORT', 'http', 'PORT must be a port, 1 to 65535'],
    ['PORT', '70000', 'PORT must be a port, 1 to 65535'],
    ['LINE_PORT', '0', 'LINE_PORT must be a port, 1 to 65535'],
    [
      'DATABASE_URL',
      'mysql://localhost/x',
      'DATABASE_URL must be postgres://user:password@host:5432/database',
    ],
    [
      'PUBLIC_URL',
      'calls.example.com',
      'PUBLIC_URL must be an address such as https://calls.example.com, without a path',
    ],
    [
      'PUBLIC_URL',
      'https://example.com/calls',
      'PUBLIC_URL must be an address such as https://calls.example.com, without a path',
    ],
    ['AUTH_SECRET', 'short', 'AUTH_SECRET must have at least 32 characters: openssl rand -base64 48'],
    ['TWILIO_ACCOUNT_SID', 'AC123', 'TWILIO_ACCOUNT_SID must be AC and 32 hexadecimal digits'],
    ['TWILIO_AUTH_TOKEN', 'token', 'TWILIO_AUTH_TOKEN must be 32 letters and digits'],
    [
      'TWILIO_API_KEY_SID',
      production.TWILIO_ACCOUNT_SID,
      'TWILIO_API_KEY_SID must be SK and 32 hexadecimal digits',
    ],
    [
      'TWILIO_API_KEY_SECRET',
      'secret',
      'TWILIO_API_KEY_SECRET must be the secret shown once when the API key was made',
    ],
    ['TWILIO_TWIML_APP_SID', 'AP', 'TWILIO_TWIML_APP_SID must be AP and 32 hexadecimal digits'],
    [
      'TWILIO_API_BASE_URL',
      '127.0.0.1:3001',
      'TWILIO_API_BASE_URL must be an address such as http://127.0.0.1:3001, without a path',
    ],
    ['OFFICE_TIME_ZONE', 'Moscow', 'OFFICE_TIME_ZONE must be the name of a time zone such as Europe/Moscow'],
    ['OFFICE_TIME_ZONE', '+03:00', 'OFFICE_TIME_ZONE must be the name of a time zone such as Europe/Moscow'],
    ['DEMO_DATA', 'yes', 'DEMO_DATA must be 1 (on) or 0 (off)'],
    ['DEMO_SIGN_IN', 'true', 'DEMO_SIGN_IN must be 1 (on) or 0 (off)'],
    ['TRUSTED_PROXY', '10.0.0.1', 'TRUSTED_PROXY must be 1 (on) or 0 (off)'],
  ])('%s=%s malformed', (key, value, problem) => {
    expect(problemsOf({ ...production, [key]: value })).toEqual([problem]);
  });

  test.each([
    [
      'a public address without encryption',
      { ...production, PUBLIC_URL: 'http://calls.example.com' },
      /PUBLIC_URL must begin with https/,
    ],
    [
      'a REST address that is not on this machine',
      { ...demo, TWILIO_API_BASE_URL: 'http://10.0.0.7:3001' },
      /TWILIO_API_BASE_URL may only point to this machine/,
    ],
    [
      'a REST address that only begins like this machine',
      { ...demo, TWILIO_API_BASE_URL: 'http://127.0.0.1.example.com' },
      /TWILIO_API_BASE_URL may only point to this machine/,
    ],
    [
      'a simulator behind a public address',
      { ...demo, DEMO_SIGN_IN: '0', PUBLIC_URL: production.PUBLIC_URL },
      /leave one out/,
    ],
    [
      'a real account with an address that Twilio cannot reach',
      { ...production, PUBLIC_URL: 'http://localhost:3000' },
      /Twilio cannot reach/,
    ],
    [
      'sign-in without a password on a public address',
      { ...production, HOST: '127.0.0.1', DEMO_SIGN_IN: '1' },
      /DEMO_SIGN_IN .* PUBLIC_URL/,
    ],
    [
      'sign-in without a password on every network of the machine',
      { ...demo, HOST: undefined },
      /DEMO_SIGN_IN .* HOST=127.0.0.1/,
    ],
  ])('%s', (_, source, problem) => {
    expect(problemsOf(source)).toEqual([expect.stringMatching(problem)]);
  });
});

test('a region of the SDK is named as unused, since all requests go to us1', () => {
  const reading = readSettings({ ...demo, TWILIO_REGION: 'ie1', TWILIO_EDGE: '' });
  expect(reading).toMatchObject({ ok: true, settings: { unusedRegionSettings: ['TWILIO_REGION'] } });
});

test('.env.example explains every setting that is read', () => {
  const example = readFileSync('.env.example', 'utf8');
  const source = readFileSync('lib/env.ts', 'utf8');
  const read = [...source.matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(([, key]) => key);
  expect(read.length).toBeGreaterThan(10);
  for (const key of read) expect(example).toMatch(new RegExp(`^#? ?${key}=`, 'm'));
});
