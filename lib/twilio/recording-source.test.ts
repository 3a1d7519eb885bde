import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  ACCOUNT_SID,
  API_KEY_SID,
  openLineUnderTest,
} from '@/scripts/line-simulator/testing/line-under-test';
import { createRecordingSource } from './recording-source';

const recordingSid = `RE${'a'.repeat(32)}`;
const account = `AC${'0'.repeat(32)}`;
let server: Server;
let asked: { url?: string; authorization?: string }[];
let answer: { status: number; headers?: Record<string, string>; body?: string };

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    asked.push({ url: request.url, authorization: request.headers.authorization });
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

const source = () =>
  createRecordingSource({
    twilioAccountSid: account,
    twilioApiKeySid: 'SK1',
    twilioApiKeySecret: 'secret',
    twilioApiBaseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  });

test('asks the provider by the SID with our key', async () => {
  answer = { status: 200, body: 'RIFF' };
  const fetched = await source().fetchRecording(recordingSid, 'message');
  expect(fetched.result).toBe('found');
  if (fetched.result !== 'found') return;
  const chunks: Uint8Array[] = [];
  for await (const chunk of fetched.bytes) chunks.push(chunk);
  expect(Buffer.concat(chunks).toString()).toBe('RIFF');
  expect(asked).toEqual([
    {
      url: `/2010-04-01/Accounts/${account}/Recordings/${recordingSid}.wav`,
      authorization: `Basic ${btoa('SK1:secret')}`,
    },
  ]);
});

test('asks for both channels of a conversation', async () => {
  answer = { status: 200, body: 'RIFF' };
  await source().fetchRecording(recordingSid, 'conversation');
  expect(asked[0]?.url).toMatch(/\.wav\?RequestedChannels=2$/);
});

test('follows no redirect, whose host would get the key', async () => {
  answer = { status: 302, headers: { location: 'http://127.0.0.1:1/elsewhere' } };
  expect((await source().fetchRecording(recordingSid, 'message')).result).toBe('retry');
  expect(asked).toHaveLength(1);
});

test.each([
  [404, 'retry'],
  [202, 'retry'],
  [500, 'retry'],
  [429, 'retry'],
  [410, 'gone'],
])('an answer %i means %s', async (status, result) => {
  answer = { status };
  expect((await source().fetchRecording(recordingSid, 'message')).result).toBe(result);
});

test.each(['', '../Calls', 'CA1', `${recordingSid}/../x`, 'http://elsewhere.example/RE'])(
  'what is no SID of a recording («%s») is asked nowhere',
  async (text) => {
    expect((await source().fetchRecording(text, 'message')).result).toBe('gone');
    expect(asked).toEqual([]);
  },
);

test.each([
  [204, true],
  [404, true],
  [410, true],
  [401, false],
  [429, false],
  [500, false],
])('a deletion answered %i has %s as its outcome', async (status, isGone) => {
  answer = { status };
  expect(await source().deleteRecording(recordingSid)).toBe(isGone);
  expect(asked[0]?.url).toBe(`/2010-04-01/Accounts/${account}/Recordings/${recordingSid}.json`);
});

test('gets from the line simulator what a caller left there, a WAV file, and deletes it there', async () => {
  const it = await openLineUnderTest();
  try {
    const startedAt = it.clock.now();
    const recording = { sid: recordingSid, callSid: 'CA1', startedAt, seconds: 3, readyAt: startedAt };
    it.line.recordings.set(recordingSid, recording);
    const ofLine = createRecordingSource({
      twilioAccountSid: ACCOUNT_SID,
      twilioApiKeySid: API_KEY_SID,
      twilioApiKeySecret: 'key-secret',
      twilioApiBaseUrl: it.base,
    });
    const fetched = await ofLine.fetchRecording(recordingSid, 'message');
    if (fetched.result !== 'found') throw new Error(fetched.problem);
    const chunks: Uint8Array[] = [];
    for await (const chunk of fetched.bytes) chunks.push(chunk);
    const file = Buffer.concat(chunks);
    expect(file.toString('latin1', 0, 12)).toMatch(/^RIFF.{4}WAVE$/s);
    expect(file).toHaveLength(44 + 3 * 16_000);
    expect(await ofLine.deleteRecording(recordingSid)).toBe(true);
    expect(it.line.recordings.has(recordingSid)).toBe(false);
    expect(await ofLine.deleteRecording(recordingSid)).toBe(true);
  } finally {
    await it.close();
  }
});
