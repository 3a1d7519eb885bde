import { describe, expect, test } from 'vitest';
import { insertBlockedNumber } from '@/db/blocked-numbers';
import { listCallClaims } from '@/db/call-claims';
import { listCallOffersOfRound } from '@/db/call-offers';
import { getCallScriptRun } from '@/db/call-scripts';
import { getFeedCursor, listFeedAfter } from '@/db/feed';
import { findMissedCall, listNextReactionChanges } from '@/db/next-reactions';
import { dialects } from '@/db/testing';
import { makeTestCard } from '@/lib/operations/counterparties/testing-cards';
import { listLiveCalls } from '@/lib/operations/supervision/list-live-calls';
import { callerNumber, companyNumber, openLine, type TestLine } from '@/tests/call-driver';
import { hangUp } from './end-call';
import { holdCaller } from './hold-caller';
import { listMyCalls } from './list-my-calls';
import { reconcileCalls } from './reconcile-calls';

async function lineWithNumber(dialect: (typeof dialects)[number]) {
  const line = await openLine(dialect);
  await line.hasNumber();
  return line;
}

async function dialling(dialect: (typeof dialects)[number]) {
  const line = await lineWithNumber(dialect);
  const call = await line.placesCall('anna');
  await call.joins('anna');
  await line.dispatch();
  return { line, call };
}

const refused = (reason: string) => ({ code: 'notPossibleNow', details: { reason } });
const barOf = async (line: TestLine) => (await listMyCalls(line.world.as(line.company.as('anna')))).calls[0];
const lastOf = (line: TestLine) => line.telephony.sent.at(-1);

