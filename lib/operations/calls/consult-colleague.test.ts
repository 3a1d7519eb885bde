import { describe, expect, test } from 'vitest';
import { listCallClaims } from '@/db/call-claims';
import { updateSetting } from '@/db/settings';
import { dialects } from '@/db/testing';
import { listPresence } from '@/lib/operations/presence/list-presence';
import { renderAnswer } from '@/lib/twilio/twiml';
import { openLine, type TestLine } from '@/tests/call-driver';
import { cancelConsult } from './cancel-consult';
import { completeConsult } from './complete-consult';
import { consultColleague } from './consult-colleague';
import { getCallView } from './get-call';
import { leaveConsult } from './leave-consult';
import { listMyCalls } from './list-my-calls';
import { muteMicrophone } from './mute-microphone';
import { reconcileCalls } from './reconcile-calls';
import { reviewCall } from './review-call';
import { turnConsult } from './turn-consult';

type Name = 'anna' | 'boris' | 'pavel' | 'polina';

const pavel = { to: { kind: 'employee', employeeId: 'pavel' } } as const;
const sales = { to: { kind: 'department', departmentId: 'sales' } } as const;

async function talking(dialect: (typeof dialects)[number], afterCallSeconds = 0) {
  const line = await openLine(dialect);
  const updatedAt = line.world.now();
  await line.store.tx((db) =>
    updateSetting(db, { key: 'times', value: { afterCallSeconds }, updatedAt, updatedBy: null }),
  );
  await line.available('anna', 'boris', 'pavel', 'polina');
  const call = await line.callerCalls();
  await call.callerJoins();
  await call.answers('anna');
  return { line, call };
}

/** Pavel is on the line with Anna, and the caller hears music. */
async function consulting(dialect: (typeof dialects)[number]) {
  const { line, call } = await talking(dialect);
  await call.does('anna', consultColleague, pavel);
  await call.answers('pavel');
  return { line, call };
}

const as = (line: TestLine, name: Name | 'clara') => line.world.as(line.company.as(name));

const barOf = async (line: TestLine, name: Name) => (await listMyCalls(as(line, name))).calls;

const newsOf = async (line: TestLine, name: Name) => (await listMyCalls(as(line, name))).supervisionNews;

const stateOf = async (line: TestLine, name: Name) =>
  (await listPresence(as(line, 'anna'), {})).rows.find(({ employeeId }) => employeeId === name);

const hangUpTwiml = renderAnswer({ kind: 'hangUp' });

const sentAfter = (line: TestLine, count: number) => line.telephony.sent.slice(count);

