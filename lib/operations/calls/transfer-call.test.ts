import { describe, expect, test } from 'vitest';
import { dialects } from '@/db/testing';
import { openLine, type TestLine } from '@/tests/call-driver';
import { getCallView } from './get-call';
import { listMyCalls } from './list-my-calls';
import { transferCall } from './transfer-call';

type Name = 'anna' | 'pavel' | 'stepan';
const toSupport = { to: { kind: 'department', departmentId: 'support' } } as const;

/** Pavel of sales took the call that Anna handed over. */
async function taken(dialect: (typeof dialects)[number]) {
  const line = await openLine(dialect);
  await line.available('anna', 'boris', 'pavel', 'stepan');
  const call = await line.callerCalls();
  await call.callerJoins();
  await call.answers('anna');
  await call.handsOver({ kind: 'department', departmentKind: 'sales' });
  await call.answers('pavel');
  return { line, call };
}

const barOf = async (line: TestLine, name: Name) =>
  (await listMyCalls(line.world.as(line.company.as(name)))).calls;

describe.each(dialects)('a transfer on %s', (dialect) => {
  test('lets who took the call go at once and rings the others, who keep the caller (S3)', async () => {
    const { line, call } = await taken(dialect);
    const sent = line.telephony.sent.length;
    await call.does('pavel', transferCall, toSupport);
    expect(line.telephony.sent.slice(sent)).toEqual([
      { type: 'hold', conferenceSid: call.conferenceSid },
      { type: 'removeLeg', conferenceSid: call.conferenceSid, label: 'agent_pavel_2' },
    ]);
    expect(await call.offeredTo()).toEqual(['stepan']);
    expect(await barOf(line, 'anna')).toEqual([]);
    await call.leaves('pavel', 'participant_updated_via_api');
    await call.answers('stepan');
    expect(line.telephony.sent.at(-1)).toMatchObject({ type: 'unhold' });
    expect(await call.row()).toMatchObject({ phase: 'talking', claimedBy: 'stepan', ownerId: 'anna' });
    expect(await barOf(line, 'stepan')).toMatchObject([{ isTaken: true }]);
    await call.leaves('stepan');
    await line.dispatch();
    expect(line.telephony.sent.at(-1)).toMatchObject({ type: 'endCall' });
  });

  test('nobody takes comes back to whoever passed it on, then to the client department (IN-10)', async () => {
    const { line, call } = await taken(dialect);
    await call.does('pavel', transferCall, toSupport);
    await line.pass(25);
    expect(await call.offeredTo()).toEqual(['pavel']);
    expect(await barOf(line, 'pavel')).toMatchObject([{ offer: { purpose: 'resume' } }]);
    await line.pass(30);
    expect(await call.offeredTo()).toEqual(['anna', 'boris']);
    await call.answers('boris');
    expect(await call.row()).toMatchObject({ phase: 'talking', claimedBy: 'boris', ownerId: 'anna' });
    const boris = line.world.as(line.company.as('boris'));
    expect(await getCallView(boris, { callId: call.callId })).toMatchObject({ isTaken: true });
  });

  test('to whoever led the conversation makes the call one they may pass on themselves', async () => {
    const { line, call } = await taken(dialect);
    await call.does('pavel', transferCall, { to: { kind: 'employee', employeeId: 'anna' } });
    expect(await barOf(line, 'anna')).toMatchObject([{ offer: { purpose: 'handOver' } }]);
    await call.claims('anna');
    expect(await barOf(line, 'anna')).toMatchObject([{ phase: 'claimed', isTaken: true }]);
    await line.dispatch();
    await call.joins('anna');
    expect(await barOf(line, 'anna')).toMatchObject([{ phase: 'talking', isTaken: true }]);
    await call.does('anna', transferCall, toSupport);
    expect(await call.offeredTo()).toEqual(['stepan']);
    await call.callerHangsUp();
    const anna = line.world.as(line.company.as('anna'));
    expect(await getCallView(anna, { callId: call.callId })).toMatchObject({ isTaken: false });
  });

  test('whose last leg the line would not remove is no trouble once it has left by itself', async () => {
    const { line, call } = await taken(dialect);
    line.telephony.nextAnswers.push({ result: 'done' }, { result: 'refused', problem: '401' });
    await call.does('pavel', transferCall, toSupport);
    const troubles = async () => (await getCallView(line.world.as(line.company.as('marina')), call)).troubles;
    expect(await troubles()).toMatchObject([{ type: 'removeLeg', state: 'failed' }]);
    await call.legLeaves('agent_pavel_2');
    expect(await troubles()).toEqual([]);
  });

  test('that comes back is taken again by whoever passed it on', async () => {
    const { line, call } = await taken(dialect);
    await call.does('pavel', transferCall, toSupport);
    await call.declines('stepan');
    expect(await call.offeredTo()).toEqual(['pavel']);
    await call.claims('pavel');
    expect(await barOf(line, 'pavel')).toMatchObject([{ phase: 'claimed', isTaken: true }]);
    await line.dispatch();
    await call.joins('pavel');
    expect(await call.row()).toMatchObject({ phase: 'talking', claimedBy: 'pavel', ownerId: 'anna' });
    expect(await barOf(line, 'pavel')).toMatchObject([{ isTaken: true }]);
  });

  test('ends for all when the caller hangs up meanwhile', async () => {
    const { line, call } = await taken(dialect);
    await call.does('pavel', transferCall, toSupport);
    await call.callerHangsUp();
    expect(await call.offeredTo()).toEqual([]);
    await line.pass(60);
    expect(await call.row()).toMatchObject({ phase: 'ended', outcome: 'answered' });
  });

  test('is refused to the client manager, to nobody who could be rung, and to who is not on the line', async () => {
    const { line, call } = await taken(dialect);
    await line.onBreak('stepan');
    await expect(call.does('pavel', transferCall, toSupport)).rejects.toMatchObject({
      details: { reason: 'nobodyAvailable' },
    });
    await expect(call.does('anna', transferCall, toSupport)).rejects.toMatchObject({ code: 'forbidden' });
    const other = await line.callerCalls({ from: '+79131112233' });
    await other.callerJoins();
    await other.answers('anna');
    await expect(other.does('anna', transferCall, toSupport)).rejects.toMatchObject({
      details: { reason: 'leadsScript' },
    });
    expect(await call.row()).toMatchObject({ phase: 'talking', claimedBy: 'pavel' });
  });
});
