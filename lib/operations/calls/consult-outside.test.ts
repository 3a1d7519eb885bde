import { describe, expect, test } from 'vitest';
import { insertBlockedNumber } from '@/db/blocked-numbers';
import { dialects } from '@/db/testing';
import { openLine, type TestCall, type TestLine } from '@/tests/call-driver';
import { cancelConsult } from './cancel-consult';
import { completeConsult } from './complete-consult';
import { consultOutside } from './consult-outside';
import { hangUp } from './end-call';
import { holdCaller } from './hold-caller';
import { listMyCalls } from './list-my-calls';
import { pauseRecording } from './pause-recording';
import { transferCall } from './transfer-call';

const phone = '8 (913) 111-22-33';
const ext = 'ext_2';
const toSupport = { to: { kind: 'department', departmentId: 'support' } } as const;

async function talking(dialect: (typeof dialects)[number]) {
  const line = await openLine(dialect);
  await line.available('anna', 'boris');
  const call = await line.callerCalls();
  await call.callerJoins();
  await call.answers('anna');
  return { line, call };
}

const barOf = async (line: TestLine) => (await listMyCalls(line.world.as(line.company.as('anna')))).calls[0];

const joins = (call: TestCall) =>
  call.conference('participant-join', { ParticipantLabel: ext, CallSid: 'CA-leg-2' });

const leaves = (call: TestCall) =>
  call.conference('participant-leave', {
    ParticipantLabel: ext,
    CallSid: 'CA-leg-2',
    ReasonParticipantLeft: 'participant_hung_up',
    ParticipantCallStatus: 'completed',
  });

