import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readNamedNumbers, readSettings } from './settings.ts';

const COMPLETE = {
  TWILIO_ACCOUNT_SID: `AC${'1'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'secret',
  TWILIO_API_KEY_SID: `SK${'2'.repeat(32)}`,
  TWILIO_API_KEY_SECRET: 'secret',
  PUBLIC_URL: 'http://127.0.0.1:3000/',
};

test('what is not given has its usual value', () => {
  expect(readSettings(COMPLETE).settings).toMatchObject({
    port: 3001,
    publicUrl: 'http://127.0.0.1:3000',
    numbers: ['+74951234567'],
    knownCallersFile: null,
  });
});

test('every missing setting is one line', () => {
  const { settings, problems } = readSettings({});
  expect(settings).toBeNull();
  expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
    'TWILIO_ACCOUNT_SID',
    'TWILIO_AUTH_TOKEN',
    'TWILIO_API_KEY_SID',
    'TWILIO_API_KEY_SECRET',
    'PUBLIC_URL',
  ]);
});

test.each([
  ['TWILIO_ACCOUNT_SID', 'AC1'],
  ['TWILIO_API_KEY_SID', 'secret'],
  ['PUBLIC_URL', 'http://127.0.0.1:3000/console'],
  ['LINE_PORT', 'three'],
  ['LINE_NUMBERS', '8 495 123'],
])('a malformed %s is one line', (name, value) => {
  expect(readSettings({ ...COMPLETE, [name]: value }).problems).toEqual([
    expect.stringContaining(`${name} is malformed`),
  ]);
});

test('known callers come from a file, and a missing or broken one is an empty list', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'line-'));
  const file = path.join(folder, 'callers.json');
  expect(readNamedNumbers(file)).toEqual([]);
  writeFileSync(file, 'not json');
  expect(readNamedNumbers(file)).toEqual([]);
  writeFileSync(
    file,
    JSON.stringify([{ name: 'ООО «Ромашка»', number: '+79161234567' }, { name: 'nobody' }]),
  );
  expect(readNamedNumbers(file)).toEqual([{ name: 'ООО «Ромашка»', number: '+79161234567' }]);
  rmSync(folder, { recursive: true });
});
