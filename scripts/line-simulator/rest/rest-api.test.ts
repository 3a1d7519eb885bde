import twilio from 'twilio';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openHeldLine } from '@/tests/contract/held-line';
import { placeCall } from '../line/place-call.ts';
import { ACCOUNT_SID, API_KEY_SID, AUTH_TOKEN, CALLER, COMPANY, DESK } from '../testing/line-under-test.ts';

let it: Awaited<ReturnType<typeof openHeldLine>>;
beforeEach(async () => {
  it = await openHeldLine();
});
afterEach(() => it.close());

async function roomWithCaller() {
  const call = placeCall(it.line, { from: CALLER });
  await it.seconds(1);
  return { call, room: call.participant!.conference.sid };
}

test('20003: a wrong secret or none is refused, the auth token and the API key are taken', async () => {
  const status = async (authorization?: string) => {
    const headers: Record<string, string> = authorization ? { authorization } : {};
    const answer = await fetch(`${it.base}/2010-04-01/Accounts/${ACCOUNT_SID}.json`, { headers });
    return [answer.status, (await answer.json()).code];
  };
  expect(await status()).toEqual([401, 20003]);
  expect(await status(`Basic ${btoa(`${ACCOUNT_SID}:wrong`)}`)).toEqual([401, 20003]);
  expect(await status(`Basic ${btoa('SKother:key-secret')}`)).toEqual([401, 20003]);
  expect((await status(`Basic ${btoa(`${ACCOUNT_SID}:${AUTH_TOKEN}`)}`))[0]).toBe(200);
  expect((await it.rest('GET', '/Calls.json')).status).toBe(200);
});

test('20003: a standard API key reaches neither the account nor the keys', async () => {
  for (const path of ['.json', '/Keys.json', `/Keys/${API_KEY_SID}.json`])
    expect(await it.rest('GET', path)).toMatchObject({ status: 401, body: { code: 20003 } });
  expect((await it.asOwner(`/2010-04-01/Accounts/${ACCOUNT_SID}/Keys/${API_KEY_SID}.json`)).status).toBe(200);
});

test('20005: an account that is suspended tells of itself alone', async () => {
  await it.control('PUT', '/account', { defects: ['account-suspended'] });
  const account = await it.asOwner(`/2010-04-01/Accounts/${ACCOUNT_SID}.json`);
  expect(account).toMatchObject({ status: 200, body: { status: 'suspended' } });
  for (const path of ['/Calls.json', '/IncomingPhoneNumbers.json'])
    expect(await it.rest('GET', path)).toMatchObject({ status: 403, body: { code: 20005 } });
});

test("a number's addresses are set over REST, what is left out stays, and the next call goes by them", async () => {
  const sid = it.line.numbers[0]!.sid;
  const voiceUrl = `${it.console.url}/elsewhere`;
  const changed = await it.rest('POST', `/IncomingPhoneNumbers/${sid}.json`, {
    VoiceUrl: voiceUrl,
    VoiceMethod: 'GET',
    StatusCallback: '',
  });
  expect(changed.body).toMatchObject({ voice_url: voiceUrl, voice_method: 'GET', status_callback: '' });
  expect(changed.body.voice_fallback_url).toBe(`${it.console.url}/api/twilio/voice/fallback`);
  placeCall(it.line, { from: CALLER });
  await it.seconds(1);
  expect(it.console.to('/elsewhere')).toHaveLength(1);
  const wrong = await it.rest('POST', `/IncomingPhoneNumbers/${sid}.json`, { VoiceUrl: 'nowhere' });
  expect(wrong).toMatchObject({ status: 400, body: { code: 21205 } });
});

test("Twilio's own client works against the line and reads its errors", async () => {
  class LocalClient extends twilio.RequestClient {
    override request<TData>(options: Parameters<typeof twilio.RequestClient.prototype.request<TData>>[0]) {
      const url = new URL(options.uri);
      return super.request<TData>({ ...options, uri: new URL(url.pathname + url.search, it.base).href });
    }
  }
  const client = twilio(ACCOUNT_SID, AUTH_TOKEN, { httpClient: new LocalClient() });
  const { call, room } = await roomWithCaller();
  const participant = await client.conferences(room).participants.create({
    to: DESK,
    from: COMPANY,
    label: 'agent_1_1',
    statusCallback: `${it.console.url}/api/twilio/call-status`,
    statusCallbackEvent: ['initiated', 'answered'],
    beep: 'false',
    earlyMedia: false,
    timeout: 20,
  });
  expect(participant).toMatchObject({ label: 'agent_1_1', status: 'queued', conferenceSid: room });
  await it.seconds(3);
  expect(it.console.events()).toContain('call in-progress');
  expect(it.console.events()).not.toContain('call ringing');
  expect(await client.conferences(room).participants.list()).toHaveLength(2);
  expect(await client.conferences.list({ friendlyName: 'c_1', status: 'in-progress' })).toHaveLength(1);
  expect((await client.calls(call.sid).fetch()).status).toBe('in-progress');
  expect(await client.calls(call.sid).update({ status: 'completed' })).toMatchObject({ status: 'completed' });
  await expect(client.calls(call.sid).update({ status: 'completed' })).rejects.toMatchObject({
    code: 21220,
    status: 400,
    moreInfo: 'https://www.twilio.com/docs/errors/21220',
  });
});

