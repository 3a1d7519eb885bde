import { afterEach, beforeEach, expect, test } from 'vitest';
import { placeCall } from '../line/place-call.ts';
import { CALLER, openLineUnderTest } from '../testing/line-under-test.ts';
import { wavMs } from './find-sound.ts';

let it: Awaited<ReturnType<typeof openLineUnderTest>>;
beforeEach(async () => {
  it = await openLineUnderTest();
});
afterEach(() => it.close());

const INBOUND = '/api/twilio/voice/inbound';
const say = (twiml: string) => it.console.on(INBOUND, `<Response>${twiml}</Response>`);
const heard = (call: { heard: { kind: string; text: string }[] }) =>
  call.heard.map(({ kind, text }) => (text ? `${kind} ${text}` : kind));
const codes = () => it.line.journal.entries.filter(({ kind }) => kind === 'debugger').map(({ code }) => code);

test('verbs are carried out in their order and in their time', async () => {
  it.console.on('/sound.wav', { type: 'audio/wav', body: 'RIFF' });
  say('<Say loop="2">Здравствуйте</Say><Pause length="3"/><Play>/sound.wav</Play>');
  const call = placeCall(it.line, { from: CALLER });
  await it.seconds(30);
  expect(heard(call)).toEqual([
    'ringback',
    'say Здравствуйте',
    'say Здравствуйте',
    'pause 3',
    'play /sound.wav',
    'ended completed',
  ]);
  expect(call.endedAt! - call.answeredAt!).toBeGreaterThan(13_000);
});

test('a call is refused before it is answered, as busy or as rejected', async () => {
  say('<Reject reason="busy"/>');
  const busy = placeCall(it.line, { from: CALLER });
  await it.seconds(1);
  expect(busy).toMatchObject({ status: 'busy', answeredAt: null });
  say('<Reject/>');
  const refused = placeCall(it.line, { from: CALLER });
  await it.seconds(1);
  expect(refused.status).toBe('failed');
});

test('an empty redirect asks for the same document, a relative one is resolved against it', async () => {
  let asked = 0;
  it.console.on(INBOUND, () =>
    ++asked < 3
      ? '<Response><Pause/><Redirect/></Response>'
      : '<Response><Redirect method="GET">../elsewhere?x=1</Redirect></Response>',
  );
  it.console.on('/api/twilio/elsewhere', '<Response><Say>Дошли</Say></Response>');
  const call = placeCall(it.line, { from: CALLER });
  await it.seconds(10);
  expect(asked).toBe(3);
  expect(it.console.to('/api/twilio/elsewhere')[0]).toMatchObject({ isSigned: true });
  expect(heard(call)).toContain('say Дошли');
});

test.each([
  ['answers with an error', { status: 500 }, 11200],
  ['sends no XML', { body: 'oops' }, 12100],
  ['sends JSON', { type: 'application/json', body: '{}' }, 12300],
  ['sends nothing', { body: '' }, 11770],
])('when the voice URL %s, the fallback URL is asked with the error', async (_, reply, code) => {
  it.console.on(INBOUND, reply);
  it.console.on('/api/twilio/voice/fallback', '<Response><Say>Перезвоните</Say></Response>');
  const call = placeCall(it.line, { from: CALLER });
  await it.seconds(5);
  expect(it.console.to('/api/twilio/voice/fallback')[0]?.parameters).toMatchObject({
    CallSid: call.sid,
    ErrorCode: String(code),
    ErrorUrl: `${it.console.url}${INBOUND}`,
  });
  expect(heard(call)).toContain('say Перезвоните');
  expect(codes()).toContain(code);
});

test('when the fallback fails too, the caller hears that an application error has occurred', async () => {
  it.console.on(INBOUND, { status: 500 });
  it.console.on('/api/twilio/voice/fallback', { status: 500 });
  const call = placeCall(it.line, { from: CALLER });
  await it.seconds(10);
  expect(call.heard.map(({ kind }) => kind)).toEqual(['ringback', 'error', 'ended']);
  expect(it.console.to(INBOUND)).toHaveLength(3);
});

