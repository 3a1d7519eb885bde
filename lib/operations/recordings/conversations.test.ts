import { describe, expect, test } from 'vitest';
import { insertCompanyNumber } from '@/db/company-numbers';
import { listRecordingsOfCalls } from '@/db/recordings';
import type { Dialect } from '@/db/store';
import { dialects } from '@/db/testing';
import { dayMs } from '@/lib/domain/duration';
import { defaultLineRecording } from '@/lib/domain/recordings/line-recording';
import { defaultLineOpening } from '@/lib/domain/settings/line-opening';
import { listMyCalls } from '@/lib/operations/calls/list-my-calls';
import { pauseRecording } from '@/lib/operations/calls/pause-recording';
import { resumeRecording } from '@/lib/operations/calls/resume-recording';
import { reviewCall } from '@/lib/operations/calls/review-call';
import { readRecordingFact } from '@/lib/twilio/call-event';
import { companyNumber, openLine, type TestCall } from '@/tests/call-driver';
import { deleteAtProvider } from './delete-at-provider';
import { deleteOldRecordings } from './delete-old-recordings';
import { downloadRecording } from './download-recording';
import { hearOfRecording } from './hear-of-recording';
import { keepRecordings } from './keep-recordings';
import { listenToRecording } from './listen-to-recording';

async function openRecordedLine(dialect: Dialect, { records = true, retentionDays = 365 } = {}) {
  const line = await openLine(dialect);
  await line.store.tx((db) =>
    insertCompanyNumber(db, {
      id: line.world.newId(),
      e164: companyNumber,
      name: 'Главный',
      createdAt: 0,
      disabledAt: null,
      ...defaultLineRecording,
      ...defaultLineOpening,
      recordsConversations: records,
      retentionDays,
    }),
  );
  await line.available('anna', 'boris');
  return line;
}

async function talking(dialect: Dialect, settings = {}) {
  const line = await openRecordedLine(dialect, settings);
  const call = await line.callerCalls();
  await call.callerJoins();
  await call.answers('anna');
  return { line, call };
}

const sidOf = ({ line, callSid }: TestCall) => line.telephony.recordings.get(callSid)![0]!.recordingSid;
const recordingsOf = ({ line, callId }: TestCall) => listRecordingsOfCalls(line.store.read, [callId]);
const keep = ({ line }: TestCall) =>
  keepRecordings(line.system(), { source: line.recordings, keeper: line.recordings });
const barOf = async ({ line }: TestCall, name: 'anna' | 'boris' = 'anna') =>
  (await listMyCalls(line.world.as(line.company.as(name)))).calls[0]?.recording ?? null;
const as = ({ line }: TestCall, name: 'anna' | 'marina' | 'clara' | 'pavel') =>
  line.world.as(line.company.as(name));
const orders = ({ line }: TestCall) =>
  line.telephony.sent.map(({ type }) => type).filter((type) => type.endsWith('Recording'));

function told(call: TestCall, form: Record<string, string> = {}) {
  const query = new URLSearchParams({ c: call.callId, kind: 'conversation' });
  const callback = {
    CallSid: call.callSid,
    RecordingSid: sidOf(call),
    RecordingStatus: 'completed',
    RecordingDuration: '30',
    RecordingStartTime: new Date(call.line.world.now() - 30_000).toUTCString(),
    ...form,
  };
  return hearOfRecording(call.line.system(), readRecordingFact(callback, query));
}

/** A second of silence on two channels. */
function wav(): Buffer {
  const file = Buffer.alloc(44 + 32_000);
  file.write('RIFF');
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(2, 22);
  file.writeUInt32LE(8000, 24);
  file.writeUInt16LE(16, 34);
  file.write('data', 36);
  file.writeUInt32LE(32_000, 40);
  return file;
}

/** Talked, hung up, told of, fetched. */
async function kept(dialect: Dialect, settings = {}) {
  const { line, call } = await talking(dialect, settings);
  await line.pass(30);
  await call.callerHangsUp();
  line.recordings.atProvider.set(sidOf(call), wav());
  await told(call);
  await keep(call);
  const [recording] = await recordingsOf(call);
  return { line, call, recordingId: recording!.id };
}

