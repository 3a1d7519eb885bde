import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSettings } from '@/lib/env';
import { Refusal } from './say.mjs';
import { readEnvFile, resolveSettings } from './settings.mjs';

let checkout: string;
beforeEach(() => {
  checkout = mkdtempSync(path.join(os.tmpdir(), 'callboard-settings-'));
});
afterEach(() => rmSync(checkout, { recursive: true }));
const write = (name: string, text: string) => writeFileSync(path.join(checkout, name), text);

test('a fresh machine without any setting is a demo whose settings are complete and on loopback', () => {
  const { isDemo, variables } = resolveSettings(checkout, {});
  const result = readSettings(variables);
  expect(isDemo).toBe(true);
  expect(result.ok && result.settings).toMatchObject({
    host: '127.0.0.1',
    publicUrl: 'http://127.0.0.1:3000',
    twilioApiBaseUrl: 'http://127.0.0.1:3001',
    dataDir: path.join(checkout, 'data'),
    officeTimeZone: 'Europe/Moscow',
    demoData: true,
    demoSignIn: true,
  });
  expect(variables.NEXTAUTH_URL).toBe('http://127.0.0.1:3000');
});

test('the demo keeps its secrets from start to start, readable by nobody else', () => {
  const first = resolveSettings(checkout, {}).variables;
  const second = resolveSettings(checkout, { PORT: '4000' }).variables;
  expect(second.TWILIO_AUTH_TOKEN).toBe(first.TWILIO_AUTH_TOKEN);
  expect(second.AUTH_SECRET).toBe(first.AUTH_SECRET);
  expect(statSync(path.join(checkout, 'data', 'demo-settings.json')).mode & 0o777).toBe(0o600);
  const elsewhere = resolveSettings(checkout, { DATA_DIR: 'other' }).variables;
  expect(elsewhere.TWILIO_AUTH_TOKEN).not.toBe(first.TWILIO_AUTH_TOKEN);
});

test('the simulator takes the next port unless told otherwise', () => {
  expect(resolveSettings(checkout, { PORT: '4000' }).linePort).toBe(4001);
  expect(resolveSettings(checkout, { PORT: '4000', LINE_PORT: '5000' }).variables.TWILIO_API_BASE_URL).toBe(
    'http://127.0.0.1:5000',
  );
});

test('what stands between the console and the simulator is where the console asks, on this machine alone', () => {
  const between = (LINE_API_BASE_URL: string) => resolveSettings(checkout, { LINE_API_BASE_URL });
  const { isDemo, variables } = between('http://127.0.0.1:9');
  expect(isDemo).toBe(true);
  expect(variables.TWILIO_API_BASE_URL).toBe('http://127.0.0.1:9');
  expect(readSettings(between('http://10.0.0.7:9').variables).ok).toBe(false);
});

test('the last port of all leaves the simulator the one before', () => {
  const { linePort, variables } = resolveSettings(checkout, { PORT: '65535' });
  expect(linePort).toBe(65534);
  expect(readSettings(variables).ok).toBe(true);
});

test('an installation without a demo has no port for a simulator', () => {
  const { isDemo, variables } = resolveSettings(checkout, {
    PORT: '65535',
    PUBLIC_URL: 'https://calls.example.com',
  });
  expect(isDemo).toBe(false);
  expect(variables.LINE_PORT).toBe('');
});

test.each([
  ['::1', 'http://[::1]:3000'],
  ['localhost', 'http://localhost:3000'],
  ['127.0.0.2', 'http://127.0.0.2:3000'],
])('a demo that listens on %s is found there', (host, publicUrl) => {
  const result = readSettings(resolveSettings(checkout, { HOST: host }).variables);
  expect(result.ok && result.settings).toMatchObject({ host, publicUrl });
});

test.each([
  ['is a file', 'data', /^DATA_DIR=.*data cannot be used: it is a file$/],
  [
    'lies under a file',
    'data/below',
    /^DATA_DIR=.*data\/below cannot be used: a part of its path is a file$/,
  ],
])('a data folder that %s is refused by its name', (_, dataDir, line) => {
  write('data', 'not a folder');
  const refusal = () => resolveSettings(checkout, { DATA_DIR: dataDir });
  expect(refusal).toThrow(Refusal);
  expect(refusal).toThrow(line);
});

