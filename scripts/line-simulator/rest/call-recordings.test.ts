import { afterEach, beforeEach, expect, test } from 'vitest';
import { openHeldLine } from '@/tests/contract/held-line';
import { endCall } from '../line/end-call.ts';
import { placeCall } from '../line/place-call.ts';
import { openExchange } from '../media/exchange.ts';
import { CALLER } from '../testing/line-under-test.ts';

let it: Awaited<ReturnType<typeof openHeldLine>>;
beforeEach(async () => {
  it = await openHeldLine();
});
afterEach(() => it.close());

async function recorded() {
  const call = placeCall(it.line, { from: CALLER });
  await it.seconds(1);
  const path = `/Calls/${call.sid}/Recordings`;
  const created = await it.rest('POST', `${path}.json`, {
    RecordingChannels: 'dual',
    RecordingTrack: 'both',
    RecordingStatusCallback: `${it.console.url}/api/twilio/recording-status?c=1`,
    RecordingStatusCallbackEvent: ['in-progress', 'completed', 'absent'],
  });
  return { call, path, created, sid: created.body.sid as string };
}
const current = (path: string, form: Record<string, string>) =>
  it.rest('POST', `${path}/Twilio.CURRENT.json`, form);

test('a call is recorded on two channels until it ends, and its file is there a second later', async () => {
  const { call, path, created, sid } = await recorded();
  expect(created).toMatchObject({ status: 201, body: { status: 'in-progress', channels: 2 } });
  await it.seconds(5);
  expect((await it.sound(sid)).status).toBe(404);
  endCall(it.line, call, 'completed');
  expect((await it.sound(sid)).status).toBe(404);
  await it.seconds(1);
  const { status, bytes } = await it.sound(sid);
  expect(status).toBe(200);
  expect(bytes).toHaveLength(44 + 5 * 32_000);
  expect(bytes.readUInt16LE(22)).toBe(2);
  expect((await it.rest('GET', `${path}.json`)).body.recordings).toMatchObject([
    { sid, status: 'completed', duration: '5' },
  ]);
});

test('what the caller says is on the left, what they hear on the right, and a pause is silent', async () => {
  it.line.exchange = openExchange({ isRunByHand: true });
  const { call, path, sid } = await recorded();
  const sounds: number[][] = [];
  it.line.exchange.speak(call, () => new Int16Array(160).fill(1000));
  for (const form of [null, { Status: 'paused', PauseBehavior: 'silence' }, { Status: 'in-progress' }]) {
    if (form) await current(path, form as Record<string, string>);
    for (let frame = 0; frame < 5; frame++) it.line.exchange.step();
  }
  await it.seconds(1);
  endCall(it.line, call, 'completed');
  await it.seconds(1);
  const { bytes } = await it.sound(sid);
  for (let at = 44; at < 44 + 32_000; at += 4)
    sounds.push([bytes.readInt16LE(at), bytes.readInt16LE(at + 2)]);
  const left = sounds.map(([said]) => said!);
  const firstPause = left.indexOf(0, left.indexOf(1000));
  expect(left.indexOf(1000)).toBeGreaterThanOrEqual(0);
  expect(firstPause).toBeGreaterThan(0);
  expect(left.indexOf(1000, firstPause)).toBeGreaterThan(firstPause);
  expect(sounds.every(([, heard]) => heard !== 1000)).toBe(true);
});

test('a pause that is skipped makes the recording shorter', async () => {
  const { call, path } = await recorded();
  await it.seconds(2);
  await current(path, { Status: 'paused', PauseBehavior: 'skip' });
  await it.seconds(3);
  await current(path, { Status: 'in-progress' });
  await it.seconds(1);
  endCall(it.line, call, 'completed');
  await it.seconds(1);
  expect((await it.rest('GET', `${path}.json`)).body.recordings).toMatchObject([{ duration: '3' }]);
});

test('one call has one recording at a time, an ended one none, and nobody pauses what is not there', async () => {
  const { call, path } = await recorded();
  expect(await it.rest('POST', `${path}.json`)).toMatchObject({ status: 400, body: { code: 21220 } });
  endCall(it.line, call, 'completed');
  expect(await it.rest('POST', `${path}.json`)).toMatchObject({ status: 400, body: { code: 21220 } });
  expect(await current(path, { Status: 'paused' })).toMatchObject({ status: 404, body: { code: 20404 } });
});

test.each([
  [false, 200],
  [true, 404],
])('a file that comes after its callback (%s) answers %i when that is sent', async (late, status) => {
  it.line.faults.behaviours.recordingFileAfterCallback = late;
  const { call, sid } = await recorded();
  await it.seconds(2);
  endCall(it.line, call, 'completed');
  await it.seconds(1);
  expect((await it.sound(sid)).status).toBe(status);
  await it.seconds(3);
  expect((await it.sound(sid)).status).toBe(200);
});

test('a recording is deleted for good', async () => {
  const { call, sid } = await recorded();
  await it.seconds(2);
  endCall(it.line, call, 'completed');
  await it.seconds(1);
  expect((await it.rest('DELETE', `/Recordings/${sid}.json`)).status).toBe(204);
  expect((await it.sound(sid)).status).toBe(404);
});
