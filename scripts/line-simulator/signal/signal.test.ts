import { afterEach, beforeEach, expect, test } from 'vitest';
import { openHeldLine } from '@/tests/contract/held-line';
import type { CallRecording } from '../line/record-call.ts';
import { analyse } from '../media/listen.ts';
import { accessToken, type BrowserPhone, openBrowserPhone } from '../testing/browser-phone.ts';
import { APPLICATION_SID, CALLER, COMPANY, DESK } from '../testing/line-under-test.ts';

const AGENTS_ROOM = `<Response><Dial><Conference participantLabel="agent_42" startConferenceOnEnter="true"
  endConferenceOnExit="false" beep="false" waitUrl="">c_1</Conference></Dial></Response>`;

let it: Awaited<ReturnType<typeof openHeldLine>>;
const phones: BrowserPhone[] = [];
beforeEach(async () => {
  it = await openHeldLine();
  it.console.on('/api/twilio/voice/agent', AGENTS_ROOM);
});
afterEach(async () => {
  for (const phone of phones.splice(0)) phone.close();
  await it.close();
});

async function phone(token = accessToken('agent_42', it.clock.now())): Promise<BrowserPhone> {
  const opened = await openBrowserPhone(it.base, token);
  phones.push(opened);
  return opened;
}

async function callerWaits(): Promise<string> {
  const { body } = await it.control('POST', '/calls', { from: CALLER });
  await it.seconds(1);
  return body.sid;
}

/** What the person at that end hears, by the control API. */
async function tonesAt(sid: string): Promise<number[]> {
  const { body } = await it.control('GET', `/calls/${sid}/sound?ms=500`);
  return body.tones.map(({ hz }: { hz: number }) => hz);
}

const PATIENT = { timeout: 20_000 };

/** Sound needs a moment to change, longer on a machine that is busy. */
async function soon(listen: () => Promise<number[]>, tones: number[]): Promise<void> {
  await expect.poll(async () => (await listen()).sort((a, b) => a - b), PATIENT).toEqual(tones);
}

test('a browser registers, dials into the room of a caller, hears them and is heard, and hangs up', async () => {
  const caller = await callerWaits();
  const agent = await phone();
  expect(await agent.next('connected')).toMatchObject({ token: { identity: 'agent_42', ttl: 3600 } });
  agent.send('register', { media: { audio: true } });
  await agent.next('ready');

  const { callSid } = await agent.connect('x_callId=77&x_claim=abc');
  const [asked] = it.console.to('/api/twilio/voice/agent');
  expect(asked?.isSigned).toBe(true);
  expect(asked?.parameters).toMatchObject({
    From: 'client:agent_42',
    To: '',
    CallSid: callSid,
    CallStatus: 'ringing',
    Direction: 'inbound',
    ApplicationSid: APPLICATION_SID,
    x_callId: '77',
    x_claim: 'abc',
  });
  await it.settled();
  expect(it.console.events()).toEqual(expect.arrayContaining(['participant-join', 'conference-start']));

  agent.sound(900);
  await it.control('POST', `/calls/${caller}/tone`, { hz: 600 });
  await soon(agent.hears, [600]);
  await soon(() => tonesAt(caller), [900]);

  agent.send('hangup', { callsid: callSid });
  await expect.poll(() => it.line.calls.get(callSid)?.status, PATIENT).toBe('completed');
  await it.settled();
  expect(it.console.events()).toContain('participant-leave');
  expect(it.line.calls.get(caller)?.status).toBe('in-progress');
  expect((await it.control('GET', '/state')).body.totals).toEqual({ calls: 1, open: 1 });
});

