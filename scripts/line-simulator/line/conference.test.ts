import { afterEach, beforeEach, expect, test } from 'vitest';
import { openHeldLine } from '@/tests/contract/held-line';
import { CALLER, DESK, WAITING_ROOM } from '../testing/line-under-test.ts';
import { placeCall } from './place-call.ts';

let it: Awaited<ReturnType<typeof openHeldLine>>;
beforeEach(async () => {
  it = await openHeldLine();
});
afterEach(() => it.close());

const INBOUND = '/api/twilio/voice/inbound';
const codes = () => it.line.journal.entries.filter(({ kind }) => kind === 'debugger').map(({ code }) => code);
const room = (
  attributes: string,
  name = 'c_1',
) => `<Response><Dial><Conference ${attributes}>${name}</Conference></Dial>
  <Say>Дальше</Say></Response>`;

async function caller(from = CALLER) {
  const call = placeCall(it.line, { from });
  await it.seconds(1);
  return call;
}

test('16025: a label that is taken keeps the second caller out, and their next verb is carried out', async () => {
  it.console.on(INBOUND, room('participantLabel="caller"'));
  await caller();
  const second = await caller('+79160000002');
  expect(codes()).toContain(16025);
  expect(second.participant).toBeNull();
  expect(second.heard.map(({ text }) => text)).toContain('Дальше');
});

test('16020: a full room takes nobody', async () => {
  it.console.on(INBOUND, room('maxParticipants="2"'));
  await caller();
  await caller('+79160000002');
  const third = await caller('+79160000003');
  expect(codes()).toContain(16020);
  expect(third.participant).toBeNull();
});

test('a room starts with two people of whom one may start it, and only then', async () => {
  it.console.on(INBOUND, room('startConferenceOnEnter="false"'));
  const first = await caller();
  const { conference } = first.participant!;
  await caller('+79160000002');
  expect(conference.status).toBe('init');
  expect((await it.rest('GET', '/Conferences.json', { Status: 'in-progress' })).body.conferences).toEqual([]);
  it.console.on(INBOUND, room('startConferenceOnEnter="true"'));
  await caller('+79160000003');
  expect(conference.status).toBe('in-progress');
  expect(first.heard.at(-1)?.kind).toBe('talk');
});

test('the first to join decides where callbacks go, later addresses are ignored', async () => {
  const callback = (path: string) => `statusCallback="${path}" statusCallbackEvent="join leave end"`;
  it.console.on(INBOUND, room(callback('/first')));
  await caller();
  it.console.on(INBOUND, room(callback('/second')));
  await caller('+79160000002');
  expect(it.console.to('/first').map(({ parameters }) => parameters.SequenceNumber)).toEqual(['1', '2']);
  expect(it.console.to('/second')).toEqual([]);
});

test('only the events asked for are called back', async () => {
  it.console.on(INBOUND, room('statusCallback="/cb" statusCallbackEvent="end"'));
  const call = await caller();
  await it.control('POST', `/calls/${call.sid}/hang-up`);
  await it.seconds(1);
  expect(it.console.events().filter((event) => !event.startsWith('call'))).toEqual(['conference-end']);
  expect(it.console.to('/cb')[0]?.parameters).toMatchObject({
    SequenceNumber: '1',
    ReasonConferenceEnded: 'last-participant-left',
  });
});

test('13238: a waiting document may only say, play, pause and redirect; then there is silence', async () => {
  it.console.on('/api/twilio/voice/wait', '<Response><Say>Ждите</Say><Hangup/></Response>');
  const call = await caller();
  await it.seconds(20);
  expect(codes()).toContain(13238);
  expect(it.console.to('/api/twilio/voice/wait')).toHaveLength(1);
  expect(call.heard.at(-1)?.kind).toBe('silence');
  expect(call.status).toBe('in-progress');
});

test('a waiting document that fails leaves the caller in silence, and the call goes on', async () => {
  it.console.on('/api/twilio/voice/wait', { status: 500 });
  const call = await caller();
  expect(codes()).toContain(11200);
  expect(call.heard.at(-1)?.kind).toBe('silence');
  expect(call.status).toBe('in-progress');
});

test('a new address for waiting music is asked at once, and its document played', async () => {
  it.console.on('/api/twilio/voice/wait', { status: 500 });
  const call = await caller();
  it.console.on('/again', '<Response><Say>Спасибо, что ждёте</Say></Response>');
  await it.rest('POST', `/Conferences/${call.participant!.conference.sid}/Participants/caller.json`, {
    WaitUrl: `${it.console.url}/again`,
    WaitMethod: 'POST',
  });
  await it.settled();
  expect(it.console.to('/again')).toHaveLength(1);
  expect(call.heard.map(({ text }) => text)).toContain('Спасибо, что ждёте');
});