describe.each(dialects)('an outside number on %s', (dialect) => {
  test('is rung from the number that was called, talks, and may be left the caller', async () => {
    const { line, call } = await talking(dialect);
    await call.does('anna', consultOutside, { phone });
    expect(line.telephony.sent.at(-1)).toEqual({
      type: 'dial',
      conferenceSid: call.conferenceSid,
      label: ext,
      to: '+79131112233',
      from: '+74951234567',
      timeoutSeconds: 25,
    });
    expect(await barOf(line)).toMatchObject({
      consult: { state: 'joining', number: '+7 (913) 111-22-33', employee: null },
    });
    await joins(call);
    expect(await barOf(line)).toMatchObject({ consult: { state: 'talking' } });
    await call.does('anna', completeConsult);
    await call.leaves('anna', 'participant_updated_via_api');
    expect(await call.row()).toMatchObject({ phase: 'talking', claimedBy: null, ownerId: 'anna' });
    expect(await barOf(line)).toMatchObject({ outside: '+7 (913) 111-22-33' });
    await leaves(call);
    await line.dispatch();
    expect(line.telephony.sent.at(-1)).toEqual({ type: 'endCall', callSid: call.callSid });
  });

  test('that has the caller is hung up on by who gave them away, and by nobody else', async () => {
    const { line, call } = await talking(dialect);
    await line.available('pavel');
    await call.handsOver({ kind: 'department', departmentKind: 'sales' });
    await call.answers('pavel');
    await call.does('pavel', consultOutside, { phone });
    const ext = 'ext_3';
    await call.legJoins(ext);
    await call.does('pavel', completeConsult);
    await call.leaves('pavel', 'participant_updated_via_api');
    expect(await call.row()).toMatchObject({ phase: 'talking', claimedBy: null, ownerId: 'anna' });
    expect(await barOf(line)).toBeUndefined();
    const forbidden = { code: 'forbidden' };
    for (const name of ['anna', 'pavel'] as const) {
      await expect(call.does(name, transferCall, toSupport)).rejects.toMatchObject(forbidden);
      await expect(call.does(name, pauseRecording)).rejects.toMatchObject(forbidden);
    }
    await expect(call.does('anna', hangUp)).rejects.toMatchObject(forbidden);
    await expect(call.handsOver({ kind: 'department', departmentKind: 'sales' })).rejects.toMatchObject({
      code: 'notPossibleNow',
    });
    line.telephony.nextAnswers.push({ result: 'refused', problem: '401' });
    await call.does('pavel', hangUp);
    await call.expectPhase('talking');
    line.telephony.nextAnswers.push({ result: 'refused', problem: '401' });
    await call.legLeaves(ext);
    await line.dispatch();
    expect(await call.offeredTo()).toEqual(['pavel']);
  });

  test.each([
    ['', { phone: 'numberWithheld' }],
    ['нет номера', { phone: 'cannotBeDialled' }],
    ['58-12-34', { phone: 'cityCodeMissing' }],
    ['anonymous', { phone: 'numberWithheld' }],
    ['8 800 555-35-35', { phone: 'numberBlocked' }],
    ['+7 495 123-45-67', { phone: 'ownNumber' }],
    ['+7 000 000-00-00', { phone: 'cannotBeDialled' }],
  ])(
    'that cannot be dialled (%j) is said at its field, and the call stays as it was',
    async (typed, fields) => {
      const { line, call } = await talking(dialect);
      await line.hasNumber();
      const blocked = { reason: 'реклама', callId: null, blockedBy: 'anna', blockedAt: 0 };
      await line.store.tx((db) => insertBlockedNumber(db, { e164: '+78005553535', ...blocked }));
      const sent = line.telephony.sent.length;
      await expect(call.does('anna', consultOutside, { phone: typed })).rejects.toMatchObject({
        code: 'invalid',
        fields,
      });
      expect(line.telephony.sent).toHaveLength(sent);
      expect(await barOf(line)).toMatchObject({ heldSince: null, consult: null });
    },
  );

  test('the line refuses, that is busy or does not answer leaves the caller held and says why', async () => {
    const { line, call } = await talking(dialect);
    await call.does('anna', holdCaller);
    line.telephony.nextAnswers.push({ result: 'done' }, { result: 'refused', problem: '400 21211' });
    await call.does('anna', consultOutside, { phone });
    expect(await barOf(line)).toMatchObject({
      consult: null,
      consultFailed: { reason: 'cannotDial', number: '+7 (913) 111-22-33' },
      heldSince: expect.any(Number),
    });
    await call.does('anna', consultOutside, { phone });
    const form = { CallSid: 'CA-leg-2', CallStatus: 'busy', SequenceNumber: '2' };
    await call.callStatus(form, { c: call.callId, leg: 'ext_3' });
    expect(await barOf(line)).toMatchObject({ consultFailed: { reason: 'busy' } });
    await call.does('anna', consultOutside, { phone });
    await line.pass(36);
    expect(await barOf(line)).toMatchObject({ consultFailed: { reason: 'notReached' }, consult: null });
    expect(line.telephony.sent.at(-1)).toEqual({ type: 'endCall', callSid: 'CA-leg-3' });
  });

  test('rings no more when it is cancelled, also when the line answers late', async () => {
    const { line, call } = await talking(dialect);
    await call.does('anna', consultOutside, { phone });
    await call.does('anna', cancelConsult);
    expect(line.telephony.sent.slice(-2)).toEqual([
      { type: 'endCall', callSid: 'CA-leg-2' },
      { type: 'unhold', conferenceSid: call.conferenceSid },
    ]);
    line.telephony.nextAnswers.push({ result: 'done' }, 'lost');
    await call.does('anna', consultOutside, { phone });
    await line.pass(1);
    await call.does('anna', cancelConsult);
    await line.pass(8);
    expect(line.telephony.sent.filter(({ type }) => type === 'dial')).toHaveLength(2);
    expect(line.telephony.sent).toContainEqual({ type: 'endCall', callSid: 'CA-leg-3' });
  });

  test('is never rung when it was cancelled while another order still waited for the line', async () => {
    const { line, call } = await talking(dialect);
    line.telephony.nextAnswers.push({ result: 'retry', problem: '503', afterMs: 1000 });
    await call.does('anna', consultOutside, { phone });
    await call.does('anna', cancelConsult);
    await line.pass(10);
    expect(line.telephony.sent.map(({ type }) => type)).toEqual(['join', 'hold', 'unhold']);
  });

  test('is over with the call when the caller hangs up', async () => {
    const { line, call } = await talking(dialect);
    await call.does('anna', consultOutside, { phone });
    await call.callerHangsUp();
    await line.dispatch();
    expect(line.telephony.sent.at(-1)).toEqual({ type: 'endCall', callSid: 'CA-leg-2' });
    expect(await call.row()).toMatchObject({ phase: 'ended', endedBy: 'caller' });
  });
});
