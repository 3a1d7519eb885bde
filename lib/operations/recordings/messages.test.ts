import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { findMissedCall } from '@/db/next-reactions';
import { listRecordingListens, listRecordingsOfCalls } from '@/db/recordings';
import type { Dialect } from '@/db/store';
import { dialects } from '@/db/testing';
import type { BusinessHours } from '@/lib/domain/deadlines/business-hours';
import { reviewCall } from '@/lib/operations/calls/review-call';
import { getNextReaction } from '@/lib/operations/reactions/get-next-reaction';
import { readRecordingFact } from '@/lib/twilio/call-event';
import { openLine, type TestCall } from '@/tests/call-driver';
import { hearOfRecording } from './hear-of-recording';
import { keepRecordings } from './keep-recordings';
import { listenToRecording } from './listen-to-recording';

const closed: BusinessHours = {
  timeZone: 'Europe/Moscow',
  weekly: [{ weekday: 1, intervals: [{ from: '09:00', until: '18:00' }] }],
  holidays: [],
};
const recordingSid = `RE${'a'.repeat(32)}`;

async function openWithMessages(dialect: Dialect, hours: Parameters<typeof openLine>[1] = {}) {
  const line = await openLine(dialect, hours);
  await line.store.tx(async (db) => {
    const { departments } = db.t;
    await db.q.update(departments).set({ takesMessages: true }).where(eq(departments.id, 'client'));
  });
  return line;
}

/** The line's word on a recording, as its callback says it. */
function hears(
  call: TestCall,
  form: Record<string, string> = {},
  query = new URLSearchParams({ c: call.callId }),
) {
  const { world } = call.line;
  const callback = {
    CallSid: call.callSid,
    RecordingSid: recordingSid,
    RecordingStatus: 'completed',
    RecordingDuration: '9',
    RecordingStartTime: new Date(world.now()).toUTCString(),
    ...form,
  };
  return hearOfRecording(call.line.system(), readRecordingFact(callback, query));
}

const keep = ({ line }: TestCall) =>
  keepRecordings(line.system(), { source: line.recordings, keeper: line.recordings });
const recordingsOf = ({ line, callId }: TestCall) => listRecordingsOfCalls(line.store.read, [callId]);

async function waitsInVain(line: Awaited<ReturnType<typeof openWithMessages>>) {
  const call = await line.callerCalls();
  await call.callerJoins();
  await line.pass(120);
  return call;
}