test('who is muted is not heard, who is held hears music alone, and both is taken back', async () => {
  const caller = await callerWaits();
  const agent = await phone();
  const { callSid } = await agent.connect();
  agent.sound(900);
  await it.control('POST', `/calls/${caller}/tone`, { hz: 600 });
  const room = it.line.calls.get(caller)!.participant!.conference.sid;
  const update = (label: string, form: Record<string, string>) =>
    it.rest('POST', `/Conferences/${room}/Participants/${label}.json`, form);

  await update('agent_42', { Muted: 'true' });
  await soon(() => tonesAt(caller), []);
  await soon(agent.hears, [600]);
  await update('agent_42', { Muted: 'false' });
  await soon(() => tonesAt(caller), [900]);

  await update('caller', { Hold: 'true' });
  await expect.poll(async () => (await tonesAt(caller)).includes(900), PATIENT).toBe(false);
  expect((await tonesAt(caller)).length).toBeGreaterThan(0);
  await soon(agent.hears, []);
  await update('caller', { Hold: 'false' });
  await soon(() => tonesAt(caller), [900]);
  await soon(() => tonesAt(callSid), [600]);
});

test('a room that ends hangs up on the browser', async () => {
  const caller = await callerWaits();
  const agent = await phone();
  const { callSid } = await agent.connect();
  await it.control('POST', `/calls/${caller}/hang-up`);
  expect(await agent.next('hangup')).toEqual({ callsid: callSid });
  expect(it.line.browserLegs.size).toBe(0);
});

test('a call the console does not take ends with the reason', async () => {
  it.console.on('/api/twilio/voice/agent', '<Response><Reject reason="busy"/></Response>');
  const agent = await phone();
  agent.send('invite', { callsid: 'TJS1', sdp: 'v=0', twilio: {} });
  const { callsid } = await agent.next('ringing');
  expect(await agent.next('hangup')).toEqual({ callsid, error: { code: 31486, message: 'Busy here' } });
});

test('sound that cannot be agreed on ends the call', async () => {
  const agent = await phone();
  agent.send('invite', { callsid: 'TJS1', sdp: 'nonsense', twilio: {} });
  expect(await agent.next('hangup')).toMatchObject({ error: { code: 53402 } });
  expect([...it.line.calls.values()].map(({ status }) => status)).toEqual(['completed']);
});

test('a browser cannot call as somebody else', async () => {
  const agent = await phone();
  await agent.connect('From=client%3Aagent_1&To=%2B74950000000&CallSid=CA1');
  expect(it.console.to('/api/twilio/voice/agent')[0]?.parameters).toMatchObject({
    From: 'client:agent_42',
    To: '+74950000000',
    CallSid: expect.stringMatching(/^CA[0-9a-f]{32}$/),
  });
});

test('a registered browser is rung by its name, and answers or not', async () => {
  const caller = await callerWaits();
  const room = it.line.calls.get(caller)!.participant!.conference.sid;
  const agent = await phone();
  agent.send('register', { media: { audio: true } });
  await agent.next('ready');
  const ring = async (label: string) => {
    const { body } = await it.join(room, label, 'client:agent_42');
    await it.seconds(1);
    return body.call_sid as string;
  };

  const rejected = await ring('agent_42_1');
  expect(await agent.next('invite')).toMatchObject({ callsid: rejected, parameters: { From: COMPANY } });
  agent.send('reject', { callsid: rejected });
  await expect.poll(() => it.line.calls.get(rejected)?.status, PATIENT).toBe('busy');

  const withdrawn = await ring('agent_42_2');
  await agent.next('invite');
  await it.rest('DELETE', `/Conferences/${room}/Participants/agent_42_2.json`);
  await expect.poll(() => agent.received.at(-1), PATIENT).toBe('cancel');
  expect(it.line.calls.get(withdrawn)?.status).toBe('canceled');

  const missed = await ring('agent_42_3');
  await agent.next('invite');
  await it.seconds(26);
  expect(it.line.calls.get(missed)?.status).toBe('no-answer');

  const taken = await ring('agent_42_4');
  expect(await agent.answer()).toBe(taken);
  await expect.poll(() => it.line.calls.get(taken)?.participant?.status, PATIENT).toBe('connected');
  await it.control('POST', `/calls/${caller}/tone`, { hz: 600 });
  await soon(agent.hears, [600]);
});

