import { afterEach, beforeEach, expect, test } from 'vitest';
import { FRAME_MS } from '../media/frame.ts';
import { analyse } from '../media/listen.ts';
import { openPeer } from '../media/peer.ts';
import { tone } from '../media/tones.ts';
import { CALLER, COMPANY, DESK, openLineUnderTest } from '../testing/line-under-test.ts';

let it: Awaited<ReturnType<typeof openLineUnderTest>>;
beforeEach(async () => {
  it = await openLineUnderTest();
});
afterEach(() => it.close());

const desk = `/phones/${encodeURIComponent(DESK)}`;

test('the process says what it is', async () => {
  expect(await (await fetch(`${it.base}/health`)).json()).toEqual({ ok: true, product: 'line-simulator' });
});

test('a withheld, a malformed and a forwarded call reach the console as they are', async () => {
  await it.control('POST', '/calls', { from: 'withheld' });
  await it.control('POST', '/calls', { from: '8(495)12-34 доб. 5' });
  await it.control('POST', '/calls', {
    from: CALLER,
    forwardedFrom: '+74957654321',
    stirVerstat: 'No-TN-Validation',
  });
  await it.settled();
  const requests = it.console.to('/api/twilio/voice/inbound').map(({ parameters }) => parameters);
  expect(requests.map(({ From }) => From).sort()).toEqual([
    '+79161234567',
    '8(495)12-34 доб. 5',
    'anonymous',
  ]);
  expect(requests.find(({ From }) => From === CALLER)).toMatchObject({
    ForwardedFrom: '+74957654321',
    StirVerstat: 'No-TN-Validation',
  });
  expect(it.console.received.every(({ isSigned }) => isSigned)).toBe(true);
});

test.each([
  ['no caller', {}, 400],
  ['a number of another company', { from: CALLER, to: '+74950000000' }, 400],
  ['a hang-up before the call', { from: CALLER, hangUpAfterSeconds: -1 }, 400],
  ['our own number', { from: CALLER, to: COMPANY }, 201],
])('placing a call with %s', async (_, input, status) => {
  expect((await it.control('POST', '/calls', input)).status).toBe(status);
});

test('a caller hangs up by themselves after the time given', async () => {
  const { body } = await it.control('POST', '/calls', { from: CALLER, hangUpAfterSeconds: 10 });
  await it.seconds(9);
  expect(it.line.calls.get(body.sid)?.status).toBe('in-progress');
  await it.seconds(1);
  expect(it.line.calls.get(body.sid)?.status).toBe('completed');
});

test('an employee answers, is busy, lets it ring, and hangs up by hand', async () => {
  await it.control('PUT', desk, { mode: 'manual', name: 'Анна' });
  const { body } = await it.control('POST', '/calls', { from: CALLER });
  await it.seconds(1);
  const room = it.line.calls.get(body.sid)!.participant!.conference.sid;
  expect((await it.control('POST', `${desk}/answer`)).status).toBe(409);

  for (const [label, act, status] of [
    ['agent_42_1', 'busy', 'busy'],
    ['agent_42_2', 'no-answer', 'no-answer'],
  ] as const) {
    const joined = await it.join(room, label);
    await it.seconds(1);
    expect((await it.control('POST', `${desk}/${act}`)).status).toBe(200);
    await it.settled();
    expect(it.line.calls.get(joined.body.call_sid)?.status).toBe(status);
  }
  const joined = await it.join(room, 'agent_42_3');
  await it.seconds(1);
  expect((await it.control('GET', desk)).body).toMatchObject({
    name: 'Анна',
    state: 'ringing',
    from: COMPANY,
    label: 'agent_42_3',
  });
  await it.control('POST', `${desk}/answer`);
  expect((await it.control('GET', desk)).body.state).toBe('talking');
  await it.control('POST', `${desk}/hang-up`);
  await it.settled();
  expect(it.line.calls.get(joined.body.call_sid)?.status).toBe('completed');
  expect((await it.control('GET', desk)).body.state).toBe('idle');
});

test('a malformed wish is refused in words', async () => {
  expect(await it.control('PUT', desk, { mode: 'asleep' })).toMatchObject({
    status: 400,
    body: { error: 'mode is one of auto, manual, busy, no-answer, unreachable' },
  });
  expect((await it.control('PUT', '/faults', { callbacks: [{ effect: 'explode' }] })).status).toBe(400);
  expect((await it.control('PUT', '/faults', { rest: 'all' })).status).toBe(400);
  expect((await it.control('GET', '/nothing')).status).toBe(404);
  const form = await fetch(`${it.base}/control/calls`, { method: 'POST', body: '{"from":"+1"}' });
  expect(form.status).toBe(415);
});

test('the control API is closed to other names for this machine', async () => {
  const { request } = await import('node:http');
  const status = await new Promise((resolve) => {
    request(`${it.base}/control/state`, { headers: { host: 'evil.example' } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }).end();
  });
  expect(status).toBe(403);
});

test('the page is told at once what happens, and sees the state soon after', async () => {
  const stream = await fetch(`${it.base}/control/events`);
  const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
  const first = (await reader.read()).value ?? '';
  expect(first).toContain('event: state');
  await it.control('POST', '/calls', { from: CALLER });
  await it.seconds(1);
  let seen = '';
  while (!seen.includes('"status":"in-progress"')) seen += (await reader.read()).value ?? '';
  expect(seen).toContain(`${CALLER} → ${COMPANY}: ringing`);
  await reader.cancel();
});