describe.each(dialects)('a call we place on %s', (dialect) => {
  test('rings the own phone first, then the number, and is talked on like any other (OUT-1)', async () => {
    const line = await lineWithNumber(dialect);
    const call = await line.placesCall('anna', { phone: '8 (3842) 58-12-34' });
    expect(await call.row()).toMatchObject({
      direction: 'outbound',
      phase: 'connecting',
      callerE164: callerNumber,
      calledNumber: companyNumber,
      claimedBy: 'anna',
      ownerId: 'anna',
    });
    expect(line.telephony.sent).toEqual([
      expect.objectContaining({ type: 'join', conferenceSid: null, label: 'agent_anna_1' }),
    ]);
    await call.joins('anna');
    await line.dispatch();
    await call.expectPhase('dialling');
    expect(lastOf(line)).toEqual({
      type: 'dial',
      conferenceSid: call.conferenceSid,
      label: 'caller',
      to: callerNumber,
      from: companyNumber,
      timeoutSeconds: 45,
    });
    await call.partyIs('ringing');
    expect(await barOf(line)).toMatchObject({ phase: 'dialling', direction: 'outbound', joinedAt: null });
    await line.pass(5);
    await call.partyAnswers();
    const { rows } = await listLiveCalls(line.world.as(line.company.as('clara')), { show: 'all', limit: 10 });
    expect(rows).toMatchObject([{ direction: 'outbound', employee: { id: 'anna' } }]);
    expect(await call.row()).toMatchObject({
      phase: 'talking',
      callSid: call.callSid,
      answeredAt: line.world.now(),
      joinedAt: line.world.now(),
    });
    expect(await getCallScriptRun(line.store.read, call.callId)).toMatchObject({ employeeId: 'anna' });
    await call.does('anna', holdCaller);
    expect(lastOf(line)).toEqual({ type: 'hold', conferenceSid: call.conferenceSid });
    await call.does('anna', hangUp);
    expect(lastOf(line)).toEqual({ type: 'endCall', callSid: call.callSid });
    await call.callerHangsUp();
    await line.pass(20);
    expect(await call.row()).toMatchObject({ phase: 'ended', outcome: 'answered', endedBy: 'employee' });
  });

  test('lets a browser dial in by itself, into a room that reports to us', async () => {
    const line = await lineWithNumber(dialect);
    await line.inBrowser('anna');
    const call = await line.placesCall('anna');
    expect(line.telephony.sent).toEqual([]);
    const twiml = await call.dialsIn('anna');
    expect(twiml).toContain('participantLabel="agent_anna_1"');
    expect(twiml).toContain('/api/twilio/conference-status');
    await call.joins('anna');
    await line.dispatch();
    expect(lastOf(line)).toMatchObject({ type: 'dial', label: 'caller' });
  });

  test.each([
    ['busy', 'busy', 'busy'],
    ['no-answer', 'noAnswer', 'noAnswer'],
    ['failed', 'cannotDial', 'failed'],
  ] as const)(
    'that ends %s says so, lets the own phone go and leaves nothing open',
    async (status, reason, outcome) => {
      const { line, call } = await dialling(dialect);
      await call.partyIs(status);
      expect(lastOf(line)).toEqual({ type: 'endCall', callSid: 'CA-leg-1' });
      expect(await barOf(line)).toMatchObject({ phase: 'ended', dialFailed: reason });
      await call.partyIs(status);
      await line.pass(20);
      expect(await call.row()).toMatchObject({ phase: 'ended', outcome, answeredAt: null });
      expect(await getCallScriptRun(line.store.read, call.callId)).toBeNull();
      expect(await findMissedCall(line.store.read, call.callId)).toBeNull();
      expect(line.telephony.sentOf('endCall')).toHaveLength(1);
    },
  );

  test('the line will not dial is told at once', async () => {
    const line = await lineWithNumber(dialect);
    line.telephony.nextAnswers.push(
      { result: 'done', legCallSid: 'CA-own' },
      { result: 'refused', problem: '400 21211' },
    );
    const call = await line.placesCall('anna');
    await call.joins('anna');
    await line.dispatch();
    expect(await barOf(line)).toMatchObject({ phase: 'ended', dialFailed: 'cannotDial' });
    await line.pass(20);
    expect(await call.row()).toMatchObject({ outcome: 'failed' });
  });

  test('of which nothing is heard any more is over by itself', async () => {
    const { line, call } = await dialling(dialect);
    await line.pass(56);
    expect(await barOf(line)).toMatchObject({ dialFailed: 'noAnswer' });
    expect(line.telephony.sentOf('callOff')).toHaveLength(1);
    await line.pass(30);
    expect(await call.row()).toMatchObject({ phase: 'ended', outcome: 'noAnswer', claimedBy: null });
  });

  test('whose own phone is not answered never rings at anybody', async () => {
    const line = await lineWithNumber(dialect);
    const call = await line.placesCall('anna');
    await call.phoneIs('no-answer', 'anna');
    expect(await barOf(line)).toMatchObject({ phase: 'ended', dialFailed: 'notReached' });
    const again = await line.placesCall('anna');
    await line.pass(31);
    expect(await again.row()).toMatchObject({ phase: 'ended' });
    await line.pass(20);
    expect(await call.row()).toMatchObject({ outcome: 'calledOff' });
    expect(line.telephony.sentOf('dial')).toEqual([]);
  });

  test('is called off by hanging up: the number rings no more, and the person is free at once', async () => {
    const { line, call } = await dialling(dialect);
    await call.does('anna', hangUp);
    expect(line.telephony.sent.slice(-2)).toEqual([
      { type: 'removeLeg', conferenceSid: call.conferenceSid, label: 'agent_anna_1' },
      { type: 'callOff', callSid: 'CA-leg-2' },
    ]);
    expect(await call.row()).toMatchObject({ phase: 'callingOff', claimedBy: null });
    await call.partyIs('canceled');
    await call.expectPhase('ended');
    await line.pass(20);
    expect(await call.row()).toMatchObject({ outcome: 'calledOff', endedBy: 'employee' });
    await line.placesCall('anna');
  });

  test('that is answered after the person left lets the party go with words, never in silence', async () => {
    const { line, call } = await dialling(dialect);
    await call.leaves('anna');
    await line.dispatch();
    await line.pass(2);
    await call.partyAnswers();
    expect(lastOf(line)).toEqual({ type: 'sayAndEnd', callSid: call.callSid, words: 'calledOff' });
    await call.callCompletes();
    await line.pass(20);
    expect(await call.row()).toMatchObject({ phase: 'ended', outcome: 'calledOff', answeredAt: null });
  });

  test('called off while the dialling is under way ends the leg when it is heard of', async () => {
    const line = await lineWithNumber(dialect);
    const call = await line.placesCall('anna');
    await call.joins('anna');
    line.telephony.nextAnswers.push('lost');
    await line.dispatch();
    await call.does('anna', hangUp);
    await line.pass(9);
    expect(line.telephony.sentOf('dial')).toHaveLength(1);
    expect(line.telephony.sent).toContainEqual({ type: 'callOff', callSid: 'CA-leg-2' });
  });

  test('goes on at the same person, in whatever state, when their line breaks off in the talk (S8)', async () => {
    const { line, call } = await dialling(dialect);
    await line.onBreak('anna');
    await call.partyAnswers();
    await call.leaves('anna');
    expect(await call.row()).toMatchObject({ phase: 'ringing', offeredEmployeeId: 'anna' });
    expect(await listCallOffersOfRound(line.store.read, call.callId, 1)).toMatchObject([
      { employeeId: 'anna', purpose: 'resume' },
    ]);
    await call.answers('anna');
    await call.expectPhase('talking');
  });

  test('of another department comes back to who placed it, who hears so, then to their own department (S8)', async () => {
    const line = await lineWithNumber(dialect);
    await line.available('anna', 'pavel', 'polina');
    const call = await line.placesCall('pavel');
    await call.joins('pavel');
    await line.dispatch();
    await call.partyAnswers();
    await call.leaves('pavel');
    expect(await call.row()).toMatchObject({ departmentId: 'sales', offeredEmployeeId: 'pavel' });
    expect(await call.offeredTo()).toEqual(['pavel']);
    await call.claims('pavel');
    await line.dispatch();
    const cursor = await getFeedCursor(line.store.read);
    await call.joins('pavel');
    expect(await listFeedAfter(line.store.read, cursor)).toContainEqual(
      expect.objectContaining({ noun: 'call', nounId: call.callId, employeeId: 'pavel' }),
    );
    await call.expectPhase('talking');
    await call.leaves('pavel');
    await line.pass(20);
    expect(await call.offeredTo()).toEqual(['pavel', 'polina']);
  });

  test('is found again after a restart, whatever was missed (S9)', async () => {
    const { line, call } = await dialling(dialect);
    const leg = line.telephony.rooms.get(call.callId)!.legs.find(({ label }) => label === 'caller')!;
    leg.status = 'connected';
    line.telephony.statuses.set(leg.callSid, { status: 'in-progress', endedAt: null });
    const work = { telephony: line.telephony, since: line.world.now() + 1 };
    line.world.pass(1000);
    await reconcileCalls(line.system(), work);
    await call.expectPhase('talking');
    line.telephony.statuses.set(leg.callSid, { status: 'completed', endedAt: line.world.now() });
    await reconcileCalls(line.system(), { ...work, since: line.world.now() + 1 });
    await call.expectPhase('ended');
  });

  test('looks for the number on the line before it is dialled again after a crash', async () => {
    const line = await lineWithNumber(dialect);
    const call = await line.placesCall('anna');
    await call.joins('anna');
    line.telephony.nextAnswers.push('crash');
    await expect(line.dispatch()).rejects.toThrow();
    await line.pass(25);
    expect(line.telephony.sentOf('dial')).toHaveLength(1);
    await call.partyAnswers();
    await call.expectPhase('talking');
  });

  test('is one at a time, and never while a call rings or the party is on the line', async () => {
    const line = await lineWithNumber(dialect);
    await line.available('boris');
    const inbound = await line.callerCalls({ from: '+73842000001' });
    await expect(line.placesCall('boris')).rejects.toMatchObject(refused('callRings'));
    await inbound.callerHangsUp();
    await line.placesCall('anna');
    await expect(line.placesCall('anna', { phone: '+73842000002' })).rejects.toMatchObject(
      refused('onAnotherCall'),
    );
    await expect(line.placesCall('boris')).rejects.toMatchObject({
      code: 'notPossibleNow',
      details: { reason: 'numberOnLine', winner: 'Сидорова Анна' },
    });
    await line.available('anna');
    const next = await line.callerCalls({ from: '+73842000003' });
    expect(await next.offeredTo()).toEqual(['boris']);
  });

  test('to a number that may not be called is refused at its field', async () => {
    const line = await lineWithNumber(dialect);
    const blocked = { reason: 'реклама', callId: null, blockedBy: 'anna', blockedAt: 0 };
    await line.store.tx((db) => insertBlockedNumber(db, { e164: '+79991112233', ...blocked }));
    for (const [phone, reason] of [
      ['', 'numberWithheld'],
      ['anonymous', 'numberWithheld'],
      ['+266696687', 'numberWithheld'],
      ['112', 'cannotBeDialled'],
      ['+7 000 000-00-00', 'cannotBeDialled'],
      ['58-12-34', 'cityCodeMissing'],
      ['8 (999) 111-22-33', 'numberBlocked'],
      [companyNumber, 'ownNumber'],
    ] as const) {
      const fields = { phone: reason };
      await expect(line.placesCall('anna', { phone }), phone).rejects.toMatchObject({
        code: 'invalid',
        fields,
      });
    }
    expect(line.telephony.sent).toEqual([]);
  });

  test('goes out over the chosen number, else over the one this party was on last', async () => {
    const line = await openLine(dialect);
    await expect(line.placesCall('anna')).rejects.toMatchObject(refused('noLine'));
    const first = await line.hasNumber('+74950000001');
    line.world.pass(1);
    await line.hasNumber();
    await (await line.callerCalls()).callerHangsUp();
    const call = await line.placesCall('anna');
    expect(await call.row()).toMatchObject({ calledNumber: companyNumber });
    await call.does('anna', hangUp);
    const chosen = await line.placesCall('anna', { numberId: first });
    expect(await chosen.row()).toMatchObject({ calledNumber: '+74950000001' });
    await chosen.does('anna', hangUp);
    await expect(line.placesCall('anna', { numberId: 'none' })).rejects.toMatchObject({
      fields: { numberId: 'notAChoice' },
    });
    await expect(line.placesCall('anna', { counterpartyId: 'none' })).rejects.toMatchObject({
      fields: { counterpartyId: 'notAChoice' },
    });
    const script = { id: 'inbound-call', subjectId: 'none' };
    await expect(line.placesCall('anna', { script })).rejects.toMatchObject({
      fields: { script: 'notAChoice' },
    });
  });

  test('is the claim of who placed it, with their card chosen', async () => {
    const line = await lineWithNumber(dialect);
    const card = await makeTestCard(line.world, line.company, { name: 'ООО «Василёк»' });
    const call = await line.placesCall('anna', { counterpartyId: card });
    expect(await listCallClaims(line.store.read, call.callId)).toMatchObject([
      { employeeId: 'anna', purpose: 'outbound', generation: 1 },
    ]);
    expect(await barOf(line)).toMatchObject({ candidates: [{ card: { name: 'ООО «Василёк»' } }] });
  });

  test('tells whom we called that they are recorded before they are', async () => {
    const line = await openLine(dialect);
    await line.hasNumber(companyNumber, { recordsConversations: true });
    const call = await line.placesCall('anna');
    await call.joins('anna');
    await line.dispatch();
    await call.partyAnswers();
    expect(line.telephony.sent.slice(-2)).toEqual([
      { type: 'announce', conferenceSid: call.conferenceSid },
      { type: 'startRecording', callSid: call.callSid },
    ]);
  });

  test('calls a missed caller back: in vain it is an attempt, answered it settles them (OUT-2, IN-11)', async () => {
    const line = await lineWithNumber(dialect);
    const missed = await line.callerCalls();
    await missed.callerHangsUp();
    await line.pass(20);
    const next = (await findMissedCall(line.store.read, missed.callId))!;
    expect(next.endedAt).toBeNull();

    const inVain = await line.placesCall('anna');
    await inVain.joins('anna');
    await line.dispatch();
    await inVain.partyIs('busy');
    await line.pass(20);
    const [attempt] = await listNextReactionChanges(line.store.read, [next.id]);
    expect(attempt).toMatchObject({
      what: 'calledInVain',
      employeeId: 'anna',
      to: { callId: inVain.callId, outcome: 'busy' },
    });
    expect((await findMissedCall(line.store.read, missed.callId))!.endedAt).toBeNull();

    const call = await line.placesCall('anna');
    await call.joins('anna');
    await line.dispatch();
    await call.partyAnswers();
    expect(await findMissedCall(line.store.read, missed.callId)).toMatchObject({
      endedAt: line.world.now(),
      endedBy: 'anna',
      outcome: 'calledBack',
    });
  });
});