test('12200: unknown attributes are noted and the call goes on', async () => {
  say('<Say pitch="high">Да</Say><Dance/>');
  const call = placeCall(it.line, { from: CALLER });
  await it.seconds(3);
  expect(heard(call)).toContain('say Да');
  expect(codes()).toEqual([12200, 12200]);
  const detail = await it.control('GET', `/calls/${call.sid}`);
  expect(detail.body.debugger).toHaveLength(2);
});

test('keys go to the action of the verb that asked for them', async () => {
  say('<Gather action="/keys" numDigits="2"><Say>Введите номер</Say></Gather><Say>Ничего</Say>');
  it.console.on('/keys', '<Response><Say>Спасибо</Say></Response>');
  const call = placeCall(it.line, { from: CALLER });
  await it.seconds(0.5);
  expect((await it.control('POST', `/calls/${call.sid}/digits`, { digits: '4' })).status).toBe(200);
  await it.seconds(1);
  await it.control('POST', `/calls/${call.sid}/digits`, { digits: '2' });
  await it.seconds(2);
  expect(it.console.to('/keys')[0]?.parameters.Digits).toBe('42');
  expect(heard(call)).toContain('say Спасибо');
  expect((await it.control('POST', `/calls/${call.sid}/digits`, { digits: '1' })).status).toBe(409);
});

test('nobody presses a key: the next verb', async () => {
  say('<Gather action="/keys" timeout="3"/><Say>Ничего</Say>');
  const call = placeCall(it.line, { from: CALLER });
  await it.seconds(5);
  expect(heard(call)).toContain('say Ничего');
});

test('a message is recorded until the finishing key and its status is called back', async () => {
  say('<Record action="/done" finishOnKey="#" maxLength="60" recordingStatusCallback="/recorded"/>');
  it.console.on('/done', '<Response><Hangup/></Response>');
  const call = placeCall(it.line, { from: CALLER });
  await it.seconds(7);
  await it.control('POST', `/calls/${call.sid}/digits`, { digits: '#' });
  await it.seconds(2);
  const done = it.console.to('/done')[0]?.parameters;
  expect(done).toMatchObject({ Digits: '#', RecordingDuration: '7' });
  expect(it.console.to('/recorded')[0]?.parameters).toMatchObject({
    RecordingSid: done?.RecordingSid,
    RecordingStatus: 'completed',
    RecordingSource: 'RecordVerb',
    CallSid: call.sid,
  });
  const sound = await it.sound(done!.RecordingSid!);
  expect(sound.type).toBe('audio/x-wav');
  expect(wavMs(sound.bytes, sound.bytes.length)).toBe(7000);
  expect(sound.bytes.subarray(44).some((byte) => byte !== 0)).toBe(true);
  expect((await it.sound(`RE${'0'.repeat(32)}`)).status).toBe(404);
  expect((await it.sound(done!.RecordingSid!, 'Basic eDp5')).status).toBe(401);
});

test('a caller who hangs up while recording leaves what was said so far', async () => {
  say('<Record action="/done" recordingStatusCallback="/recorded"/>');
  const call = placeCall(it.line, { from: CALLER });
  await it.seconds(5);
  await it.control('POST', `/calls/${call.sid}/hang-up`);
  await it.seconds(2);
  expect(it.console.to('/recorded')[0]?.parameters).toMatchObject({ RecordingDuration: '5' });
});

test('a caller waits in a queue, asked for again when its music ends, and leaves it', async () => {
  say('<Enqueue waitUrl="/music" action="/after">sales</Enqueue>');
  let rounds = 0;
  it.console.on('/music', () =>
    ++rounds < 3 ? '<Response><Say>Ждите</Say></Response>' : '<Response><Leave/></Response>',
  );
  it.console.on('/after', '<Response><Say>Вышли</Say></Response>');
  const call = placeCall(it.line, { from: CALLER });
  await it.seconds(10);
  expect(it.console.to('/music')[0]?.parameters).toMatchObject({ QueuePosition: '1', CurrentQueueSize: '1' });
  expect(it.console.to('/after')[0]?.parameters).toMatchObject({ QueueResult: 'leave' });
  expect(heard(call)).toContain('say Вышли');
});