describe.each(dialects)('a message on %s', (dialect) => {
  test('is asked for after the waiting time; the missed call is there at once and only once (S6, IN-11)', async () => {
    const line = await openWithMessages(dialect);
    const call = await waitsInVain(line);
    await call.expectPhase('ended');
    expect(line.telephony.sent).toEqual([{ type: 'takeMessage', callSid: call.callSid }]);
    const missed = await findMissedCall(line.store.read, call.callId);
    expect(missed).toMatchObject({ callId: call.callId, endedAt: null, responsibleDepartmentId: 'client' });
    await line.pass(20);
    expect(await call.row()).toMatchObject({ outcome: 'missed', missedReactionId: missed!.id });
    expect(await line.store.read.q.select().from(line.store.read.t.nextReactions)).toHaveLength(1);
  });

  test('may take its time: the caller is not put out while they speak, and is when the line is silent', async () => {
    const line = await openWithMessages(dialect);
    const call = await waitsInVain(line);
    await line.pass(170);
    expect(line.telephony.sentOf('endCall')).toEqual([]);
    await line.pass(30);
    expect(line.telephony.sentOf('endCall')).toMatchObject([{ callSid: call.callSid }]);
  });

  test('is asked for outside the hours with the first answer, due at the next opening', async () => {
    const line = await openWithMessages(dialect, { client: closed });
    const call = await line.callerCalls();
    expect(call.twiml).toContain('Сейчас мы не работаем');
    expect(call.twiml).toContain(`/api/twilio/voice/vm-done?c=${call.callId}#`);
    expect(call.twiml).toContain('maxLength="120"');
    expect(await line.announces(call.callSid)).toBe(call.twiml);
    expect(await findMissedCall(line.store.read, call.callId)).toMatchObject({
      dueAt: Date.UTC(2026, 10, 2, 6),
    });
    await line.pass(16);
    expect(await call.row()).toMatchObject({ outcome: 'closedHours' });
  });

  test('is not asked of a withheld number, nor where the department takes none', async () => {
    const line = await openWithMessages(dialect, { client: closed });
    const withheld = await line.callerCalls({ from: 'anonymous' });
    expect(withheld.twiml).not.toContain('<Record');
    const without = await openLine(dialect, { client: closed });
    expect((await without.callerCalls()).twiml).not.toContain('<Record');
  });

  test('is fetched by its SID and kept with length and SHA-256, and told on the missed call and its next reaction', async () => {
    const line = await openWithMessages(dialect);
    const call = await waitsInVain(line);
    line.recordings.atProvider.set(recordingSid, 'RIFF the sound');
    expect(await hears(call)).toBe(true);
    expect(await hears(call)).toBe(false);
    expect(await keep(call)).toBe(1);
    expect(await keep(call)).toBe(0);
    expect(line.recordings.asked).toEqual([recordingSid]);
    expect(await recordingsOf(call)).toMatchObject([
      { state: 'kept', durationSeconds: 9, byteLength: 14, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
    await line.pass(16);
    const anna = line.world.as(line.company.as('anna'));
    const shown = [{ state: 'kept', durationSeconds: 9, listeners: [] }];
    expect((await reviewCall(anna, { callId: call.callId })).recordings).toMatchObject(shown);
    const missed = await findMissedCall(line.store.read, call.callId);
    const { recordings: messages } = await getNextReaction(anna, { nextReactionId: missed!.id });
    expect(messages).toMatchObject(shown);
  });

  test.each([
    ['absent', { RecordingStatus: 'absent', RecordingDuration: '0' }],
    ['failed', { RecordingStatus: 'failed', RecordingDuration: '9' }],
    ['too short', { RecordingDuration: '1' }],
    ['without a length', { RecordingDuration: '' }],
  ])('that is %s leaves the missed call alone', async (_, form) => {
    const line = await openWithMessages(dialect);
    const call = await waitsInVain(line);
    expect(await hears(call, form)).toBe(false);
    expect(await recordingsOf(call)).toEqual([]);
    expect(await findMissedCall(line.store.read, call.callId)).not.toBeNull();
  });

  test('is known by its call alone, when the address names another one or none', async () => {
    const line = await openWithMessages(dialect);
    const other = await line.callerCalls({ from: '+79131112233' });
    const call = await waitsInVain(line);
    expect(await hears(call, {}, new URLSearchParams({ c: other.callId }))).toBe(true);
    expect(await recordingsOf(other)).toEqual([]);
    expect(await recordingsOf(call)).toHaveLength(1);
    expect(await hears(call, { CallSid: 'CA-unknown', RecordingSid: `RE${'b'.repeat(32)}` })).toBe(false);
  });

  test('that is not ready is fetched later, one that is gone says so', async () => {
    const line = await openWithMessages(dialect);
    const call = await waitsInVain(line);
    await hears(call);
    expect(await keep(call)).toBe(0);
    expect(await recordingsOf(call)).toMatchObject([{ state: 'awaited', attempts: 1, problem: '404' }]);
    expect(await keep(call)).toBe(0);
    expect(line.recordings.asked).toHaveLength(1);
    line.world.pass(2000);
    line.recordings.atProvider.set(recordingSid, { result: 'gone', problem: '410 Gone' });
    expect(await keep(call)).toBe(0);
    expect(await recordingsOf(call)).toMatchObject([{ state: 'gone', problem: '410 Gone' }]);
    const [recording] = await recordingsOf(call);
    const listening = listenToRecording(line.world.as(line.company.as('anna')), {
      recordingId: recording!.id,
    });
    await expect(listening).rejects.toMatchObject({ code: 'notPossibleNow', details: { reason: 'gone' } });
  });

  test('is heard by those who may, and who heard it is kept, a listening once (CS-10)', async () => {
    const line = await openWithMessages(dialect);
    const call = await waitsInVain(line);
    line.recordings.atProvider.set(recordingSid, 'RIFF the sound');
    await hears(call);
    await keep(call);
    const [recording] = await recordingsOf(call);
    const listens = (name: 'anna' | 'pavel' | 'marina') =>
      listenToRecording(line.world.as(line.company.as(name)), { recordingId: recording!.id });
    await expect(listens('pavel')).rejects.toMatchObject({ code: 'notFound' });
    expect(await listens('anna')).toMatchObject({ length: 14 });
    line.world.pass(10_000);
    await listens('anna');
    line.world.pass(60_000);
    await listens('anna');
    await listens('marina');
    const kept = await listRecordingListens(line.store.read, [recording!.id]);
    expect(kept.map(({ employeeId }) => employeeId).sort()).toEqual(['anna', 'anna', 'marina']);
    const review = await reviewCall(line.world.as(line.company.as('clara')), { callId: call.callId });
    expect(review.recordings[0]?.listeners.map(({ id }) => id).sort()).toEqual(['anna', 'marina']);
  });

  test('of a caller who tries again joins the one next reaction that is open', async () => {
    const line = await openWithMessages(dialect);
    const first = await waitsInVain(line);
    await first.callCompletes();
    const second = await waitsInVain(line);
    await second.callCompletes();
    await line.pass(16);
    const [one, other] = [first, second].map(({ callId }) => findMissedCall(line.store.read, callId));
    expect((await one)?.id).toBe((await other)?.id);
    await hears(second);
    const { recordings: messages, changes } = await getNextReaction(line.world.as(line.company.as('anna')), {
      nextReactionId: (await one)!.id,
    });
    expect(messages).toMatchObject([{ callId: second.callId, state: 'awaited' }]);
    expect(changes.map(({ what }) => what)).toEqual(['missedAgain']);

    await line.available('anna');
    const again = await line.callerCalls();
    await again.callerJoins();
    await again.answers('anna');
    expect(await findMissedCall(line.store.read, second.callId)).toMatchObject({ outcome: 'calledAgain' });
  });
});