test('an account gets the defects it is told, and a reset takes them away', async () => {
  await it.control('PUT', '/account', { defects: ['voice-method-get', 'account-trial'] });
  expect((await it.control('GET', '/account')).body).toEqual({
    defects: ['voice-method-get', 'account-trial'],
  });
  expect(it.line.numbers).toMatchObject([{ voiceMethod: 'GET' }]);
  const refused = await it.control('PUT', '/account', { defects: ['no-such-defect'] });
  expect(refused).toMatchObject({ status: 400, body: { error: expect.stringContaining('token-revoked') } });
  await it.control('POST', '/reset');
  expect((await it.control('GET', '/account')).body).toEqual({ defects: [] });
  expect(it.line.numbers).toMatchObject([{ voiceMethod: 'POST' }]);
});

test('a reset ends all calls, with their callbacks, and takes all faults away', async () => {
  await it.control('PUT', '/faults', { callbacks: [{ effect: 'drop', kind: 'participant-join' }] });
  await it.control('POST', '/calls', { from: CALLER });
  await it.seconds(1);
  const { body } = await it.control('POST', '/reset');
  await it.settled();
  expect(body).toMatchObject({ calls: [], phones: [], conferences: [], faults: { callbacks: [], rest: [] } });
  expect(it.console.events()).toContain('call completed');
});

test.each([
  [{ callbacks: [{ kind: 'in-progress', effect: 'drop' }] }, 'kind is one of all, call, initiated'],
  [{ callbacks: [{ kind: 'completed', effect: 'lose' }] }, 'effect is one of duplicate'],
  [{ rest: [{ match: 'Participants', effect: '500' }] }, 'match is all, a method'],
  [{ rest: [{ match: 'POST /Calls.json', effect: '10005' }] }, 'effect is one of 429, 10004'],
  [{ signalling: [{ message: 'hangup', effect: 'ignore' }] }, 'message is one of all, listen'],
  [{ signalling: [{ message: 'listen', effect: 'lose' }] }, 'effect is one of ignore, delay'],
  [{ signalling: [{ message: 'listen', effect: 'delay', delayMs: 0 }] }, 'delayMs is a whole number'],
])('a fault that would never strike is refused: %j', async (faults, message) => {
  const { status, body } = await it.control('PUT', '/faults', faults);
  expect(status).toBe(400);
  expect(JSON.stringify(body)).toContain(message);
});

test('an end of the line makes a tone and is listened to, until its call is over', async () => {
  const { body: call } = await it.control('POST', '/calls', { from: CALLER });
  await it.seconds(1);
  const hears = () => it.control('GET', `/calls/${call.sid}/sound?ms=200`);
  expect((await it.control('POST', `/calls/${call.sid}/tone`, { hz: 700 })).status).toBe(200);
  const { body: waiting } = await hears();
  expect(waiting.tones.length).toBeGreaterThan(0);
  expect(waiting.tones.map(({ hz }: { hz: number }) => hz)).not.toContain(700);
  expect((await it.control('POST', `/calls/${call.sid}/tone`, { hz: null })).status).toBe(200);
  expect((await it.control('POST', `/calls/${call.sid}/tone`, { hz: 20 })).status).toBe(400);
  expect((await it.control('GET', `/calls/${call.sid}/sound?ms=1`)).status).toBe(400);
  const firstTone = `/calls/${call.sid}/first-tone`;
  expect((await it.control('GET', `${firstTone}?hz=1300&ms=200`)).body).toEqual({ at: null });
  expect((await it.control('GET', `${firstTone}?hz=20&ms=200`)).status).toBe(400);
  await it.control('POST', `/calls/${call.sid}/hang-up`);
  expect((await hears()).status).toBe(409);
  expect((await it.control('POST', `/calls/${call.sid}/tone`, { hz: 700 })).status).toBe(409);
});

test('a person at the page speaks for the caller, and hears what the caller hears', async () => {
  const { body: call } = await it.control('POST', '/calls', { from: CALLER });
  await it.seconds(1);
  const joined = await it.join(it.line.calls.get(call.sid)!.participant!.conference.sid, 'agent_42');
  await it.seconds(3);
  const heard: number[] = [];
  const peer = openPeer({ onSound: (samples) => heard.push(...samples), onKey() {}, onLost() {} });
  const voice = tone(700);
  const talking = setInterval(() => peer.send(voice()), FRAME_MS);
  try {
    const answer = await it.control('POST', `/calls/${call.sid}/microphone`, { sdp: await peer.offer() });
    await peer.accept(answer.body.sdp);
    await it.control('POST', `/calls/${joined.body.call_sid}/tone`, { hz: 1_000 });
    const atAgent = async () =>
      (await it.control('GET', `/calls/${joined.body.call_sid}/sound?ms=500`)).body.tones[0]?.hz;
    await expect.poll(atAgent, { timeout: 20_000 }).toBe(700);
    const heardLast = () => analyse(Int16Array.from(heard).slice(-1_600)).tones[0]?.hz;
    await expect.poll(heardLast, { timeout: 20_000 }).toBe(1_000);
    expect((await it.control('DELETE', `/calls/${call.sid}/microphone`)).status).toBe(204);
    await expect.poll(atAgent, { timeout: 20_000 }).toBeUndefined();
  } finally {
    clearInterval(talking);
    peer.close();
  }
  const refused = await it.control('POST', `/calls/${call.sid}/microphone`, { sdp: 'nonsense' });
  expect(refused.status).toBe(400);
  expect((await it.control('POST', `/calls/${call.sid}/microphone`, {})).status).toBe(400);
});

test('the log keeps every request with its attempts and answer', async () => {
  await it.control('POST', '/calls', { from: CALLER });
  await it.seconds(1);
  const { body } = await it.control('GET', '/log?after=0');
  const asked = body.find(({ text }: { text: string }) => text.startsWith('TwiML'));
  expect(asked.detail.parameters.From).toBe(CALLER);
  expect(asked.detail.attempts).toHaveLength(1);
  expect(asked.detail.answer).toContain('<Conference');
});