test.each(['', '{"AUTH_SECRET": "half', '{}', 'null'])(
  'damaged secrets of the demo (%j) are refused',
  (text) => {
    mkdirSync(path.join(checkout, 'data'));
    write('data/demo-settings.json', text);
    expect(() => resolveSettings(checkout, {})).toThrow(Refusal);
    expect(() => resolveSettings(checkout, {})).toThrow(/demo-settings\.json are damaged\. Remove the file/);
  },
);

test('a settings file that cannot be read is refused by its name', () => {
  mkdirSync(path.join(checkout, '.env'));
  expect(() => resolveSettings(checkout, {})).toThrow(Refusal);
  expect(() => resolveSettings(checkout, {})).toThrow(/The settings in .*\.env cannot be read: EISDIR/);
});

test.each([
  ['an account number alone', { TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}` }, 'TWILIO_AUTH_TOKEN is missing'],
  ['a public address alone', { PUBLIC_URL: 'https://calls.example.com' }, 'TWILIO_ACCOUNT_SID is missing'],
  ['a REST address alone', { TWILIO_API_BASE_URL: 'http://10.0.0.1' }, 'TWILIO_AUTH_TOKEN is missing'],
])('%s is a production installation half set up, never a demo', (_, environment, problem) => {
  const { isDemo, variables } = resolveSettings(checkout, environment);
  const result = readSettings(variables);
  expect(isDemo).toBe(false);
  expect(variables.DEMO_SIGN_IN).toBe('');
  expect(!result.ok && result.problems).toContain(problem);
});

test.each(['0.0.0.0', '::', '192.168.1.20'])(
  'a demo asked to listen on %s is refused, for that alone',
  (host) => {
    const result = readSettings(resolveSettings(checkout, { HOST: host }).variables);
    expect(!result.ok && result.problems).toEqual([expect.stringContaining('HOST=127.0.0.1')]);
  },
);

test.each(['PORT', 'LINE_PORT'])('a malformed %s is reported, once', (key) => {
  const result = readSettings(resolveSettings(checkout, { [key]: 'http' }).variables);
  expect(!result.ok && result.problems).toEqual([`${key} must be a port, 1 to 65535`]);
});

test('the environment wins over .env, and an empty variable does not', () => {
  write('.env', 'PORT=4000\nDATA_DIR=kept\n');
  const { port, dataDir } = resolveSettings(checkout, { PORT: '5000', DATA_DIR: '' });
  expect(port).toBe(5000);
  expect(dataDir).toBe(path.join(checkout, 'kept'));
});

test('every setting is handed on, an empty one too, so that Next does not read it from a file of its own', () => {
  const { variables } = resolveSettings(checkout, {});
  for (const [, key] of readFileSync('.env.example', 'utf8').matchAll(/^(?:# )?([A-Z][A-Z_]+)=/gm)) {
    expect(variables).toHaveProperty(key!);
  }
  expect(variables.DATABASE_URL).toBe('');
});

test('a test run can turn away from the installation in .env', () => {
  write('.env', 'DATABASE_URL=postgres://127.0.0.1/production\n');
  expect(resolveSettings(checkout, { ENV_FILE: 'none' }).variables.DATABASE_URL).toBe('');
});

test('.env may hold comments, quotes, spaces and exports', () => {
  write(
    '.env',
    '# first\nA=1\nexport B = "two words # kept"\nC=\'x=y\' # note\nD=plain # note\nE=#\nF=a#b\r\nnot a line\n',
  );
  expect(readEnvFile(path.join(checkout, '.env'))).toEqual({
    A: '1',
    B: 'two words # kept',
    C: 'x=y',
    D: 'plain',
    E: '',
    F: 'a#b',
  });
});

test('the example file sets nothing by itself', () => {
  write('.env', readFileSync('.env.example', 'utf8'));
  expect(resolveSettings(checkout, {}).isDemo).toBe(true);
});
