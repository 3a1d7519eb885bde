import { describe, expect, test } from 'vitest';
import { listCallClaims } from '@/db/call-claims';
import { listPhoneCommands } from '@/db/phone-commands';
import { dialects } from '@/db/testing';
import { troublesOf } from '@/lib/domain/calls/troubles';
import type { Telephony } from '@/lib/domain/telephony';
import { openLine, type TestCall, type TestLine } from '@/tests/call-driver';
import { dispatchPhoneCommands, releaseStartedCommands } from './dispatch-phone-commands';

const retry = { result: 'retry', problem: '503', afterMs: 1000 } as const;

async function claimed(dialect: (typeof dialects)[number]) {
  const line = await openLine(dialect);
  await line.available('anna', 'boris');
  const call = await line.callerCalls();
  await call.callerJoins();
  await call.claims('anna');
  return { line, call };
}

const states = async (line: TestLine, call: TestCall) =>
  (await listPhoneCommands(line.store.read, call.callId)).map(
    ({ command, state }) => `${command.type} ${state}`,
  );

/** The process dies while a command is under way; another one starts on the same database. */
async function dies(line: TestLine) {
  line.telephony.nextAnswers.push('crash');
  await line.dispatch().catch(() => undefined);
  line.busyCalls.clear();
}

describe.each(dialects)('phone commands on %s', (dialect) => {
  test('of one call go in order and one at a time; of several calls side by side', async () => {
    const { line, call } = await claimed(dialect);
    await line.dispatch();
    await call.joins('anna');
    await call.handsOver({ kind: 'department', departmentKind: 'sales' });
    expect(line.telephony.sent.map(({ type }) => type)).toEqual(['join', 'hold', 'removeLeg']);
    expect(await states(line, call)).toEqual(['join done', 'hold done', 'removeLeg done']);
  });

  test('sent by two dispatchers at once are sent once (I3)', async () => {
    const { line } = await claimed(dialect);
    await Promise.all(
      Array.from({ length: 5 }, () => {
        line.busyCalls.clear();
        return line.dispatch();
      }),
    );
    expect(line.telephony.sentOf('join')).toHaveLength(1);
  });

  test('behind one that waits for the provider wait too, and are sent when it answers', async () => {
    const { line, call } = await claimed(dialect);
    await line.dispatch();
    await call.joins('anna');
    line.telephony.nextAnswers.push(retry, retry);
    await call.handsOver({ kind: 'department', departmentKind: 'sales' });
    expect(await states(line, call)).toEqual(['join done', 'hold pending', 'removeLeg pending']);
    expect((await listPhoneCommands(line.store.read, call.callId))[1]).toMatchObject({ problem: '503' });
    await line.pass(8);
    expect(await states(line, call)).toEqual(['join done', 'hold done', 'removeLeg done']);
  });

  test('a join the provider refuses releases the claim at once', async () => {
    const { line, call } = await claimed(dialect);
    line.telephony.nextAnswers.push({ result: 'refused', problem: '21211 invalid number' });
    await line.dispatch();
    await call.expectPhase('ringing');
    expect(await states(line, call)).toEqual(['join failed']);
    expect(await call.offeredTo()).toEqual(['anna', 'boris']);
  });

  test('a join whose answer was lost is looked up, not sent again (I3)', async () => {
    const { line, call } = await claimed(dialect);
    line.telephony.nextAnswers.push('lost');
    await line.dispatch();
    expect(await states(line, call)).toEqual(['join started']);
    await line.pass(4);
    expect(line.telephony.sentOf('join')).toHaveLength(1);
    expect(await states(line, call)).toEqual(['join done']);
    expect(await listCallClaims(line.store.read, call.callId)).toMatchObject([{ legCallSid: 'CA-leg-1' }]);
  });

  test('of which nobody knows whether the line took it is shown while it is looked up', async () => {
    const { line, call } = await claimed(dialect);
    line.telephony.nextAnswers.push({ result: 'unknown', problem: '500' });
    await line.dispatch();
    expect(troublesOf(await listPhoneCommands(line.store.read, call.callId))).toMatchObject([
      { type: 'join', state: 'started', problem: '500' },
    ]);
    await line.pass(10);
    expect(troublesOf(await listPhoneCommands(line.store.read, call.callId))).toEqual([]);
  });

  test('a join whose answer was lost is not sent again after the person came and went (I3)', async () => {
    const { line, call } = await claimed(dialect);
    line.telephony.nextAnswers.push('lost');
    await line.dispatch();
    await call.joins('anna');
    await call.leaves('anna');
    await line.pass(10);
    expect(line.telephony.sentOf('join')).toHaveLength(1);
    expect((await states(line, call))[0]).toBe('join done');
  });

  test('a join that never reached the provider is sent once more, then shown to a person', async () => {
    const { line, call } = await claimed(dialect);
    const unknown = { result: 'unknown', problem: 'timeout' } as const;
    line.telephony.nextAnswers.push(unknown, unknown, unknown);
    await line.dispatch();
    await line.pass(20);
    expect(await states(line, call)).toEqual(['join needsPerson']);
  });

  test('a join is void once its claim is released, and never rings a phone late', async () => {
    const { line, call } = await claimed(dialect);
    line.telephony.nextAnswers.push(...Array.from({ length: 20 }, () => retry));
    await line.pass(30);
    await call.expectPhase('ringing');
    line.telephony.nextAnswers.length = 0;
    await line.pass(20);
    expect(line.telephony.sentOf('join')).toEqual([]);
    expect(await states(line, call)).toEqual(['join void']);
  });

  test('a join whose claim ended while it was being sent is not sent again', async () => {
    const { line, call } = await claimed(dialect);
    const { telephony } = line;
    const hangsUpMeanwhile: Telephony = {
      carryOut: async () => {
        await call.callerHangsUp();
        return retry;
      },
      callStatus: (callSid) => telephony.callStatus(callSid),
      hasRung: (leg) => telephony.hasRung(leg),
      recordingsOf: (callSid) => telephony.recordingsOf(callSid),
      receivedCalls: (since, limit) => telephony.receivedCalls(since, limit),
      legsOf: (callId) => telephony.legsOf(callId),
    };
    await dispatchPhoneCommands(line.system, hangsUpMeanwhile, line.busyCalls);
    expect(await states(line, call)).toEqual(['join void']);
    await line.pass(5);
    expect(telephony.sent).toEqual([]);
  });

  test('a leg made while its claim ended is ended as soon as it is known', async () => {
    const { line, call } = await claimed(dialect);
    line.telephony.nextAnswers.push('lost');
    await line.dispatch();
    await call.callerHangsUp();
    line.telephony.rooms.set(call.callId, {
      conferenceSid: call.conferenceSid,
      legs: [{ label: 'agent_anna_1', callSid: 'CA-leg-1', status: 'ringing', hold: false }],
    });
    await line.pass(5);
    expect(line.telephony.sentOf('endCall')).toEqual([{ type: 'endCall', callSid: 'CA-leg-1' }]);
  });

  test('end with the call: what waits for an ended call is void, but its own end is carried out', async () => {
    const { line, call } = await claimed(dialect);
    await line.dispatch();
    await call.joins('anna');
    line.telephony.nextAnswers.push(retry);
    await call.handsOver({ kind: 'department', departmentKind: 'sales' });
    await call.callerHangsUp();
    expect(await states(line, call)).toEqual(['join done', 'hold void', 'removeLeg void']);
  });

  test('the last words whose answer was lost are not said again', async () => {
    const line = await openLine(dialect);
    const call = await line.callerCalls();
    await call.callerJoins();
    await line.pass(119);
    line.telephony.nextAnswers.push('lost');
    await line.pass(10);
    expect(line.telephony.sentOf('sayAndEnd')).toHaveLength(1);
    expect(await states(line, call)).toEqual(['sayAndEnd done']);
  });

  test('the last words that never reached the provider are said to the caller who still waits', async () => {
    const line = await openLine(dialect);
    const call = await line.callerCalls();
    await call.callerJoins();
    await line.pass(119);
    line.telephony.nextAnswers.push({ result: 'unknown', problem: '503' });
    await line.pass(10);
    expect(line.telephony.sentOf('sayAndEnd')).toHaveLength(1);
    expect(await states(line, call)).toEqual(['sayAndEnd done']);
  });

  test('an end the line refuses can be ordered again, and once done is no trouble any more', async () => {
    const { line, call } = await claimed(dialect);
    await line.dispatch();
    await call.joins('anna');
    line.telephony.nextAnswers.push({ result: 'refused', problem: '401' });
    await call.saysGoodbye();
    expect(await states(line, call)).toEqual(['join done', 'endCall failed']);
    expect(troublesOf(await listPhoneCommands(line.store.read, call.callId))).toMatchObject([
      { type: 'endCall' },
    ]);
    await call.saysGoodbye();
    expect(await states(line, call)).toEqual(['join done', 'endCall failed', 'endCall done']);
    expect(troublesOf(await listPhoneCommands(line.store.read, call.callId))).toEqual([]);
  });

  test('an end that waits for the provider is not ordered a second time', async () => {
    const { line, call } = await claimed(dialect);
    await line.dispatch();
    await call.joins('anna');
    line.telephony.nextAnswers.push(retry);
    await call.saysGoodbye();
    await call.saysGoodbye();
    expect(await states(line, call)).toEqual(['join done', 'endCall pending']);
  });

  test('an end the line refuses frees the person whose phone is down: the caller is offered again', async () => {
    const { line, call } = await claimed(dialect);
    await line.dispatch();
    await call.joins('anna');
    line.telephony.nextAnswers.push({ result: 'refused', problem: '401' });
    await call.saysGoodbye();
    await call.leaves('anna');
    expect(await call.row()).toMatchObject({ phase: 'ringing', claimedBy: null });
  });

  test('a phone that could not be rung is no trouble once another was', async () => {
    const { line, call } = await claimed(dialect);
    line.telephony.nextAnswers.push({ result: 'refused', problem: '21211 invalid number' });
    await line.dispatch();
    expect(troublesOf(await listPhoneCommands(line.store.read, call.callId))).toMatchObject([
      { type: 'join' },
    ]);
    await call.answers('boris');
    expect(troublesOf(await listPhoneCommands(line.store.read, call.callId))).toEqual([]);
  });

  test('for a call already over are no failure', async () => {
    const { line, call } = await claimed(dialect);
    await line.dispatch();
    await call.joins('anna');
    line.telephony.nextAnswers.push({ result: 'gone', problem: '21220' });
    await call.saysGoodbye();
    expect(await states(line, call)).toEqual(['join done', 'endCall void']);
  });

  test('keep the end of the call through a provider that is down for minutes', async () => {
    const { line, call } = await claimed(dialect);
    await line.dispatch();
    await call.joins('anna');
    line.telephony.nextAnswers.push(...Array.from({ length: 10 }, () => retry));
    await call.saysGoodbye();
    await line.pass(130);
    expect(line.telephony.sentOf('endCall')).toHaveLength(1);
    expect(await states(line, call)).toEqual(['join done', 'endCall done']);
  });
});

