import { afterEach, beforeEach, expect, test } from 'vitest';
import { openHeldLine } from '@/tests/contract/held-line';
import { CALLER, DESK } from '../testing/line-under-test.ts';
import { placeCall } from './place-call.ts';

let it: Awaited<ReturnType<typeof openHeldLine>>;
beforeEach(async () => {
  it = await openHeldLine();
});
afterEach(() => it.close());

async function callerWaits() {
  const call = placeCall(it.line, { from: CALLER });
  await it.seconds(1);
  return { call, conference: call.participant!.conference };
}

async function callerTalksTo(label: string) {
  const waiting = await callerWaits();
  const created = await it.join(waiting.conference.sid, label);
  expect(created.status).toBe(201);
  await it.seconds(3);
  return { ...waiting, agentSid: created.body.call_sid as string };
}

const lastHeard = (sid: string) => it.line.calls.get(sid)?.heard.at(-1);

test('S0: a caller is asked about, waits alone in a room of their own and hears its wait document again and again', async () => {
  const { call, conference } = await callerWaits();
  const [inbound] = it.console.to('/api/twilio/voice/inbound');
  expect(inbound?.isSigned).toBe(true);
  expect(inbound?.parameters).toMatchObject({
    CallSid: call.sid,
    From: CALLER,
    To: '+74951234567',
    CallStatus: 'ringing',
    Direction: 'inbound',
    ApiVersion: '2010-04-01',
    Caller: CALLER,
    Called: '+74951234567',
    FromCity: '',
  });
  expect(call.status).toBe('in-progress');
  expect(conference).toMatchObject({ name: 'c_1', status: 'init', maxParticipants: 12 });
  await it.seconds(15);
  expect(it.console.to('/api/twilio/voice/wait').length).toBeGreaterThan(2);
  expect(it.console.to('/api/twilio/voice/wait').every(({ query }) => query.get('c') === '1')).toBe(true);
  expect(call.heard.map(({ text }) => text)).toContain('Пожалуйста, подождите.');
  expect(it.console.events()).toEqual(['participant-join']);
  expect(it.console.to('/api/twilio/conference-status')[0]?.parameters).toMatchObject({
    ParticipantLabel: 'caller',
    CallSid: call.sid,
    FriendlyName: 'c_1',
    SequenceNumber: '1',
    StartConferenceOnEnter: 'false',
    EndConferenceOnExit: 'true',
    Hold: 'false',
    Muted: 'false',
    Coaching: 'false',
    Timestamp: 'Mon, 12 Jan 2026 09:00:00 +0000',
  });
  expect(it.console.received.every(({ isSigned }) => isSigned)).toBe(true);
});

test('S1p: an employee is rung by REST, answers, and the room starts', async () => {
  const { call, conference, agentSid } = await callerTalksTo('agent_42_1');
  expect(conference.status).toBe('in-progress');
  expect(it.console.events()).toEqual([
    'participant-join',
    'call initiated',
    'call ringing',
    'call in-progress',
    'participant-join',
    'conference-start',
  ]);
  const progress = it.console.to('/api/twilio/call-status').map(({ parameters }) => parameters);
  expect(progress.map(({ SequenceNumber }) => SequenceNumber)).toEqual(['0', '1', '2']);
  expect(progress[2]).toMatchObject({
    CallSid: agentSid,
    Direction: 'outbound-api',
    To: DESK,
    CallbackSource: 'call-progress-events',
  });
  expect(call.heard.at(-1)).toMatchObject({ kind: 'talk', text: 'agent_42_1' });
  expect(lastHeard(agentSid)).toMatchObject({ kind: 'talk', text: 'caller' });
});

test('S2: a caller on hold hears the hold document until hold is taken off', async () => {
  const { call, conference, agentSid } = await callerTalksTo('agent_42_1');
  const holdUrl = `${it.console.url}/api/twilio/voice/hold?c=1`;
  const path = `/Conferences/${conference.sid}/Participants/caller.json`;
  const held = await it.rest('POST', path, { Hold: 'true', HoldUrl: holdUrl, HoldMethod: 'POST' });
  expect(held.body).toMatchObject({ hold: true, label: 'caller' });
  await it.seconds(8);
  expect(call.heard.map(({ text }) => text)).toContain('Соединяю.');
  expect(lastHeard(agentSid)).toMatchObject({ kind: 'silence' });

  await it.rest('POST', path, { EndConferenceOnExit: 'false' });
  expect(call.participant?.endConferenceOnExit).toBe(true);

  await it.rest('POST', path, { Hold: 'false' });
  await it.settled();
  expect(call.heard.at(-1)).toMatchObject({ kind: 'talk' });
  expect(it.console.events().slice(-2)).toEqual(['participant-hold', 'participant-unhold']);
});

test('S2: muting and unmuting on the server is told to everybody', async () => {
  const { conference } = await callerTalksTo('agent_42_1');
  const path = `/Conferences/${conference.sid}/Participants/agent_42_1.json`;
  await it.rest('POST', path, { Muted: 'true' });
  await it.rest('POST', path, { Muted: 'true' });
  await it.rest('POST', path, { Muted: 'false' });
  await it.settled();
  expect(it.console.events().slice(-2)).toEqual(['participant-mute', 'participant-unmute']);
});