test('20404: what is unknown, of another account, or gone', async () => {
  const { room } = await roomWithCaller();
  for (const path of [
    `/Calls/CA${'0'.repeat(32)}.json`,
    `/Conferences/CF${'0'.repeat(32)}.json`,
    '/Conferences/c_1.json',
    `/Conferences/${room}/Participants/agent_9.json`,
    '/Recordings.json',
  ])
    expect(await it.rest('GET', path)).toMatchObject({ status: 404, body: { code: 20404, status: 404 } });
  expect(await it.rest('DELETE', `/Conferences/${room}/Participants/agent_9.json`)).toMatchObject({
    status: 404,
  });
  expect((await it.rest('PATCH', '/Calls.json')).body.code).toBe(20004);
});

test.each([
  ['21201: nobody to call', { From: COMPANY }, 21201],
  ['21211: a number that cannot be dialled', { From: COMPANY, To: '8 (495) 123' }, 21211],
  ['21213: no caller number', { To: DESK }, 21213],
  ['21210: a caller number of somebody else', { To: DESK, From: '+79990000000' }, 21210],
  ['16024: a label with a slash', { To: DESK, From: COMPANY, Label: 'a/b' }, 16024],
  ['16024: a label that looks like a call', { To: DESK, From: COMPANY, Label: `CA${'0'.repeat(32)}` }, 16024],
  ['16026: a label that is taken', { To: DESK, From: COMPANY, Label: 'caller' }, 16026],
  ['16028: coaching somebody who is not there', { To: DESK, From: COMPANY, CallSidToCoach: 'CA1' }, 16028],
  ['20001: a time-out that is no number', { To: DESK, From: COMPANY, Timeout: 'long' }, 20001],
])('%s', async (_, form, code) => {
  const { room } = await roomWithCaller();
  const refused = await it.rest('POST', `/Conferences/${room}/Participants.json`, form);
  expect(refused.body.code).toBe(code);
  expect(refused.status).toBe(400);
});

test('a room is joined by its SID or opened by its name, and 16022 when it is over', async () => {
  const { call, room } = await roomWithCaller();
  const byName = await it.rest('POST', '/Conferences/c_1/Participants.json', { To: DESK, From: COMPANY });
  expect(byName.body.conference_sid).toBe(room);
  await it.rest('POST', `/Calls/${call.sid}.json`, { Status: 'completed' });
  const late = await it.rest('POST', `/Conferences/${room}/Participants.json`, { To: DESK, From: COMPANY });
  expect(late).toMatchObject({ status: 400, body: { code: 16022 } });
  const anew = await it.rest('POST', '/Conferences/c_1/Participants.json', { To: DESK, From: COMPANY });
  expect(anew.body.conference_sid).not.toBe(room);
});

test('a leg that still rings is found by its label, and can be called off', async () => {
  await it.control('PUT', `/phones/${encodeURIComponent(DESK)}`, { mode: 'manual' });
  const { room } = await roomWithCaller();
  await it.join(room, 'agent_42_1');
  await it.seconds(2);
  const found = await it.rest('GET', `/Conferences/${room}/Participants/agent_42_1.json`);
  expect(found.body).toMatchObject({ status: 'ringing', label: 'agent_42_1' });
  await it.rest('DELETE', `/Conferences/${room}/Participants/agent_42_1.json`);
  await it.settled();
  expect(it.console.events().slice(-2).sort()).toEqual(['call canceled', 'participant-leave']);
  expect((await it.rest('GET', `/Calls/${found.body.call_sid}.json`)).body.status).toBe('canceled');
});