test('all browsers of a person ring, and one takes the call', async () => {
  const caller = await callerWaits();
  const room = it.line.calls.get(caller)!.participant!.conference.sid;
  const [one, other] = [await phone(), await phone()];
  for (const each of [one, other]) {
    each.send('register', { media: { audio: true } });
    await each.next('ready');
  }
  await it.join(room, 'agent_42', 'client:agent_42');
  await it.seconds(1);
  const sid = await one.answer();
  expect(await other.next('cancel')).toEqual({ callsid: sid });
});

test('a caller is put through to a browser, which is told why it rings', async () => {
  it.console.on(
    '/api/twilio/voice/inbound',
    `<Response><Dial timeout="20"><Client><Identity>agent_42</Identity>
      <Parameter name="x_callId" value="7 &amp; 8"/></Client></Dial></Response>`,
  );
  const agent = await phone();
  agent.send('register', { media: { audio: true } });
  await agent.next('ready');
  const caller = await callerWaits();
  const { parameters } = await agent.next('invite');
  expect(parameters).toMatchObject({ From: CALLER, To: 'client:agent_42', Params: 'x_callId=7+%26+8' });
  expect((await it.control('GET', `/calls/${caller}`)).body.debugger).toEqual([]);
});

test('who is put through hears the browser, and is heard', async () => {
  it.console.on('/api/twilio/voice/inbound', '<Response><Dial><Client>agent_42</Client></Dial></Response>');
  const agent = await phone();
  agent.sound(900);
  agent.send('register', { media: { audio: true } });
  await agent.next('ready');
  const caller = await callerWaits();
  const sid = await agent.answer();
  await expect.poll(() => it.line.calls.get(sid)?.bridgedTo?.sid, PATIENT).toBe(caller);
  await it.control('POST', `/calls/${caller}/tone`, { hz: 600 });
  await soon(agent.hears, [600]);
  await soon(() => tonesAt(caller), [900]);
  await it.control('POST', `/calls/${caller}/hang-up`);
  expect(await agent.next('hangup')).toEqual({ callsid: sid });
});

test('a token is refused with its reason, and a better one is taken on the same connection', async () => {
  const agent = await phone(accessToken('agent_42', it.clock.now() - 7_200_000));
  expect(await agent.next('error')).toMatchObject({ error: { code: 20104 } });
  agent.send('register', { media: { audio: true } });
  expect(await agent.next('error')).toMatchObject({ error: { code: 31204 } });
  agent.send('listen', { token: accessToken('agent_42', it.clock.now(), 30) });
  await agent.next('connected');
  agent.send('register', { media: { audio: true } });
  await agent.next('ready');
  await it.seconds(30);
  agent.send('register', { media: { audio: true } });
  expect(await agent.next('error')).toMatchObject({ error: { code: 31205 } });
  agent.send('invite', { callsid: 'TJS1', sdp: 'v=0', twilio: {} });
  expect(await agent.next('hangup')).toMatchObject({ callsid: 'TJS1', error: { code: 20104 } });
});

test('the connection may break in a call: the sound stays, and the browser comes back to it', async () => {
  const caller = await callerWaits();
  const agent = await phone();
  const placed = await agent.connect();
  agent.sound(900);
  await soon(() => tonesAt(caller), [900]);
  await it.control('POST', '/browsers/agent_42/cut');
  await agent.lost();
  await it.seconds(4);
  await soon(() => tonesAt(caller), [900]);

  await agent.comeBack(placed, accessToken('agent_42', it.clock.now()));
  await it.seconds(60);
  await soon(() => tonesAt(caller), [900]);
  agent.send('hangup', { callsid: placed.callSid });
  await expect.poll(() => it.line.calls.get(placed.callSid)?.status, PATIENT).toBe('completed');
});