describe.each(dialects)('asking a colleague on %s', (dialect) => {
  test('rings them while the caller hears music, then their telephone into the same room (S4)', async () => {
    const { line, call } = await talking(dialect);
    await call.does('anna', consultColleague, pavel);
    expect(line.telephony.sent.at(-1)).toEqual({ type: 'hold', conferenceSid: call.conferenceSid });
    expect(await call.offeredTo()).toEqual(['pavel']);
    expect(await barOf(line, 'pavel')).toMatchObject([
      { phase: 'talking', offer: { purpose: 'consult' }, claimedBy: { id: 'anna' }, saidSoFar: null },
    ]);
    expect(await barOf(line, 'anna')).toMatchObject([
      { consult: { state: 'ringing', employee: { id: 'pavel' }, ringing: [expect.any(String)] } },
    ]);
    await call.claims('pavel');
    expect(await barOf(line, 'pavel')).toMatchObject([{ consult: { state: 'joining' }, offer: null }]);
    await line.dispatch();
    expect(line.telephony.sent.at(-1)).toMatchObject({ type: 'join', label: 'agent_pavel_2' });
    await call.joins('pavel');
    expect(await barOf(line, 'anna')).toMatchObject([
      { consult: { state: 'talking', talksTo: 'colleague' } },
    ]);
    expect(await barOf(line, 'pavel')).toMatchObject([{ saidSoFar: { note: '' } }]);
    expect(await call.row()).toMatchObject({ phase: 'talking', claimedBy: 'anna', ownerId: 'anna' });
  });

  test('of a department rings everybody available, and the first who takes it up has it', async () => {
    const { line, call } = await talking(dialect);
    await call.does('anna', consultColleague, sales);
    expect(await call.offeredTo()).toEqual(['pavel', 'polina']);
    await call.claims('polina');
    expect(await call.offeredTo()).toEqual([]);
    await expect(call.claims('pavel')).rejects.toMatchObject({ code: 'alreadyClaimed' });
    expect(await barOf(line, 'pavel')).toEqual([]);
  });

  test('who cannot be rung, or is nobody, is refused and leaves the call as it was', async () => {
    const { line, call } = await talking(dialect);
    await line.onBreak('pavel');
    const sent = line.telephony.sent.length;
    await expect(call.does('anna', consultColleague, pavel)).rejects.toMatchObject({
      details: { reason: 'nobodyAvailable' },
    });
    const support = { to: { kind: 'department', departmentId: 'support' } } as const;
    await expect(call.does('anna', consultColleague, support)).rejects.toMatchObject({
      details: { reason: 'nobodyAvailable' },
    });
    const nobody = { to: { kind: 'employee', employeeId: 'nobody' } } as const;
    await expect(call.does('anna', consultColleague, nobody)).rejects.toMatchObject({ code: 'invalid' });
    await expect(call.does('boris', consultColleague, sales)).rejects.toMatchObject({ code: 'forbidden' });
    expect(sentAfter(line, sent)).toEqual([]);
    expect(await barOf(line, 'anna')).toMatchObject([{ consult: null, heldSince: null }]);
  });

  test('twice at once is refused, and a colleague who is asked is not rung by another call', async () => {
    const { line, call } = await consulting(dialect);
    await expect(call.does('anna', consultColleague, sales)).rejects.toMatchObject({
      details: { reason: 'notNow' },
    });
    const { rows } = await listPresence(as(line, 'anna'), { departmentId: 'sales' });
    expect(rows.find(({ employeeId }) => employeeId === 'pavel')).toMatchObject({
      derived: 'talking',
      isAvailable: false,
    });
    const other = await line.callerCalls({ from: '+79131112233' });
    await other.callerJoins();
    await expect(other.claims('pavel')).rejects.toMatchObject({ details: { reason: 'onAnotherCall' } });
  });

  test('at whom another call rings may be asked all the same, and is shown so', async () => {
    const { line, call } = await talking(dialect);
    const other = await line.callerCalls({ from: '+79131112233' });
    await other.callerJoins();
    expect(await other.offeredTo()).toEqual(['boris']);
    expect(await stateOf(line, 'boris')).toMatchObject({ derived: 'ringing', isAvailable: true });
    await call.does('anna', consultColleague, { to: { kind: 'employee', employeeId: 'boris' } });
    expect(await call.offeredTo()).toEqual(['boris']);
  });

  test('and staying until they answer leaves them the caller as soon as they are on the line', async () => {
    const { line, call } = await talking(dialect);
    await call.does('anna', consultColleague, { ...sales, completesOnAnswer: true });
    expect(await barOf(line, 'anna')).toMatchObject([
      { heldSince: expect.any(Number), consult: { state: 'ringing', completesOnAnswer: true } },
    ]);
    await call.claims('pavel');
    expect(await call.row()).toMatchObject({ claimedBy: 'anna' });
    await line.dispatch();
    const sent = line.telephony.sent.length;
    await call.joins('pavel');
    await line.dispatch();
    expect(sentAfter(line, sent)).toEqual([
      { type: 'removeLeg', conferenceSid: call.conferenceSid, label: 'agent_anna_1' },
      { type: 'unhold', conferenceSid: call.conferenceSid },
    ]);
    await call.leaves('anna', 'participant_updated_via_api');
    expect(await call.row()).toMatchObject({ phase: 'talking', claimedBy: 'pavel', ownerId: 'anna' });
    expect(await barOf(line, 'pavel')).toMatchObject([{ isTaken: true, consult: null }]);
    expect(await stateOf(line, 'anna')).toMatchObject({ derived: 'idle' });
    await call.callerHangsUp();
    expect(await call.row()).toMatchObject({ unfinishedSince: expect.any(Number) });
  });

  test('and staying until they answer ends with the caller at whoever asked, when they cancel or nobody comes', async () => {
    const { line, call } = await talking(dialect);
    await call.does('anna', consultColleague, { ...pavel, completesOnAnswer: true });
    await call.does('anna', cancelConsult);
    expect(line.telephony.sent.at(-1)).toMatchObject({ type: 'unhold' });
    expect(await barOf(line, 'anna')).toMatchObject([{ consult: null, heldSince: null }]);
    await call.does('anna', consultColleague, { ...pavel, completesOnAnswer: true });
    await call.declines('pavel');
    expect(await barOf(line, 'anna')).toMatchObject([
      { phase: 'talking', consult: null, consultFailed: { reason: 'declined' } },
    ]);
    expect(await call.row()).toMatchObject({ claimedBy: 'anna' });
  });

  test('and completing leaves them the caller; the conversation is unfinished (IN-6)', async () => {
    const { line, call } = await consulting(dialect);
    const sent = line.telephony.sent.length;
    await call.does('anna', completeConsult);
    expect(sentAfter(line, sent)).toEqual([
      { type: 'removeLeg', conferenceSid: call.conferenceSid, label: 'agent_anna_1' },
      { type: 'unhold', conferenceSid: call.conferenceSid },
    ]);
    await call.leaves('anna', 'participant_updated_via_api');
    expect(await call.row()).toMatchObject({
      phase: 'talking',
      claimedBy: 'pavel',
      consultedId: null,
      ownerId: 'anna',
      handOverEmployeeId: 'pavel',
      unfinishedSince: line.world.now(),
    });
    expect(await barOf(line, 'pavel')).toMatchObject([{ isTaken: true, consult: null }]);
    await call.leaves('pavel');
    await line.dispatch();
    expect(line.telephony.sent.at(-1)).toEqual({ type: 'endCall', callSid: call.callSid });
    await call.callerHangsUp();
    expect(await barOf(line, 'anna')).toMatchObject([
      { phase: 'ended', unfinishedSince: expect.any(Number) },
    ]);
    expect(await getCallView(as(line, 'pavel'), { callId: call.callId })).toMatchObject({ isTaken: true });
  });

  test('turns to the caller, to all three, and back', async () => {
    const { line, call } = await consulting(dialect);
    const { conferenceSid } = call;
    const sent = line.telephony.sent.length;
    await call.does('anna', turnConsult, { talksTo: 'caller' });
    await call.does('anna', turnConsult, { talksTo: 'everyone' });
    await call.does('anna', turnConsult, { talksTo: 'everyone' });
    await call.does('anna', turnConsult, { talksTo: 'colleague' });
    expect(sentAfter(line, sent)).toEqual([
      { type: 'unhold', conferenceSid },
      { type: 'hold', conferenceSid, label: 'agent_pavel_2' },
      { type: 'unhold', conferenceSid, label: 'agent_pavel_2' },
      { type: 'hold', conferenceSid },
    ]);
  });

  test('and cancelling lets them go and brings the caller back', async () => {
    const { line, call } = await consulting(dialect);
    const sent = line.telephony.sent.length;
    await call.does('anna', cancelConsult);
    expect(sentAfter(line, sent)).toEqual([
      { type: 'removeLeg', conferenceSid: call.conferenceSid, label: 'agent_pavel_2' },
      { type: 'unhold', conferenceSid: call.conferenceSid },
    ]);
    await call.leaves('pavel', 'participant_updated_via_api');
    expect(await barOf(line, 'anna')).toMatchObject([
      { consult: null, consultFailed: null, heldSince: null },
    ]);
    expect(await barOf(line, 'pavel')).toEqual([]);
    await expect(getCallView(as(line, 'pavel'), { callId: call.callId })).rejects.toMatchObject({
      code: 'notFound',
    });
  });

  test('who declines, does not answer or whose telephone is busy leaves the caller held and says why', async () => {
    const { line, call } = await talking(dialect);
    const expectFailure = async (reason: string) => {
      expect(await barOf(line, 'anna')).toMatchObject([
        { phase: 'talking', consult: null, consultFailed: { reason }, heldSince: expect.any(Number) },
      ]);
    };
    await call.does('anna', consultColleague, pavel);
    await call.declines('pavel');
    await expectFailure('declined');
    await call.does('anna', consultColleague, pavel);
    await line.pass(25);
    await expectFailure('notTaken');
    expect(await call.offeredTo()).toEqual([]);
    await call.does('anna', consultColleague, pavel);
    await call.claims('pavel');
    await line.dispatch();
    await call.phoneIs('busy', 'pavel');
    await expectFailure('notReached');
    expect(await newsOf(line, 'pavel')).toMatchObject([
      { what: 'adviceNotReached', employee: { id: 'anna' }, callId: call.callId },
    ]);
    await call.does('anna', consultColleague, pavel);
    await call.claims('pavel');
    await line.pass(30);
    await expectFailure('notReached');
    expect(await newsOf(line, 'pavel')).toMatchObject([{ what: 'adviceNotReached' }]);
  });

  test('who answered is told when they are not needed any more, and nothing once they were on the line', async () => {
    const { line, call } = await talking(dialect);
    await call.does('anna', consultColleague, pavel);
    await call.claims('pavel');
    await call.does('anna', cancelConsult);
    expect(await newsOf(line, 'pavel')).toMatchObject([
      { what: 'adviceWithdrawn', employee: { id: 'anna' } },
    ]);
    await call.does('anna', consultColleague, pavel);
    await call.answers('pavel');
    await call.leaves('pavel');
    expect(await newsOf(line, 'pavel')).toEqual([]);
    await line.pass(121);
    expect(await newsOf(line, 'pavel')).toEqual([]);
  });

  test('who hangs up or leaves by the button leaves the caller held with whoever asked', async () => {
    const { line, call } = await consulting(dialect);
    await call.leaves('pavel');
    expect(await barOf(line, 'anna')).toMatchObject([
      { consultFailed: { reason: 'left' }, phase: 'talking' },
    ]);
    await call.does('anna', consultColleague, pavel);
    await call.answers('pavel');
    await expect(call.does('polina', leaveConsult)).rejects.toMatchObject({ code: 'forbidden' });
    await call.does('pavel', leaveConsult);
    expect(line.telephony.sent.at(-1)).toMatchObject({ type: 'removeLeg', label: 'agent_pavel_3' });
    expect(await barOf(line, 'anna')).toMatchObject([{ consultFailed: { reason: 'left' } }]);
  });

  test('ends for all when the caller hangs up, in whatever state it is', async () => {
    const { line, call } = await talking(dialect);
    await call.does('anna', consultColleague, sales);
    await call.callerHangsUp();
    expect(await call.offeredTo()).toEqual([]);
    const second = await line.callerCalls({ from: '+79131112233' });
    await second.callerJoins();
    await second.answers('anna');
    await second.does('anna', consultColleague, pavel);
    await second.claims('pavel');
    await line.dispatch();
    await second.callerHangsUp();
    await line.dispatch();
    expect(line.telephony.sent.at(-1)).toMatchObject({ type: 'endCall', callSid: 'CA-leg-3' });
    await line.pass(20);
    expect(await second.row()).toMatchObject({ phase: 'ended', outcome: 'answered', endedBy: 'caller' });
    expect(await barOf(line, 'pavel')).toEqual([]);
  });

  test('goes on when whoever asked hangs up: the colleague has the caller', async () => {
    const { line, call } = await consulting(dialect);
    await call.leaves('anna');
    await line.dispatch();
    expect(line.telephony.sent.at(-1)).toMatchObject({ type: 'unhold' });
    expect(await call.row()).toMatchObject({ claimedBy: 'pavel', unfinishedSince: line.world.now() });
  });

  test('whose end the line never told is found out by asking', async () => {
    const { line, call } = await consulting(dialect);
    const room = line.telephony.rooms.get(call.callId)!;
    room.legs = room.legs.filter(({ label }) => label !== 'agent_pavel_2');
    await line.pass(120);
    await reconcileCalls(line.system(), { telephony: line.telephony });
    expect(await barOf(line, 'anna')).toMatchObject([{ consultFailed: { reason: 'left' } }]);
    expect(await call.row()).toMatchObject({ claimedBy: 'anna', phase: 'talking' });
  });

  test('whose telephone is their browser has it dial in, and nobody else’s or a later one gets in (S1, S4)', async () => {
    const { line, call } = await talking(dialect);
    await line.inBrowser('pavel');
    await call.does('anna', consultColleague, pavel);
    const sent = line.telephony.sent.length;
    await call.claims('pavel');
    await line.dispatch();
    expect(sentAfter(line, sent)).toEqual([]);
    expect(await barOf(line, 'pavel')).toMatchObject([
      { consult: { state: 'joining' }, browserLeg: { generation: 2, hasDialledIn: false } },
    ]);
    expect(await barOf(line, 'anna')).toMatchObject([{ browserLeg: null }]);
    expect(await call.dialsIn('polina', { generation: 2 })).toBe(hangUpTwiml);
    expect(await call.dialsIn('pavel', { generation: 2 })).toContain('participantLabel="agent_pavel_2"');
    await call.joins('pavel');
    await line.pass(13);
    expect(await barOf(line, 'pavel')).toMatchObject([
      { consult: { state: 'talking' }, browserLeg: { generation: 2, hasDialledIn: true } },
    ]);
    await call.does('anna', completeConsult);
    await call.leaves('anna', 'participant_updated_via_api');
    expect(await barOf(line, 'pavel')).toMatchObject([{ isTaken: true, browserLeg: { generation: 2 } }]);
    await expect(call.does('pavel', muteMicrophone)).rejects.toMatchObject({ details: { reason: 'notNow' } });
  });

  test('whose browser would be heard by the caller joins only once the caller is on hold', async () => {
    const { line, call } = await talking(dialect);
    await line.inBrowser('pavel');
    line.telephony.nextAnswers.push({ result: 'retry', problem: '503', afterMs: 1000 });
    await call.does('anna', consultColleague, pavel);
    await expect(call.claims('pavel')).rejects.toMatchObject({ details: { reason: 'notHeldYet' } });
    await line.pass(3);
    await call.claims('pavel');
    expect(await call.dialsIn('pavel', { generation: 2 })).toContain('participantLabel="agent_pavel_2"');
  });

  test('of a caller whom the line will not hold is called off and said so', async () => {
    const { line, call } = await talking(dialect);
    line.telephony.nextAnswers.push({ result: 'refused', problem: '16022' });
    await call.does('anna', consultColleague, pavel);
    expect(await call.offeredTo()).toEqual([]);
    expect(await barOf(line, 'anna')).toMatchObject([
      { consult: null, consultFailed: { reason: 'cannotHold' }, heldSince: null },
    ]);
    await call.does('anna', consultColleague, pavel);
    await call.answers('pavel');
    line.telephony.nextAnswers.push({ result: 'done' }, { result: 'refused', problem: '16022' });
    await call.does('anna', turnConsult, { talksTo: 'caller' });
    expect(await barOf(line, 'anna')).toMatchObject([{ consult: { talksTo: 'everyone' } }]);
  });

  test('whose browser does not dial in within 12 s is asked no more', async () => {
    const { line, call } = await talking(dialect);
    await line.inBrowser('pavel');
    await call.does('anna', consultColleague, pavel);
    await call.claims('pavel');
    await line.pass(12);
    expect(await barOf(line, 'anna')).toMatchObject([{ consultFailed: { reason: 'notReached' } }]);
    expect(await call.dialsIn('pavel', { generation: 2 })).toBe(hangUpTwiml);
  });

  test('of a department that rings one after another rings at everybody at once all the same', async () => {
    const { line, call } = await talking(dialect);
    await line.store.tx(async (db) => {
      await db.q.update(db.t.departments).set({ ringOrder: 'roundRobin' });
    });
    await call.does('anna', consultColleague, sales);
    expect(await call.offeredTo()).toEqual(['pavel', 'polina']);
  });

  test('begins the time after the call of whoever leaves, and not of a colleague who only advised', async () => {
    const { line, call } = await talking(dialect, 30);
    await call.does('anna', consultColleague, pavel);
    await call.answers('pavel');
    await call.leaves('pavel');
    expect(await stateOf(line, 'pavel')).toMatchObject({ derived: 'idle', isAvailable: true });
    await call.does('anna', consultColleague, pavel);
    await line.pass(4);
    await call.answers('pavel');
    const takenUpAt = line.world.now();
    await line.pass(5);
    expect(await stateOf(line, 'pavel')).toMatchObject({ derived: 'talking', since: takenUpAt });
    await call.does('anna', completeConsult);
    expect(await stateOf(line, 'anna')).toMatchObject({ derived: 'afterCall', isAvailable: false });
    expect(await stateOf(line, 'pavel')).toMatchObject({ derived: 'talking', since: takenUpAt });
  });

  test('stands in the review with who was asked and how long they talked', async () => {
    const { line, call } = await consulting(dialect);
    await line.pass(5);
    await call.does('anna', cancelConsult);
    await call.leaves('pavel', 'participant_updated_via_api');
    const review = await reviewCall(as(line, 'clara'), { callId: call.callId });
    expect(review.claims.at(-1)).toMatchObject({ purpose: 'consult', employee: { id: 'pavel' } });
    expect(review.facts.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['consult.asked', 'consult.claimed', 'consult.cancelled']),
    );
    const [, claim] = await listCallClaims(line.store.read, call.callId);
    expect(claim!.leftAt! - claim!.joinedAt!).toBe(5000);
  });
});
