import { describe, expect, test } from 'vitest';
import { dialects } from '@/db/testing';
import { openLine, type TestLine } from '@/tests/call-driver';
import { getCallView } from './get-call';
import { listMyCalls } from './list-my-calls';
import { takeBackCall } from './take-back-call';
import { transferCall } from './transfer-call';

type Name = 'anna' | 'boris' | 'pavel';
const sales = { kind: 'department', departmentKind: 'sales' } as const;

/** Anna hands the caller over to sales, where it rings at Pavel. */
async function handingOver(dialect: (typeof dialects)[number]) {
  const line = await openLine(dialect);
  await line.available('anna', 'boris', 'pavel', 'stepan');
  const call = await line.callerCalls();
  await call.callerJoins();
  await call.answers('anna');
  await call.handsOver(sales);
  await call.leaves('anna', 'participant_updated_via_api');
  return { line, call };
}

const barOf = async (line: TestLine, name: Name) =>
  (await listMyCalls(line.world.as(line.company.as(name)))).calls;

describe.each(dialects)('taking a hand-over back on %s', (dialect) => {
  test('ends its ringing and joins whoever gave it to the caller, who leads on from the returned call (IN-10)', async () => {
    const { line, call } = await handingOver(dialect);
    expect(await call.offeredTo()).toEqual(['pavel']);
    expect(await barOf(line, 'anna')).toMatchObject([{ phase: 'handingOver', mayTakeBack: true }]);
    await call.does('anna', takeBackCall);
    expect(await call.offeredTo()).toEqual([]);
    expect(await barOf(line, 'pavel')).toEqual([]);
    expect(line.telephony.sent.at(-1)).toMatchObject({ type: 'join', label: 'agent_anna_2' });
    expect(await barOf(line, 'anna')).toMatchObject([{ phase: 'claimed', mayTakeBack: false }]);
    await call.joins('anna');
    await line.dispatch();
    expect(line.telephony.sent.at(-1)).toMatchObject({ type: 'unhold' });
    expect(await call.row()).toMatchObject({
      phase: 'talking',
      claimedBy: 'anna',
      ownerId: 'anna',
      departmentId: 'client',
      handOverDepartmentId: null,
    });
    expect(await barOf(line, 'anna')).toMatchObject([{ isTaken: false }]);
    await line.pass(60);
    expect(await call.row()).toMatchObject({ phase: 'talking', claimedBy: 'anna' });
  });

  test('is won by whoever is first: one who has answered keeps the caller, one who comes later is told the name', async () => {
    const taken = await handingOver(dialect);
    await taken.call.claims('pavel');
    await expect(taken.call.does('anna', takeBackCall)).rejects.toMatchObject({ code: 'alreadyClaimed' });
    expect(await taken.call.row()).toMatchObject({ claimedBy: 'pavel', claimGeneration: 2 });
    const back = await handingOver(dialect);
    await back.call.does('anna', takeBackCall);
    await expect(back.call.claims('pavel')).rejects.toMatchObject({ code: 'alreadyClaimed' });
    await back.call.does('anna', takeBackCall);
    expect(await back.call.row()).toMatchObject({ claimedBy: 'anna', claimGeneration: 2 });
  });

  test('is possible too while it comes back to the department', async () => {
    const { line, call } = await handingOver(dialect);
    await line.onBreak('anna');
    await call.declines('pavel');
    expect(await call.offeredTo()).toEqual(['boris']);
    expect(await barOf(line, 'anna')).toMatchObject([{ phase: 'ringing', offer: null, mayTakeBack: true }]);
    await call.does('anna', takeBackCall);
    await call.joins('anna');
    expect(await call.row()).toMatchObject({ phase: 'talking', claimedBy: 'anna' });
  });

  test('by whoever passed on what they took keeps it one they may pass on', async () => {
    const line = await openLine(dialect);
    await line.available('anna', 'pavel', 'stepan');
    const call = await line.callerCalls();
    await call.callerJoins();
    await call.answers('anna');
    await call.handsOver(sales);
    await call.answers('pavel');
    await call.does('pavel', transferCall, { to: { kind: 'department', departmentId: 'support' } });
    await call.leaves('pavel', 'participant_updated_via_api');
    expect(await barOf(line, 'pavel')).toMatchObject([{ phase: 'handingOver', mayTakeBack: true }]);
    await expect(call.does('anna', takeBackCall)).rejects.toMatchObject({ code: 'forbidden' });
    await call.does('pavel', takeBackCall);
    expect(await call.offeredTo()).toEqual([]);
    await call.joins('pavel');
    expect(await call.row()).toMatchObject({ phase: 'talking', claimedBy: 'pavel', ownerId: 'anna' });
    expect(await barOf(line, 'pavel')).toMatchObject([{ isTaken: true }]);
  });

  test('is refused to who is on another call, after the end, and to who gave nobody away', async () => {
    const { line, call } = await handingOver(dialect);
    await expect(call.does('boris', takeBackCall)).rejects.toMatchObject({ code: 'forbidden' });
    const other = await line.callerCalls({ from: '+79131112233' });
    await other.callerJoins();
    await expect(other.does('anna', takeBackCall)).rejects.toMatchObject({ code: 'forbidden' });
    await other.claims('anna');
    await expect(call.does('anna', takeBackCall)).rejects.toMatchObject({
      details: { reason: 'onAnotherCall' },
    });
    await other.callerHangsUp();
    await call.callerHangsUp();
    await expect(call.does('anna', takeBackCall)).rejects.toMatchObject({ details: { reason: 'ended' } });
  });

  test('whose telephone is not answered offers the caller to the department', async () => {
    const { line, call } = await handingOver(dialect);
    await call.does('anna', takeBackCall);
    await call.phoneIs('no-answer', 'anna');
    expect(await call.offeredTo()).toEqual(['anna', 'boris']);
    await call.answers('boris');
    const boris = line.world.as(line.company.as('boris'));
    expect(await getCallView(boris, { callId: call.callId })).toMatchObject({ owner: { id: 'boris' } });
  });
});