describe.each(dialects)('a process that dies on %s', (dialect) => {
  test('before a join reached the provider: the next one looks it up and sends it', async () => {
    const { line, call } = await claimed(dialect);
    await dies(line);
    await releaseStartedCommands(line.system());
    await line.dispatch();
    expect(line.telephony.sentOf('join')).toHaveLength(1);
    expect(await states(line, call)).toEqual(['join done']);
  });

  test('after a join reached the provider: the next one finds the leg and rings nobody twice', async () => {
    const { line, call } = await claimed(dialect);
    line.telephony.rooms.get(call.callId)!.legs.push({
      label: 'agent_anna_1',
      callSid: 'CA-before',
      status: 'ringing',
      hold: false,
    });
    await dies(line);
    await releaseStartedCommands(line.system());
    await line.dispatch();
    expect(line.telephony.sentOf('join')).toEqual([]);
    expect(await listCallClaims(line.store.read, call.callId)).toMatchObject([{ legCallSid: 'CA-before' }]);
  });

  test('after a phone was rung that was busy: the next one does not ring it again, and the call is offered anew (I3)', async () => {
    const { line, call } = await claimed(dialect);
    line.telephony.nextAnswers.push('lost');
    await line.dispatch();
    line.telephony.rooms.get(call.callId)!.legs.pop();
    await releaseStartedCommands(line.system());
    await line.pass(31);
    expect(line.telephony.sentOf('join')).toHaveLength(1);
    expect(await states(line, call)).toEqual(['join void']);
    await call.expectPhase('ringing');
  });

  test('during a hold: it is sent again, since holding twice is holding', async () => {
    const { line, call } = await claimed(dialect);
    await line.dispatch();
    await call.joins('anna');
    line.telephony.nextAnswers.push('crash');
    await call.handsOver({ kind: 'department', departmentKind: 'sales' }).catch(() => undefined);
    line.busyCalls.clear();
    await releaseStartedCommands(line.system());
    await line.dispatch();
    expect(await states(line, call)).toEqual(['join done', 'hold done', 'removeLeg done']);
  });

  test('during the last words: a caller who has left the room has heard them', async () => {
    const line = await openLine(dialect);
    const call = await line.callerCalls();
    await call.callerJoins();
    line.world.pass(120_000);
    line.telephony.nextAnswers.push('crash');
    await line.pass(0);
    const { fireDueDeadlines } = await import('@/lib/operations/deadlines/sweep');
    await fireDueDeadlines(line.system());
    await line.dispatch().catch(() => undefined);
    line.busyCalls.clear();
    line.telephony.rooms.get(call.callId)!.legs.length = 0;
    await releaseStartedCommands(line.system());
    await line.dispatch();
    expect(line.telephony.sent).toEqual([]);
    expect(await states(line, call)).toEqual(['sayAndEnd done']);
  });

  test('of several processes: two that look the same join up ring the phone once', async () => {
    const { line, call } = await claimed(dialect);
    await dies(line);
    line.world.pass(21_000);
    const { telephony } = line;
    let tellSlowOne = () => {};
    const untilTold = new Promise<void>((resolve) => {
      tellSlowOne = resolve;
    });
    let hasLookedUp = () => {};
    const untilLookedUp = new Promise<void>((resolve) => {
      hasLookedUp = resolve;
    });
    const slowProvider: Telephony = {
      carryOut: (command, callId) => telephony.carryOut(command, callId),
      callStatus: (callSid) => telephony.callStatus(callSid),
      hasRung: (leg) => telephony.hasRung(leg),
      recordingsOf: (callSid) => telephony.recordingsOf(callSid),
      receivedCalls: (since, limit) => telephony.receivedCalls(since, limit),
      legsOf: async (callId) => {
        const found = structuredClone(await telephony.legsOf(callId));
        hasLookedUp();
        await untilTold;
        return found;
      },
    };
    const slow = dispatchPhoneCommands(line.system, slowProvider, new Set());
    await untilLookedUp;
    telephony.nextAnswers.push('lost');
    await line.dispatch();
    tellSlowOne();
    await slow;
    expect(telephony.sentOf('join')).toHaveLength(1);
    await line.pass(5);
    expect(await states(line, call)).toEqual(['join done']);
    expect(telephony.sentOf('join')).toHaveLength(1);
  });

  test('of several processes: a command another one has under way is left to it for its time', async () => {
    const { line, call } = await claimed(dialect);
    await dies(line);
    await line.pass(19);
    expect(await states(line, call)).toEqual(['join started']);
    await line.pass(2);
    expect(await states(line, call)).toEqual(['join done']);
  });
});