test('a call goes on in another page of the same person, and with the right word only', async () => {
  const caller = await callerWaits();
  const placed = await (await phone()).connect();
  const stranger = await phone();
  stranger.send('invite', { callsid: placed.callSid, sdp: 'v=0', reconnect: 'wrong', twilio: {} });
  expect(await stranger.next('hangup')).toMatchObject({ error: { code: 31209 } });

  const other = await phone();
  other.sound(1_200);
  expect((await other.connect('', placed)).callSid).toBe(placed.callSid);
  await soon(() => tonesAt(caller), [1_200]);
});

test.each([
  [5, 4, 3],
  [40, 38, 5],
])('a browser that is gone for good is taken out of the room after %i s', async (gone, stillThere, over) => {
  it.line.faults.behaviours.browserGoneAfterMs = gone * 1000;
  const caller = await callerWaits();
  const agent = await phone();
  const { callSid } = await agent.connect();
  agent.close();
  await expect.poll(() => it.line.sessions.size, PATIENT).toBe(0);
  await it.seconds(stillThere);
  expect(it.line.calls.get(callSid)?.status).toBe('in-progress');
  await it.seconds(over);
  expect(it.line.calls.get(callSid)?.status).toBe('completed');
  expect(it.console.events()).toContain('participant-leave');
  expect(it.line.calls.get(caller)?.status).toBe('in-progress');
});

test('sound that changes its way goes on', async () => {
  const caller = await callerWaits();
  const agent = await phone();
  const { callSid } = await agent.connect();
  agent.sound(900);
  await it.control('POST', `/calls/${caller}/tone`, { hz: 600 });
  await soon(agent.hears, [600]);
  await agent.restart(callSid);
  await soon(() => tonesAt(caller), [900]);
  await soon(agent.hears, [600]);
});

test('keys pressed in the browser reach the menu', async () => {
  it.console.on(
    '/api/twilio/voice/agent',
    '<Response><Gather numDigits="2" action="/api/twilio/voice/menu"/></Response>',
  );
  it.console.on('/api/twilio/voice/menu', '<Response><Hangup/></Response>');
  const agent = await phone();
  const { callSid } = await agent.connect();
  agent.send('dtmf', { callsid: callSid, dtmf: '1' });
  agent.send('dtmf', { callsid: callSid, dtmf: '2' });
  await agent.next('hangup');
  expect(it.console.to('/api/twilio/voice/menu')[0]?.parameters.Digits).toBe('12');
});

test('a message of the browser can be refused, ignored or late, for tests', async () => {
  await it.control('PUT', '/faults', {
    signalling: [
      { message: 'listen', effect: 'refuse', times: 1 },
      { message: 'invite', effect: 'refuse', code: 31486, times: 1 },
      { message: 'register', effect: 'ignore', times: 1 },
      { message: 'register', effect: 'delay', times: 1 },
    ],
  });
  const token = accessToken('agent_42', it.clock.now());
  const agent = await phone(token);
  expect(await agent.next('error')).toEqual({ error: { code: 20101, message: 'Refused' } });
  agent.send('listen', { token });
  await agent.next('connected');
  agent.send('invite', { callsid: 'TJS1', sdp: 'v=0', twilio: {} });
  expect(await agent.next('hangup')).toMatchObject({ callsid: 'TJS1', error: { code: 31486 } });
  agent.send('register', { media: { audio: true } });
  agent.send('register', { media: { audio: true } });
  await expect.poll(() => it.line.faults.signalling, PATIENT).toEqual([]);
  expect(agent.received).not.toContain('ready');
  await it.seconds(5);
  await agent.next('ready');
  expect((await it.control('GET', '/browsers')).body).toMatchObject([
    { identity: 'agent_42', isRegistered: true, callSids: [] },
  ]);
});