test('S3: a hand-over takes the first employee out and another in, and the caller never leaves', async () => {
  const { call, conference, agentSid } = await callerTalksTo('agent_42_1');
  await it.rest('POST', `/Conferences/${conference.sid}/Participants/caller.json`, {
    Hold: 'true',
    HoldUrl: `${it.console.url}/api/twilio/voice/hold?c=1`,
  });
  const removed = await it.rest('DELETE', `/Conferences/${conference.sid}/Participants/agent_42_1.json`);
  expect(removed.status).toBe(204);
  await it.seconds(3);
  expect(it.line.calls.get(agentSid)?.status).toBe('completed');
  expect(conference.status).toBe('in-progress');
  const left = it.console
    .to('/api/twilio/conference-status')
    .find(({ parameters }) => parameters.StatusCallbackEvent === 'participant-leave');
  expect(left?.parameters).toMatchObject({
    ParticipantLabel: 'agent_42_1',
    ReasonParticipantLeft: 'participant_updated_via_api',
  });

  await it.join(conference.sid, 'agent_77_2', '+74951230077');
  await it.seconds(3);
  await it.rest('POST', `/Conferences/${conference.sid}/Participants/caller.json`, { Hold: 'false' });
  await it.settled();
  expect(call.heard.at(-1)).toMatchObject({ kind: 'talk', text: 'agent_77_2' });
  expect(call.status).toBe('in-progress');
});

test('S7: a caller who hangs up while waiting ends the room and the call, once each', async () => {
  const { call, conference } = await callerWaits();
  const { status } = await it.control('POST', `/calls/${call.sid}/hang-up`);
  expect(status).toBe(200);
  await it.seconds(1);
  expect(it.console.events().sort()).toEqual([
    'call completed',
    'conference-end',
    'participant-join',
    'participant-leave',
  ]);
  expect(conference.endReason).toBe('participant-with-end-conference-on-exit-left');
  const ended = it.console
    .to('/api/twilio/conference-status')
    .find(({ parameters }) => parameters.StatusCallbackEvent === 'conference-end');
  expect(ended?.parameters).toMatchObject({
    CallSidEndingConference: call.sid,
    ParticipantLabelEndingConference: 'caller',
    ReasonConferenceEnded: 'participant-with-end-conference-on-exit-left',
  });
  expect(it.console.to('/api/twilio/voice/caller-left')[0]?.parameters).toMatchObject({
    DialCallStatus: 'answered',
    CallStatus: 'completed',
  });
  expect(it.console.to('/api/twilio/call-status')[0]?.parameters).toMatchObject({
    CallStatus: 'completed',
    CallDuration: '1',
  });
  expect((await it.control('POST', `/calls/${call.sid}/hang-up`)).status).toBe(409);
});

test('S7: a telephone that still rings falls silent when the caller gives up', async () => {
  await it.control('PUT', `/phones/${encodeURIComponent(DESK)}`, { mode: 'manual' });
  const { call, conference } = await callerWaits();
  const { body } = await it.join(conference.sid, 'agent_42_1');
  await it.seconds(2);
  expect((await it.control('GET', `/phones/${encodeURIComponent(DESK)}`)).body.state).toBe('ringing');
  await it.control('POST', `/calls/${call.sid}/hang-up`);
  await it.seconds(1);
  expect((await it.control('GET', `/phones/${encodeURIComponent(DESK)}`)).body.state).toBe('idle');
  expect(it.line.calls.get(body.call_sid)?.status).toBe('canceled');
});

test('a caller who loses the employee stays in the room', async () => {
  const { call, conference } = await callerTalksTo('agent_42_1');
  await it.control('POST', `/phones/${encodeURIComponent(DESK)}/hang-up`);
  await it.seconds(1);
  expect(call.status).toBe('in-progress');
  expect(conference.status).toBe('in-progress');
  expect(call.heard.at(-1)).toMatchObject({ kind: 'silence' });
  const left = it.console.received.find(
    ({ parameters }) => parameters.StatusCallbackEvent === 'participant-leave',
  );
  expect(left?.parameters).toMatchObject({
    ReasonParticipantLeft: 'participant_hung_up',
    ParticipantCallStatus: 'completed',
  });
});

test.each([
  ['busy', 'busy', 2],
  ['no-answer', 'no-answer', 26],
  ['unreachable', 'failed', 2],
])('a telephone that is %s leaves the room without having joined', async (mode, status, seconds) => {
  await it.control('PUT', `/phones/${encodeURIComponent(DESK)}`, { mode });
  const { conference } = await callerWaits();
  await it.join(conference.sid, 'agent_42_1');
  await it.seconds(seconds);
  const left = it.console.received.find(
    ({ parameters }) => parameters.StatusCallbackEvent === 'participant-leave',
  );
  expect(left?.parameters).toMatchObject({
    ParticipantLabel: 'agent_42_1',
    ReasonParticipantLeft: 'participant_add_failed',
    ParticipantCallStatus: status,
  });
  expect(it.console.events().at(-1)).toBe(`call ${status}`);
  expect(conference.participants.map(({ label }) => label)).toEqual(['caller']);
});