describe.each(dialects)('the recording of a conversation on %s', (dialect) => {
  test('is off by default: nothing is said of it and nothing ordered', async () => {
    const { call } = await talking(dialect, { records: false });
    expect(call.twiml).not.toContain('<Say');
    expect(orders(call)).toEqual([]);
    expect(await barOf(call)).toBeNull();
  });

  test('is announced before anything else and begins with the first person on the line', async () => {
    const line = await openRecordedLine(dialect);
    const call = await line.callerCalls();
    expect(call.twiml).toMatch(/<Response><Say[^>]*>Разговор записывается\.<\/Say><Dial/);
    await call.callerJoins();
    expect(orders(call)).toEqual([]);
    await call.answers('anna');
    expect(line.telephony.sentOf('startRecording')).toEqual([
      { type: 'startRecording', callSid: call.callSid },
    ]);
    expect(await barOf(call)).toMatchObject({ phase: 'on' });
    expect(await recordingsOf(call)).toMatchObject([{ kind: 'conversation', state: 'running' }]);
  });

  test('is paused and resumed by whoever is on the line and by nobody else', async () => {
    const { call } = await talking(dialect);
    await expect(call.does('boris', pauseRecording)).rejects.toMatchObject({ code: 'forbidden' });
    await call.does('anna', pauseRecording);
    await call.does('anna', pauseRecording);
    expect(await barOf(call)).toMatchObject({ phase: 'paused' });
    await call.does('anna', resumeRecording);
    expect(await barOf(call)).toMatchObject({ phase: 'on' });
    expect(orders(call)).toEqual(['startRecording', 'pauseRecording', 'resumeRecording']);
  });

  test('goes on by itself when the call is handed over', async () => {
    const { call } = await talking(dialect);
    await call.does('anna', pauseRecording);
    await call.handsOver({ kind: 'department', departmentKind: 'sales' });
    expect(orders(call)).toEqual(['startRecording', 'pauseRecording', 'resumeRecording']);
  });

  test('that is paused when the caller hangs up is not resumed', async () => {
    const { line, call } = await talking(dialect);
    await call.does('anna', pauseRecording);
    await call.callerHangsUp();
    await line.dispatch();
    expect(orders(call)).toEqual(['startRecording', 'pauseRecording']);
  });

  test('that the line refuses leaves the call going and says so in the bar', async () => {
    const line = await openRecordedLine(dialect);
    const call = await line.callerCalls();
    await call.callerJoins();
    await call.claims('anna');
    await line.dispatch();
    await call.joins('anna');
    line.telephony.nextAnswers.push({ result: 'refused', problem: '400' });
    await line.dispatch();
    await call.expectPhase('talking');
    expect(await barOf(call)).toMatchObject({ phase: 'failed' });
    await expect(call.does('anna', pauseRecording)).rejects.toMatchObject({
      details: { reason: 'notNow' },
    });
  });

  test('whose start or pause got no answer is looked up and not ordered twice', async () => {
    const line = await openRecordedLine(dialect);
    const call = await line.callerCalls();
    await call.callerJoins();
    await call.claims('anna');
    await line.dispatch();
    await call.joins('anna');
    line.telephony.nextAnswers.push('lost');
    await line.pass(10);
    expect(await barOf(call)).toMatchObject({ phase: 'on' });
    line.telephony.nextAnswers.push('lost');
    await call.does('anna', pauseRecording);
    await line.pass(10);
    expect(await barOf(call)).toMatchObject({ phase: 'paused' });
    expect(orders(call)).toEqual(['startRecording', 'pauseRecording']);
  });

  test('whose pause the line refuses is shown as still running', async () => {
    const { line, call } = await talking(dialect);
    line.telephony.nextAnswers.push({ result: 'refused', problem: '400' });
    await call.does('anna', pauseRecording);
    expect(await barOf(call)).toMatchObject({ phase: 'on' });
  });

  test('is fetched by its SID when the line tells that it is there, and kept with its peaks', async () => {
    const { call } = await kept(dialect);
    expect(await recordingsOf(call)).toMatchObject([
      {
        state: 'kept',
        byteLength: 32_044,
        durationSeconds: 30,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
    const { recordings } = await reviewCall(as(call, 'anna'), { callId: call.callId });
    expect(recordings).toMatchObject([{ kind: 'conversation', mayDownload: false }]);
    expect(recordings[0]?.peaks?.map((channel) => channel.length)).toEqual([1600, 1600]);
  });

  test('is asked for by itself when the line never tells, and takes its length from the sound', async () => {
    const { line, call } = await talking(dialect);
    await call.callerHangsUp();
    line.recordings.atProvider.set(sidOf(call), wav());
    expect(await keep(call)).toBe(0);
    line.world.pass(61_000);
    expect(await keep(call)).toBe(1);
    expect(await recordingsOf(call)).toMatchObject([{ state: 'kept', durationSeconds: 1 }]);
  });

  test.each(['absent', 'failed'])('told as %s is gone and never asked for', async (RecordingStatus) => {
    const { line, call } = await talking(dialect);
    await call.callerHangsUp();
    await told(call, { RecordingStatus });
    line.world.pass(120_000);
    await keep(call);
    expect(line.recordings.asked).toEqual([]);
    expect(await recordingsOf(call)).toMatchObject([{ state: 'gone', problem: RecordingStatus }]);
  });

  test('told of before the order was answered is one recording', async () => {
    const { line, call } = await talking(dialect);
    await told(call, { RecordingStatus: 'in-progress' });
    await told(call, { RecordingStatus: 'in-progress' });
    expect(await recordingsOf(call)).toHaveLength(1);
    await line.dispatch();
    expect(await barOf(call)).toMatchObject({ phase: 'on' });
  });

  test('that is not ready yet says so to those who may listen; others are told nothing', async () => {
    const { call } = await talking(dialect);
    const [recording] = await recordingsOf(call);
    const listens = (name: 'anna' | 'pavel') =>
      listenToRecording(as(call, name), { recordingId: recording!.id });
    await expect(listens('anna')).rejects.toMatchObject({ details: { reason: 'notReady' } });
    await expect(listens('pavel')).rejects.toMatchObject({ code: 'notFound' });
  });

  test('is taken along by those who answer for people and work only (CS-10)', async () => {
    const { call, recordingId } = await kept(dialect);
    await expect(downloadRecording(as(call, 'anna'), { recordingId })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await downloadRecording(as(call, 'marina'), { recordingId });
    const { recordings } = await reviewCall(as(call, 'marina'), { callId: call.callId });
    expect(recordings[0]).toMatchObject({ mayDownload: true, listeners: [{ id: 'marina' }] });
  });
});

describe.each(dialects)('the retention of a line on %s', (dialect) => {
  const deleteOld = ({ line }: TestCall) => deleteOldRecordings(line.system(), { keeper: line.recordings });

  test('deletes the sound when it is over, not before, and goes on saying that there was one', async () => {
    const { line, call, recordingId } = await kept(dialect, { retentionDays: 30 });
    line.world.pass(29 * dayMs);
    expect(await deleteOld(call)).toBe(0);
    line.world.pass(2 * dayMs);
    expect(await deleteOld(call)).toBe(1);
    expect(await deleteOld(call)).toBe(0);
    expect(line.recordings.kept.size).toBe(0);
    expect(await recordingsOf(call)).toMatchObject([{ state: 'deleted', deletedAt: line.world.now() }]);
    const { recordings } = await reviewCall(as(call, 'anna'), { callId: call.callId });
    expect(recordings).toMatchObject([{ state: 'deleted', peaks: null }]);
    await expect(listenToRecording(as(call, 'anna'), { recordingId })).rejects.toMatchObject({
      details: { reason: 'deleted' },
    });
  });

  test('holds at the provider too: its copy goes two days after ours was kept, and is asked for until it is gone', async () => {
    const { line, call } = await kept(dialect, { retentionDays: 30 });
    const { recordings: source } = line;
    const deletes = () => deleteAtProvider(line.system(), { source });
    line.world.pass(2 * dayMs - 1000);
    expect(await deletes()).toBe(0);
    line.world.pass(1000);
    source.refusesDeletions = true;
    expect(await deletes()).toBe(0);
    expect(source.atProvider.size).toBe(1);
    source.refusesDeletions = false;
    expect(await deletes()).toBe(0);
    line.world.pass(3_600_000);
    expect(await deletes()).toBe(1);
    expect(source.atProvider.size).toBe(0);
    expect(await deletes()).toBe(0);
    expect(await recordingsOf(call)).toMatchObject([{ state: 'kept', deleteAtProviderAt: null }]);
  });

  test('of less than two days deletes at the provider as soon as here', async () => {
    const { line, call } = await kept(dialect, { retentionDays: 1 });
    line.world.pass(dayMs + 600_000);
    expect(await deleteOld(call)).toBe(1);
    expect(await deleteAtProvider(line.system(), { source: line.recordings })).toBe(1);
    expect(line.recordings.atProvider.size).toBe(0);
  });

  test('is finished by the next sweep when a process died between the file and its row', async () => {
    const { line, call, recordingId } = await kept(dialect, { retentionDays: 30 });
    line.world.pass(31 * dayMs);
    await line.recordings.remove(recordingId);
    expect(await deleteOld(call)).toBe(1);
    expect(await recordingsOf(call)).toMatchObject([{ state: 'deleted' }]);
  });

  test('is a year for a number that nobody has set up', async () => {
    const { line, call } = await kept(dialect, { retentionDays: 3000 });
    await line.store.tx(async (db) => {
      await db.q.delete(db.t.companyNumbers);
    });
    line.world.pass(364 * dayMs);
    expect(await deleteOld(call)).toBe(0);
    line.world.pass(2 * dayMs);
    expect(await deleteOld(call)).toBe(1);
  });
});