test('a live call is sent to another document and leaves its room; a ringing one cannot be', async () => {
  const { call } = await roomWithCaller();
  it.console.on('/bye', '<Response><Say>До свидания</Say><Hangup/></Response>');
  const moved = await it.rest('POST', `/Calls/${call.sid}.json`, { Url: `${it.console.url}/bye` });
  expect(moved.status).toBe(200);
  await it.seconds(3);
  expect(call.heard.map(({ text }) => text)).toContain('До свидания');
  expect(call.status).toBe('completed');
  expect(it.console.to('/api/twilio/voice/caller-left')).toHaveLength(0);
  const left = it.console.received.find(
    ({ parameters }) => parameters.StatusCallbackEvent === 'participant-leave',
  );
  expect(left?.parameters.ReasonParticipantLeft).toBe('participant_updated_via_api');

  await it.control('PUT', `/phones/${encodeURIComponent(DESK)}`, { mode: 'manual' });
  const ringing = await it.rest('POST', '/Calls.json', {
    To: DESK,
    From: COMPANY,
    Url: `${it.console.url}/bye`,
  });
  await it.seconds(1);
  const path = `/Calls/${ringing.body.sid}.json`;
  expect((await it.rest('POST', path, { Url: `${it.console.url}/bye` })).body.code).toBe(21220);
  expect((await it.rest('POST', path, { Status: 'paused' })).body.code).toBe(21218);
  expect((await it.rest('POST', path, { Status: 'canceled' })).body.status).toBe('canceled');
});

test('lists come in pages that point to each other', async () => {
  for (let index = 0; index < 3; index++) placeCall(it.line, { from: `+7916000000${index}` });
  await it.seconds(1);
  const first = await it.rest('GET', '/Calls.json', { PageSize: '2' });
  expect(first.body.calls.map(({ from }: { from: string }) => from)).toEqual([
    '+79160000002',
    '+79160000001',
  ]);
  expect(first.body).toMatchObject({ page: 0, page_size: 2, start: 0, end: 1, previous_page_uri: null });
  const query = first.body.next_page_uri.split('?')[1];
  const second = await it.rest('GET', `/Calls.json?${query}`);
  expect(second.body).toMatchObject({ page: 1, next_page_uri: null });
  expect(second.body.calls).toHaveLength(1);
  const ringing = await it.rest('GET', '/Calls.json', { Status: 'ringing' });
  expect(ringing.body.calls).toHaveLength(0);
});

test.each([
  ['10004', 'too many calls at once'],
  ['16021', 'too many participants at once'],
])('%s comes on demand: %s', async (effect) => {
  await it.control('PUT', '/faults', { rest: [{ match: 'POST', effect, times: 1 }] });
  const { room } = await roomWithCaller();
  const { status, body } = await it.join(room, 'agent_1_1');
  expect(status).toBe(429);
  expect(body).toMatchObject({ code: Number(effect), status: 429 });
});

test('20429, 500, silence and a lost answer come on demand, once or always', async () => {
  await it.control('PUT', '/faults', {
    rest: [
      { match: 'GET /Calls.json', effect: '429', times: 1 },
      { match: 'all', effect: '500', times: 1 },
    ],
  });
  const first = await it.rest('GET', '/Calls.json');
  expect(first).toMatchObject({ status: 429, body: { code: 20429 } });
  expect((await it.rest('GET', '/Calls.json')).status).toBe(500);
  expect((await it.rest('GET', '/Calls.json')).status).toBe(200);

  await it.control('PUT', '/faults', { rest: [{ match: 'POST /Participants.json', effect: 'lost-answer' }] });
  const { room } = await roomWithCaller();
  await expect(it.join(room, 'agent_1_1')).rejects.toThrow();
  expect((await it.rest('GET', `/Conferences/${room}/Participants.json`)).body.participants).toHaveLength(2);

  await it.control('PUT', '/faults', { rest: [{ effect: 'timeout' }] });
  const silent = fetch(`${it.base}/2010-04-01/Accounts/${ACCOUNT_SID}.json`, {
    signal: AbortSignal.timeout(200),
  });
  await expect(silent).rejects.toThrow();
});

test.each([
  [true, 429],
  [false, 201],
])(
  'of two calls at a time one rings; whether it counts (%s): the next is answered %i',
  async (counts, status) => {
    Object.assign(it.line.faults.behaviours, { callsAtOnce: 2, ringingCallsCount: counts });
    await it.control('PUT', `/phones/${encodeURIComponent(DESK)}`, { mode: 'manual' });
    const { room } = await roomWithCaller();
    expect((await it.join(room, 'agent_1_1')).status).toBe(201);
    await it.seconds(1);
    const second = await it.join(room, 'agent_2_2', '+74951230043');
    expect(second.status).toBe(status);
    if (counts) expect(second.body.code).toBe(16021);
    const { body } = await it.rest('POST', '/Calls.json', {
      To: '+74951230044',
      From: COMPANY,
      Twiml: '<Response><Hangup/></Response>',
    });
    expect(body.code).toBe(counts ? 10004 : undefined);
  },
);
