import { describe, expect, test } from 'vitest';
import { insertBlockedNumber } from '@/db/blocked-numbers';
import { listCallOffers } from '@/db/call-offers';
import { findCallBySid } from '@/db/calls';
import { findMissedCall } from '@/db/next-reactions';
import { dialects } from '@/db/testing';
import type { ReceivedCall } from '@/lib/domain/telephony';
import { callerNumber, companyNumber, openLine, type TestLine } from '@/tests/call-driver';
import { unheardOverlapMs, unheardSince, writeUnheardCalls } from './write-unheard-calls';

const otherCaller = '+79131112233';

async function ourLine(dialect: (typeof dialects)[number]): Promise<TestLine> {
  const line = await openLine(dialect);
  await line.hasNumber();
  return line;
}

/** A call of which the line told us nothing, some seconds long. */
function rings(line: TestLine, secondsAgo: number, learnt: Partial<ReceivedCall> = {}): ReceivedCall {
  const startedAt = line.world.now() - secondsAgo * 1000;
  const call = {
    callSid: `CA${String(line.telephony.received.length).padStart(32, '0')}`,
    from: otherCaller,
    to: companyNumber,
    status: 'completed',
    startedAt,
    endedAt: startedAt + 5000,
    ...learnt,
  };
  line.telephony.received.unshift(call);
  return call;
}

const asks = (line: TestLine, since = 0) =>
  writeUnheardCalls(line.system(), { telephony: line.telephony, since });

const rowOf = (line: TestLine, { callSid }: ReceivedCall) => findCallBySid(line.store.read, callSid);

describe.each(dialects)('calls that came while the line could not reach us on %s', (dialect) => {
  test('are missed calls at the time they came, have rung nobody, and are written once (IN-11, S9)', async () => {
    const line = await ourLine(dialect);
    await line.available('anna');
    const unheard = rings(line, 300);
    expect(await asks(line)).toBe(1);
    expect(await asks(line)).toBe(0);
    await line.pass(16);
    const call = (await rowOf(line, unheard))!;
    expect(call).toMatchObject({
      phase: 'ended',
      outcome: 'missed',
      callerE164: otherCaller,
      arrivedAt: unheard.startedAt,
      endedAt: unheard.endedAt,
      endedBy: 'system',
    });
    expect(await listCallOffers(line.store.read, call.id)).toEqual([]);
    expect(await findMissedCall(line.store.read, call.id)).toMatchObject({
      callerE164: otherCaller,
      responsibleDepartmentId: 'client',
      endedAt: null,
    });
  });

  test('are told to hang up when the line asks about them after all', async () => {
    const line = await ourLine(dialect);
    const unheard = rings(line, 300);
    await asks(line);
    expect(await line.announces(unheard.callSid, otherCaller)).toContain('<Hangup/>');
    expect(await rowOf(line, unheard)).toMatchObject({ phase: 'ended' });
  });

  test('are none that we know, that still go on or have just ended, or that came to a number not ours', async () => {
    const line = await ourLine(dialect);
    const known = await line.callerCalls();
    await known.callerHangsUp();
    await line.pass(120);
    const { callSid } = await known.row();
    rings(line, 120, { callSid, from: callerNumber });
    rings(line, 600, { status: 'in-progress', endedAt: null });
    rings(line, 30);
    rings(line, 300, { to: '+74950000000' });
    expect(await asks(line)).toBe(0);
  });

  test('from a blocked number leave a journal line only, from one who called again and was answered nothing to do', async () => {
    const line = await ourLine(dialect);
    await line.available('anna');
    await line.store.tx((db) =>
      insertBlockedNumber(db, {
        e164: otherCaller,
        reason: 'спам',
        callId: null,
        blockedBy: 'anna',
        blockedAt: 0,
      }),
    );
    const blocked = rings(line, 300);
    const again = rings(line, 200, { from: callerNumber });
    const call = await line.callerCalls();
    await call.callerJoins();
    await call.answers('anna');
    await call.callerHangsUp();
    await line.pass(20);
    expect(await asks(line)).toBe(2);
    await line.pass(16);
    expect(await rowOf(line, blocked)).toMatchObject({ outcome: 'blocked' });
    expect(await findMissedCall(line.store.read, (await rowOf(line, blocked))!.id)).toBeNull();
    expect(await findMissedCall(line.store.read, (await rowOf(line, again))!.id)).toMatchObject({
      outcome: 'calledAgain',
      endedAt: expect.any(Number),
    });
  });

  test('are looked for since shortly before the last call that was heard of', async () => {
    const line = await openLine(dialect);
    expect(await unheardSince(line.system())).toBeNull();
    const call = await line.callerCalls();
    expect(await unheardSince(line.system())).toBe((await call.row()).arrivedAt - unheardOverlapMs);
  });
});
