import { describe, expect, test } from 'vitest';
import { findMissedCall } from '@/db/next-reactions';
import { updateSetting } from '@/db/settings';
import { dialects } from '@/db/testing';
import { openLine, type TestCall, type TestLine } from '@/tests/call-driver';
import { holdCaller } from './hold-caller';
import { reconcileCalls } from './reconcile-calls';
import { resumeCaller } from './resume-caller';

const lookUp = (line: TestLine) =>
  reconcileCalls(line.system(), { telephony: line.telephony, since: line.world.now() - 60_000 });

describe.each(dialects)('a call of which nothing is heard on %s', (dialect) => {
  test('is looked up after a minute, and that is shown', async () => {
    const line = await openLine(dialect);
    const call = await line.callerCalls();
    await call.callerJoins();
    expect(await lookUp(line)).toBe(0);
    line.world.pass(61_000);
    expect(await lookUp(line)).toBe(1);
    expect(await call.row()).toMatchObject({ phase: 'ringing', reconciledAt: line.world.now() });
    expect(await lookUp(line)).toBe(0);
  });

  test('and whose end was never told is ended at the provider’s time (I8)', async () => {
    const line = await openLine(dialect);
    await line.available('anna');
    const call = await line.callerCalls();
    await call.callerJoins();
    await call.answers('anna');
    const endedAt = line.world.now() + 5000;
    line.telephony.statuses.set(call.callSid, { status: 'completed', endedAt });
    line.world.pass(61_000);
    await lookUp(line);
    expect(await call.row()).toMatchObject({ phase: 'ended', endedAt });
  });

  test('and that the provider does not know any more is over', async () => {
    const line = await openLine(dialect);
    const call = await line.callerCalls();
    line.telephony.statuses.delete(call.callSid);
    line.world.pass(61_000);
    await lookUp(line);
    await call.expectPhase('ended');
  });

  test('learns its room, the employee who joined and the employee who left', async () => {
    const line = await openLine(dialect);
    await line.available('anna');
    const call = await line.callerCalls();
    await call.claims('anna');
    const caller = { label: 'caller', callSid: call.callSid, status: 'connected', hold: false };
    const room = { conferenceSid: call.conferenceSid, legs: [caller] };
    line.telephony.rooms.set(call.callId, room);
    const lookUpNow = () =>
      reconcileCalls(line.system(), { telephony: line.telephony, since: line.world.now() + 1 });
    await lookUpNow();
    expect(await call.row()).toMatchObject({ conferenceSid: call.conferenceSid });
    await line.dispatch();
    room.legs.at(-1)!.status = 'connected';
    line.world.pass(1000);
    await lookUpNow();
    await call.expectPhase('talking');
    room.legs.pop();
    line.world.pass(1000);
    await lookUpNow();
    await call.expectPhase('ringing');
    expect(await call.offeredTo()).toEqual(['anna']);
    expect(await call.row()).toMatchObject({ claimedBy: null });
  });

  test('is looked up however often it was offered and claimed meanwhile', async () => {
    const line = await openLine(dialect);
    const call = await line.callerCalls();
    await call.callerJoins();
    await line.pass(61);
    await call.expectPhase('ringing');
    expect(await lookUp(line)).toBe(1);
  });

  test('and that is claimed before its room is known is looked up at once', async () => {
    const line = await openLine(dialect);
    await line.available('anna');
    const call = await line.callerCalls();
    await call.claims('anna');
    const caller = { label: 'caller', callSid: call.callSid, status: 'connected', hold: false };
    line.telephony.rooms.set(call.callId, { conferenceSid: call.conferenceSid, legs: [caller] });
    await lookUp(line);
    await line.dispatch();
    expect(line.telephony.sentOf('join')).toHaveLength(1);
  });

  test('is looked up after the silence that is set', async () => {
    const line = await openLine(dialect);
    await line.store.tx((db) =>
      updateSetting(db, {
        key: 'times',
        value: { silenceSeconds: 300 },
        updatedAt: line.world.now(),
        updatedBy: null,
      }),
    );
    await line.callerCalls();
    const { telephony } = line;
    line.world.pass(299_000);
    expect(await reconcileCalls(line.system(), { telephony })).toBe(0);
    line.world.pass(2000);
    expect(await reconcileCalls(line.system(), { telephony })).toBe(1);
  });

  test('is looked up although others cannot be, and however many there are', async () => {
    const line = await openLine(dialect);
    const calls = [];
    for (let which = 0; which < 25; which += 1) {
      calls.push(await line.callerCalls({ from: `+791311122${String(which).padStart(2, '0')}` }));
    }
    const [broken] = calls;
    const status = line.telephony.callStatus.bind(line.telephony);
    line.telephony.callStatus = (callSid) =>
      callSid === broken!.callSid ? Promise.reject(new Error('unreachable')) : status(callSid);
    line.world.pass(61_000);
    const problems: string[] = [];
    const lookedUp = await reconcileCalls(line.system(), {
      telephony: line.telephony,
      onProblem: (callId) => problems.push(callId),
    });
    expect(lookedUp).toBe(24);
    expect(problems).toEqual([broken!.callId]);
    expect(await broken!.row()).toMatchObject({ reconciledAt: null });
    expect(await calls.at(-1)!.row()).toMatchObject({ reconciledAt: line.world.now() });
  });

  test('because we were down: whoever hung up meanwhile is a missed call, whose manager left hears music, and whoever talks goes on (S9)', async () => {
    const line = await openLine(dialect);
    await line.available('anna', 'boris');
    const roomOf = (call: TestCall, ...others: string[]) => {
      const labels = ['caller', ...others];
      const legs = labels.map((label) => ({
        label,
        callSid: label === 'caller' ? call.callSid : `CA-${label}`,
        status: 'connected' as const,
        hold: false,
      }));
      line.telephony.rooms.set(call.callId, { conferenceSid: call.conferenceSid, legs });
    };
    const talking = await line.callerCalls({ from: '+79131110001' });
    await talking.callerJoins();
    await talking.answers('anna');
    const forsaken = await line.callerCalls({ from: '+79131110002' });
    await forsaken.callerJoins();
    await forsaken.answers('boris');
    const gone = await line.callerCalls({ from: '+79131110003' });
    await gone.callerJoins();
    roomOf(talking, await talking.labelOf('anna'));
    roomOf(forsaken);
    const endedAt = line.world.now() + 40_000;
    line.telephony.statuses.set(gone.callSid, { status: 'completed', endedAt });

    line.world.pass(90_000);
    await line.available('anna', 'boris');
    await reconcileCalls(line.system(), { telephony: line.telephony, since: line.world.now() });
    await talking.expectPhase('talking');
    expect(await gone.row()).toMatchObject({ phase: 'ended', endedAt });
    await forsaken.expectPhase('ringing');
    expect(await forsaken.offeredTo()).toEqual(['boris']);
    await line.pass(30);
    expect(line.telephony.sentOf('hold')).toMatchObject([{ conferenceSid: forsaken.conferenceSid }]);
    expect(await findMissedCall(line.store.read, gone.callId)).toMatchObject({ endedAt: null });
  });

  test('because two people simply talk goes on undisturbed', async () => {
    const line = await openLine(dialect);
    await line.available('anna');
    const call = await line.callerCalls();
    await call.callerJoins();
    await call.answers('anna');
    const sent = line.telephony.sent.length;
    for (let minute = 0; minute < 3; minute += 1) {
      line.world.pass(61_000);
      expect(await lookUp(line)).toBe(1);
      await line.dispatch();
    }
    expect(await call.row()).toMatchObject({ phase: 'talking', claimedBy: 'anna' });
    expect(line.telephony.sent.length).toBe(sent);
  });

  test('and whose music plays or is silent against our order has it ordered again, once at a time (S9)', async () => {
    const line = await openLine(dialect);
    await line.available('anna');
    const call = await line.callerCalls();
    await call.callerJoins();
    await call.answers('anna');
    const { conferenceSid } = call;
    const caller = line.telephony.rooms.get(call.callId)!.legs.find(({ label }) => label === 'caller')!;
    const sent = () => line.telephony.sent.slice(1);
    await call.does('anna', holdCaller);
    caller.hold = false;
    line.world.pass(61_000);
    await lookUp(line);
    line.world.pass(61_000);
    await lookUp(line);
    await line.dispatch();
    expect(sent()).toEqual([
      { type: 'hold', conferenceSid },
      { type: 'hold', conferenceSid },
    ]);
    await call.does('anna', resumeCaller);
    caller.hold = true;
    line.world.pass(61_000);
    await lookUp(line);
    await line.dispatch();
    expect(sent().slice(2)).toEqual([
      { type: 'unhold', conferenceSid },
      { type: 'unhold', conferenceSid },
    ]);
    expect(caller.hold).toBe(false);
  });

  test('is left alone when something is heard while the provider is asked', async () => {
    const line = await openLine(dialect);
    await line.available('anna');
    const call = await line.callerCalls();
    line.world.pass(61_000);
    const status = line.telephony.callStatus.bind(line.telephony);
    line.telephony.callStatus = async (callSid) => {
      await call.callerJoins();
      await status(callSid);
      return { status: 'completed', endedAt: 1 };
    };
    await lookUp(line);
    await call.expectPhase('ringing');
  });
});
