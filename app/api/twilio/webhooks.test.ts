import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { findCallBySid } from '@/db/calls';
import { dialects } from '@/db/testing';
import { readSettings, type Settings } from '@/lib/env';
import { parseTwiml } from '@/scripts/line-simulator/twiml/twiml-document';
import { openLine, type TestLine } from '@/tests/call-driver';
import * as callStatus from './call-status/route';
import * as conferenceStatus from './conference-status/route';
import * as connectionTest from './connection-test/route';
import * as recordingStatus from './recording-status/route';
import * as agent from './voice/agent/route';
import * as announcement from './voice/announcement/route';
import * as callerLeft from './voice/caller-left/route';
import * as fallback from './voice/fallback/route';
import * as hold from './voice/hold/route';
import * as inbound from './voice/inbound/route';
import * as messageDone from './voice/vm-done/route';
import * as voicemail from './voice/voicemail/route';
import * as wait from './voice/wait/route';

const reading = readSettings({
  PUBLIC_URL: 'http://127.0.0.1:3000',
  AUTH_SECRET: 's'.repeat(40),
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: '1'.repeat(32),
  TWILIO_API_KEY_SID: `SK${'0'.repeat(32)}`,
  TWILIO_API_KEY_SECRET: 'x'.repeat(20),
  TWILIO_TWIML_APP_SID: `AP${'0'.repeat(32)}`,
  TWILIO_API_BASE_URL: 'http://127.0.0.1:3001',
});
if (!reading.ok) throw new Error(reading.problems.join('\n'));
const settings = reading.settings;

const shared = globalThis as { callboard?: Promise<unknown>; callboardSettings?: Settings };
beforeEach(() => {
  shared.callboardSettings = settings;
});
afterEach(() => {
  shared.callboard = undefined;
  shared.callboardSettings = undefined;
});

const routes = {
  'voice/inbound': inbound,
  'voice/wait?c=01CALL': wait,
  'voice/hold?c=01CALL': hold,
  'voice/caller-left?c=01CALL': callerLeft,
  'voice/fallback': fallback,
  'voice/agent': agent,
  'voice/announcement': announcement,
  'call-status': callStatus,
  'conference-status?c=01CALL': conferenceStatus,
  'connection-test': connectionTest,
  'voice/voicemail?c=01CALL': voicemail,
  'voice/vm-done?c=01CALL': messageDone,
  'recording-status?c=01CALL': recordingStatus,
};
type Path = keyof typeof routes;
const paths = Object.keys(routes) as Path[];
const form = {
  AccountSid: settings.twilioAccountSid,
  CallSid: 'CA1',
  From: '+73842581234',
  To: '+74951234567',
};