test('removing the caller ends the room, puts the employee out and sends the caller to the action', async () => {
  it.console.on('/api/twilio/voice/caller-left', '<Response><Say>Всего доброго</Say></Response>');
  const call = await caller();
  const { conference } = call.participant!;
  const { body } = await it.join(conference.sid, 'agent_42_1');
  await it.seconds(3);
  await it.rest('DELETE', `/Conferences/${conference.sid}/Participants/caller.json`);
  await it.seconds(3);
  expect(conference.endReason).toBe('participant-with-end-conference-on-exit-kicked');
  expect(it.line.calls.get(body.call_sid)?.status).toBe('completed');
  const reasons = it.console.received
    .filter(({ parameters }) => parameters.StatusCallbackEvent === 'participant-leave')
    .map(({ parameters }) => [parameters.ParticipantLabel, parameters.ReasonParticipantLeft]);
  expect(Object.fromEntries(reasons)).toEqual({
    caller: 'participant_updated_via_api',
    agent_42_1: 'moderator_ended_conference',
  });
  expect(it.console.to('/api/twilio/voice/caller-left')[0]?.parameters).toMatchObject({
    DialCallStatus: 'answered',
    DialBridged: 'true',
    CallStatus: 'in-progress',
  });
  expect(call.heard.map(({ text }) => text)).toContain('Всего доброго');
});

test('ending the room by REST says so', async () => {
  const call = await caller();
  const { conference } = call.participant!;
  await it.rest('POST', `/Conferences/${conference.sid}.json`, { Status: 'completed' });
  await it.seconds(2);
  const left = it.console.received.find(
    ({ parameters }) => parameters.StatusCallbackEvent === 'participant-leave',
  );
  expect(left?.parameters.ReasonParticipantLeft).toBe('conference_ended_via_api');
  expect(call.status).toBe('completed');
});

test('a name is used again for a new room once the old one is over', async () => {
  const first = await caller();
  const old = first.participant!.conference;
  await it.control('POST', `/calls/${first.sid}/hang-up`);
  const second = await caller();
  expect(second.participant!.conference.sid).not.toBe(old.sid);
  expect(it.line.conferences.size).toBe(2);
});

test('a telephone that is in a call already is busy', async () => {
  const call = await caller();
  await it.join(call.participant!.conference.sid, 'agent_42_1');
  await it.seconds(3);
  await it.join(call.participant!.conference.sid, 'agent_42_2');
  await it.seconds(3);
  expect(it.console.events().filter((event) => event === 'call busy')).toHaveLength(1);
  expect((await it.control('GET', `/phones/${encodeURIComponent(DESK)}`)).body.state).toBe('talking');
});

test('what Twilio does not promise can be switched off: the action after a hang-up, the end of a room that never started', async () => {
  await it.control('PUT', '/faults', {
    behaviours: { dialActionAfterCallerHangUp: false, conferenceEndWithoutStart: false },
  });
  it.console.on(INBOUND, WAITING_ROOM);
  const call = await caller();
  await it.control('POST', `/calls/${call.sid}/hang-up`);
  await it.seconds(1);
  expect(it.console.to('/api/twilio/voice/caller-left')).toEqual([]);
  expect(it.console.events().sort()).toEqual(['call completed', 'participant-join', 'participant-leave']);
});

test('calls placed by REST wait their turn when their rate is limited, and one called off in time tells nobody', async () => {
  await it.control('PUT', '/faults', { behaviours: { restCallsPerSecond: 1 } });
  const call = await caller();
  const { sid } = call.participant!.conference;
  await it.join(sid, 'agent_1_1', '+74951230001');
  await it.join(sid, 'agent_2_1', '+74951230002');
  await it.join(sid, 'agent_3_1', '+74951230003');
  await it.seconds(0.8);
  const statuses = async () =>
    (await it.rest('GET', `/Conferences/${sid}/Participants.json`)).body.participants.map(
      ({ status }: { status: string }) => status,
    );
  expect(await statuses()).toEqual(['connected', 'ringing', 'queued', 'queued']);
  await it.rest('DELETE', `/Conferences/${sid}/Participants/agent_3_1.json`);
  await it.seconds(4);
  expect(await statuses()).toEqual(['connected', 'connected', 'connected']);
  expect(
    it.console.to('/api/twilio/call-status').filter(({ query }) => query.get('leg') === 'agent_3_1'),
  ).toEqual([]);
});

test.each([
  [false, 'silence'],
  [true, 'music'],
])('who is left alone in a room that has begun hears its music again (%s): %s', async (music, kind) => {
  it.line.faults.behaviours.musicWhenLeftAlone = music;
  const call = await caller();
  const { conference } = call.participant!;
  await it.join(conference.sid, 'agent_42_1');
  await it.seconds(3);
  expect(call.heard.at(-1)?.kind).toBe('talk');
  await it.rest('DELETE', `/Conferences/${conference.sid}/Participants/agent_42_1.json`);
  await it.settled();
  const [first] = call.heard.slice(call.heard.findLastIndex((heard) => heard.kind === 'talk') + 1);
  expect(first?.kind).toBe(kind);
  expect(call.status).toBe('in-progress');
});

test.each([
  [false, undefined],
  [true, CALLER],
])('requests for music name the call they are for (%s): %s', async (named, From) => {
  it.line.faults.behaviours.musicRequestsNameCall = named;
  const call = await caller();
  await it.rest('POST', `/Conferences/${call.participant!.conference.sid}/Participants/caller.json`, {
    Hold: 'true',
    HoldUrl: `${it.console.url}/api/twilio/voice/hold?c=1`,
  });
  await it.settled();
  for (const path of ['/api/twilio/voice/wait', '/api/twilio/voice/hold']) {
    const { parameters, query } = it.console.to(path)[0]!;
    expect(query.get('c')).toBe('1');
    expect(parameters.From).toBe(From);
    expect(parameters.CallSid).toBe(named ? call.sid : undefined);
  }
});
