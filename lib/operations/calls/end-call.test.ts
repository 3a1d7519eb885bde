import { describe, expect, test } from 'vitest';
import { dialects } from '@/db/testing';
import type { TestName } from '@/lib/operations/employees/testing';
import { openLine } from '@/tests/call-driver';
import { talkOf, throughTheCard } from '@/tests/talk-driver';
import { hangUp } from './end-call';
import { listMyCalls } from './list-my-calls';

describe.each(dialects)('hanging up on %s', (dialect) => {
  async function talking() {
    const line = await openLine(dialect);
    await line.available('anna', 'boris', 'pavel');
    const call = await line.callerCalls();
    await call.callerJoins();
    await call.answers('anna');
    const hangsUp = async (name: TestName) => {
      await hangUp(line.world.as(line.company.as(name)), { callId: call.callId });
      await line.dispatch();
      return line.telephony.sentOf('endCall').length;
    };
    return { line, call, hangsUp };
  }
  const toSales = { kind: 'department', departmentKind: 'sales' } as const;

  test('is for who talks to the caller alone', async () => {
    const { hangsUp } = await talking();
    await expect(hangsUp('boris')).rejects.toMatchObject({ code: 'forbidden' });
    expect(await hangsUp('anna')).toBe(1);
  });

  test('is for who leads the conversation while nobody has taken the hand-over', async () => {
    const { call, hangsUp } = await talking();
    await call.handsOver(toSales);
    await expect(hangsUp('pavel')).rejects.toMatchObject({ code: 'forbidden' });
    expect(await hangsUp('anna')).toBe(1);
  });

  test('by the telephone at the closing words that the line will not take brings the caller back (I8)', async () => {
    const { line, call } = await talking();
    await talkOf(call, 'anna').say({ type: 'caller.askedAboutProducts' }, ...throughTheCard);
    line.telephony.nextAnswers.push({ result: 'refused', problem: '401' });
    await call.leaves('anna');
    expect(await call.row()).toMatchObject({ phase: 'talking', claimedBy: null });
    await line.dispatch();
    expect(await call.row()).toMatchObject({ phase: 'ringing', endedAt: null });
    await line.dispatch();
    expect(line.telephony.sent.at(-1)).toMatchObject({ type: 'hold' });
    expect(await call.offeredTo()).toEqual(['anna']);
    expect(await listMyCalls(line.world.as(line.company.as('anna')))).toMatchObject({
      calls: [{ offer: { purpose: 'resume' }, troubles: [{ type: 'endCall' }] }],
    });
    await line.pass(20);
    expect(await call.offeredTo()).toEqual(['anna', 'boris']);
    await call.answers('anna');
    expect(line.telephony.sent.at(-1)).toMatchObject({ type: 'unhold' });
  });

  test('by the telephone of who took the hand-over that the line will not take rings at them again (I8)', async () => {
    const { line, call } = await talking();
    await call.handsOver(toSales);
    await call.answers('pavel');
    line.telephony.nextAnswers.push({ result: 'refused', problem: '401' });
    await call.leaves('pavel');
    await line.dispatch();
    expect(await call.offeredTo()).toEqual(['pavel']);
    await call.answers('pavel');
    expect(await call.row()).toMatchObject({ phase: 'talking', claimedBy: 'pavel', ownerId: 'anna' });
  });

  test('is no longer for who led the conversation once the hand-over is taken', async () => {
    const { call, hangsUp } = await talking();
    await call.handsOver(toSales);
    await call.claims('pavel');
    await expect(hangsUp('anna')).rejects.toMatchObject({ code: 'forbidden' });
    await call.line.dispatch();
    await call.joins('pavel');
    await expect(hangsUp('anna')).rejects.toMatchObject({ code: 'forbidden' });
    expect(await hangsUp('pavel')).toBe(1);
  });
});