async function post(
  path: Path,
  fields: Record<string, string> = form,
  signature?: string,
): Promise<Response> {
  const address = `/api/twilio/${path}`;
  const signed = getExpectedTwilioSignature(settings.twilioAuthToken, settings.publicUrl + address, fields);
  const request = new Request(`http://internal:3000${address}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { 'x-twilio-signature': signature ?? signed },
  });
  return routes[path].POST(request);
}

async function open(dialect: (typeof dialects)[number]): Promise<TestLine> {
  const line = await openLine(dialect);
  shared.callboard = Promise.resolve({ store: line.store });
  return line;
}

async function rowsOf(line: TestLine): Promise<number> {
  const { q, t } = line.store.read;
  return (await q.select().from(t.callFacts)).length + (await q.select().from(t.calls)).length;
}

describe.each(dialects)('the phone provider’s requests on %s', (dialect) => {
  test.each(paths)('to %s, wrongly signed, are 403 and write nothing', async (path) => {
    const line = await open(dialect);
    expect((await post(path, form, 'AAAA')).status).toBe(403);
    expect((await post(path, form, '')).status).toBe(403);
    expect(await rowsOf(line)).toBe(0);
  });

  test.each(paths)('to %s, of another account, are 400', async (path) => {
    const line = await open(dialect);
    expect((await post(path, { ...form, AccountSid: `AC${'f'.repeat(32)}` })).status).toBe(400);
    expect(await rowsOf(line)).toBe(0);
  });

  test.each(paths)('to %s, larger than 64 KB, are 413', async (path) => {
    await open(dialect);
    expect((await post(path, { ...form, CallerName: 'x'.repeat(70_000) })).status).toBe(413);
  });

  test.each(paths.filter((path) => !/wait|hold|connection/.test(path)))(
    'to %s, naming no call, are 400',
    async (path) => {
      await open(dialect);
      expect((await post(path, { AccountSid: settings.twilioAccountSid })).status).toBe(400);
    },
  );

  test.each(paths.filter((path) => !/wait|hold|connection|conference/.test(path)))(
    'to %s, naming a room but no call, are 400',
    async (path) => {
      const line = await open(dialect);
      const { AccountSid } = form;
      expect((await post(path, { AccountSid, ConferenceSid: 'CF1' })).status).toBe(400);
      expect((await post(path, { AccountSid, ConferenceSid: 'CF1', CallSid: '\u0000' })).status).toBe(400);
      expect(await rowsOf(line)).toBe(0);
    },
  );

  test.each(paths.filter((path) => !/wait|hold|announcement/.test(path)))(
    'to %s, with words no key of ours could hold, are answered',
    async (path) => {
      await open(dialect);
      const long = `\u0000${'x'.repeat(5000)}`;
      const odd = {
        ...form,
        CallSid: `CA1${long}`,
        ConferenceSid: `CF1${long}`,
        CallStatus: long,
        DialCallStatus: long,
        StatusCallbackEvent: `participant-join${long}`,
        ParticipantLabel: `agent_anna_1${long}`,
      };
      expect((await post(path, odd)).status).toBeLessThan(300);
    },
  );

  test.each(['call-status', 'conference-status?c=01CALL'] as const)(
    'to %s, of an unknown call, are kept and 204',
    async (path) => {
      const line = await open(dialect);
      expect((await post(path, { ...form, CallStatus: 'completed', ConferenceSid: 'CF1' })).status).toBe(204);
      expect(await rowsOf(line)).toBe(1);
    },
  );

  test('of the end of a caller’s call that was never announced makes it a call; of a browser’s or an employee’s leg none', async () => {
    const line = await open(dialect);
    const ended = { ...form, CallStatus: 'completed', Direction: 'inbound' };
    await post('call-status', { ...ended, CallSid: 'CA2', From: 'client:agent_anna' });
    await post('call-status', { ...ended, CallSid: 'CA3', Direction: 'outbound-api' });
    await post('call-status', { ...ended, CallSid: 'CA4', CallStatus: 'in-progress' });
    expect(await line.store.read.q.$count(line.store.read.t.calls)).toBe(0);
    expect((await post('call-status', ended)).status).toBe(204);
    expect(await findCallBySid(line.store.read, 'CA1')).toMatchObject({ phase: 'ended', endedBy: 'caller' });
  });

  test('wait and hold are known by our own id alone', async () => {
    await open(dialect);
    expect((await post('voice/wait?c=01CALL', {})).status).toBe(200);
    expect((await post('voice/hold?c=01CALL', {})).status).toBe(200);
  });

  test('answer an arriving call in TwiML, and again byte for byte', async () => {
    const line = await open(dialect);
    const first = await post('voice/inbound');
    expect(first.headers.get('content-type')).toBe('text/xml; charset=utf-8');
    const twiml = await first.text();
    expect(twiml).toContain('<Conference');
    expect(await (await post('voice/inbound')).text()).toBe(twiml);
    expect(await (await post('voice/fallback', { ...form, ErrorCode: '11200' })).text()).toBe(twiml);
    expect(await findCallBySid(line.store.read, 'CA1')).toMatchObject({ phase: 'ringing' });
  });

  test('with control characters and half pairs in the caller’s words are answered well-formed', async () => {
    const line = await open(dialect);
    const odd = { ...form, From: 'Ива\u0000нов\u0007', CallerName: '\u202E\uFFFFx' };
    const answer = await post('voice/inbound', odd);
    expect(answer.status).toBe(200);
    const { verbs, warnings } = parseTwiml(await answer.text());
    expect(verbs.length).toBeGreaterThan(0);
    expect(warnings).toEqual([]);
    expect(await findCallBySid(line.store.read, 'CA1')).toMatchObject({ callerText: 'Иванов' });
  });

  test('of a browser let it into the call its person claimed, and hang up on everything else', async () => {
    const line = await open(dialect);
    await line.inBrowser('anna');
    await line.available('anna');
    const call = await line.callerCalls();
    await call.callerJoins();
    await call.claims('anna');
    vi.useFakeTimers({ toFake: ['Date'], now: line.world.now() });
    const dialled = { ...form, CallSid: 'CA2', To: '', x_callId: call.callId, x_claim: '1' };
    const verbsFor = async (fields: Record<string, string>) =>
      parseTwiml(await (await post('voice/agent', { ...dialled, ...fields })).text()).verbs.map(
        ({ name }) => name,
      );
    for (const From of ['+73842581234', 'client:agent_', 'client:anna', 'client:agent_boris', '']) {
      expect(await verbsFor({ From })).toEqual(['Hangup']);
    }
    expect(await verbsFor({ From: 'client:agent_anna', x_claim: '1e0' })).toEqual(['Hangup']);
    expect(await verbsFor({ From: 'client:agent_anna' })).toEqual(['Dial']);
    vi.useRealTimers();
  });

  test('for a message are answered with a tone, its end with thanks, both the same when asked again', async () => {
    const line = await open(dialect);
    const ask = async (path: Path) => (await post(path)).text();
    const asked = await ask('voice/voicemail?c=01CALL');
    const { verbs, warnings } = parseTwiml(asked);
    expect(warnings).toEqual([]);
    expect(verbs.map(({ name }) => name)).toEqual(['Say', 'Say', 'Record', 'Say', 'Hangup']);
    expect(asked).toContain(
      'recordingStatusCallback="/api/twilio/recording-status?c=01CALL#rc=3&amp;rp=all"',
    );
    expect(await ask('voice/voicemail?c=01CALL')).toBe(asked);
    const thanks = await ask('voice/vm-done?c=01CALL');
    expect(thanks).toContain('сообщение принято');
    expect(await ask('voice/vm-done?c=01CALL')).toBe(thanks);
    expect(await rowsOf(line)).toBe(1);
  });

  test('that the database cannot take are 503, but the fallback and the music speak to the caller all the same', async () => {
    shared.callboard = Promise.reject(new Error('the disk is full'));
    shared.callboard.catch(() => undefined);
    const log = vi.mocked(console.error).mockImplementation(() => undefined);
    for (const path of paths.filter((path) => !/fallback|wait|hold|agent|voicemail/.test(path))) {
      expect((await post(path)).status, path).toBe(503);
    }
    const answer = await post('voice/fallback');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('связь прервалась');
    for (const path of ['voice/wait?c=01CALL', 'voice/hold?c=01CALL'] as const) {
      const music = await post(path);
      expect(music.status, path).toBe(200);
      expect(await music.text()).toContain('<Play>');
    }
    const browser = await post('voice/agent');
    expect(browser.status).toBe(200);
    expect(await browser.text()).toContain('<Hangup/>');
    expect(log).toHaveBeenCalled();
    log.mockReset();
  });
});