test('two desk phones hear each other, and a coach is heard by the coached alone', async () => {
  const caller = await callerWaits();
  const room = it.line.calls.get(caller)!.participant!.conference.sid;
  const joined = async (label: string, to: string) => {
    const { body } = await it.join(room, label, to);
    await it.seconds(3);
    return body.call_sid as string;
  };
  const agent = await joined('agent_42', DESK);
  const coach = await joined('sup_7', '+74951230077');
  for (const [sid, hz] of [
    [caller, 600],
    [agent, 900],
    [coach, 1_300],
  ])
    await it.control('POST', `/calls/${sid}/tone`, { hz });
  await it.rest('POST', `/Conferences/${room}/Participants/sup_7.json`, {
    Coaching: 'true',
    CallSidToCoach: agent,
  });
  await soon(() => tonesAt(caller), [900]);
  await soon(() => tonesAt(agent), [600, 1_300]);
  await soon(() => tonesAt(coach), [600, 900]);
});

test('S5: a supervisor listens unheard, whispers into one ear, speaks to all, and is in no recording before that', async () => {
  const caller = await callerWaits();
  const room = it.line.calls.get(caller)!.participant!.conference.sid;
  const joined = async (label: string, to: string, more = {}) => {
    const { body } = await it.join(room, label, to, more);
    await it.seconds(3);
    return body.call_sid as string;
  };
  const agent = await joined('agent_42', DESK);
  const quiet = { Muted: 'true', StartConferenceOnEnter: 'false' };
  const supervisor = await joined('sup_7', '+74951230077', quiet);
  await it.rest('POST', `/Calls/${caller}/Recordings.json`, { RecordingChannels: 'dual' });
  const { frames } = [...it.line.recordings.values()].at(-1) as CallRecording;
  for (const [sid, hz] of [
    [caller, 600],
    [agent, 900],
    [supervisor, 1_300],
  ])
    await it.control('POST', `/calls/${sid}/tone`, { hz });
  const update = (form: Record<string, string>) =>
    it.rest('POST', `/Conferences/${room}/Participants/sup_7.json`, form);
  const hear = async (tones: Record<string, number[]>) => {
    for (const [sid, hz] of Object.entries(tones)) await soon(() => tonesAt(sid), hz);
  };
  await hear({ [supervisor]: [600, 900], [agent]: [600], [caller]: [900] });
  await update({ Muted: 'false', Coaching: 'true', CallSidToCoach: agent });
  await hear({ [supervisor]: [600, 900], [agent]: [600, 1_300], [caller]: [900] });
  const right = frames.slice(-50).flatMap((frame) => [...frame].filter((_, index) => index % 2 === 1));
  expect(analyse(Int16Array.from(right)).tones.map(({ hz }) => hz)).toEqual([900]);
  await update({ Muted: 'false', Coaching: 'false' });
  await hear({ [agent]: [600, 1_300], [caller]: [900, 1_300] });
  await update({ Muted: 'true', Coaching: 'false' });
  await hear({ [supervisor]: [600, 900], [agent]: [600], [caller]: [900] });
  await it.rest('POST', `/Conferences/${room}/Participants/agent_42.json`, { Hold: 'true' });
  const onHold = await update({ Coaching: 'true', CallSidToCoach: agent });
  expect(onHold).toMatchObject({ status: 400, body: { code: 16027 } });
  await it.control('POST', `/phones/${encodeURIComponent(DESK)}/hang-up`);
  await it.seconds(1);
  const gone = await update({ Coaching: 'true', CallSidToCoach: agent });
  expect(gone).toMatchObject({ status: 400, body: { code: 16028 } });
});

test('anything else than signalling is no socket', async () => {
  await expect(openBrowserPhone(`${it.base}/elsewhere`, '')).rejects.toThrow('404');
  const agent = await phone();
  await agent.next('connected');
  for (const type of ['__proto__', 'constructor', 'message', 'answer', 'reinvite']) agent.send(type);
  agent.send('register', { media: { audio: true } });
  await agent.next('ready');
});