test('Dial rings telephones, bridges the first that answers and then goes to its action', async () => {
  say(`<Dial action="/dialled" timeout="10"><Number statusCallback="/leg" statusCallbackEvent="ringing answered completed">+74951230001</Number>
    <Sip>sip:2@desk.example</Sip><Client>agent_3</Client></Dial>`);
  it.console.on('/dialled', '<Response><Hangup/></Response>');
  await it.control('PUT', `/phones/${encodeURIComponent('+74951230001')}`, { mode: 'manual' });
  await it.control('PUT', `/phones/${encodeURIComponent('sip:2@desk.example')}`, { mode: 'busy' });
  const call = placeCall(it.line, { from: CALLER });
  await it.seconds(3);
  expect(heard(call).at(-1)).toBe('talk client:agent_3');
  expect(it.console.to('/leg').map(({ parameters }) => parameters.CallStatus)).toEqual([
    'ringing',
    'canceled',
  ]);
  expect(it.console.to('/leg')[0]?.parameters).toMatchObject({
    ParentCallSid: call.sid,
    Direction: 'outbound-dial',
  });
  await it.seconds(7);
  await it.control('POST', `/phones/${encodeURIComponent('client:agent_3')}/hang-up`);
  await it.seconds(1);
  expect(it.console.to('/dialled')[0]?.parameters).toMatchObject({
    DialCallStatus: 'completed',
    DialBridged: 'true',
    CallStatus: 'in-progress',
  });
  expect(Number(it.console.to('/dialled')[0]?.parameters.DialCallDuration)).toBeGreaterThan(5);
});

test('nobody answers: Twilio adds five seconds to the time-out and says no-answer', async () => {
  say('<Dial action="/dialled" timeout="10">+74951230001</Dial>');
  it.console.on('/dialled', '<Response/>');
  await it.control('PUT', `/phones/${encodeURIComponent('+74951230001')}`, { mode: 'no-answer' });
  placeCall(it.line, { from: CALLER });
  await it.seconds(14);
  expect(it.console.to('/dialled')).toHaveLength(0);
  await it.seconds(2);
  expect(it.console.to('/dialled')[0]?.parameters).toMatchObject({
    DialCallStatus: 'no-answer',
    DialBridged: 'false',
  });
});

test('13224: a number that is not E.164 cannot be dialled, and the next verb is carried out', async () => {
  say('<Dial>8 495 123</Dial><Say>Дальше</Say>');
  const call = placeCall(it.line, { from: CALLER });
  await it.seconds(2);
  expect(codes()).toContain(13224);
  expect(heard(call)).toContain('say Дальше');
});

test('13240: a leg that is not connected cannot be coached, and the coach stays out of the room', async () => {
  say('<Dial><Conference coach="CA0">c_9</Conference></Dial><Say>Дальше</Say>');
  const call = placeCall(it.line, { from: CALLER });
  await it.seconds(2);
  expect(codes()).toContain(13240);
  expect(heard(call)).toContain('say Дальше');
});

test('a sound lasts as long as its file says, and a missing one is skipped with 11200', async () => {
  const wav = Buffer.alloc(44);
  wav.write('RIFF');
  wav.writeUInt32LE(16_000, 28);
  expect(wavMs(wav, 44 + 40_000)).toBe(2_500);
  expect(wavMs(Buffer.from('ID3'), 40_000)).toBeNull();

  it.console.on('/missing.wav', { status: 404 });
  say('<Play>/missing.wav</Play><Say>Дальше</Say>');
  const call = placeCall(it.line, { from: CALLER });
  await it.seconds(2);
  expect(codes()).toEqual([11200]);
  expect(heard(call)).toEqual(['ringback', 'say Дальше', 'ended completed']);
});
