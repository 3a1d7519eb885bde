import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { dialects } from '@/db/testing';
import { openLine } from '@/tests/call-driver';

const toSales = { kind: 'department', departmentKind: 'sales' } as const;

async function talking(dialect: (typeof dialects)[number]) {
  const line = await openLine(dialect);
  await line.available('anna', 'boris', 'pavel', 'polina');
  const call = await line.callerCalls();
  await call.callerJoins();
  await call.answers('anna');
  return { line, call };
}

describe.each(dialects)('a hand-over on %s', (dialect) => {
  test('puts the caller on hold, takes the manager out and rings the whole department (S3)', async () => {
    const { line, call } = await talking(dialect);
    await call.handsOver(toSales);
    await call.expectPhase('handingOver');
    expect(line.telephony.sent.slice(1)).toEqual([
      { type: 'hold', conferenceSid: call.conferenceSid },
      { type: 'removeLeg', conferenceSid: call.conferenceSid, label: 'agent_anna_1' },
    ]);
    expect(await call.offeredTo()).toEqual(['pavel', 'polina']);
    await call.leaves('anna', 'participant_updated_via_api');
    await call.expectPhase('handingOver');
  });

  test('that is answered takes the caller off hold; whoever answered ends the call by hanging up', async () => {
    const { line, call } = await talking(dialect);
    await call.handsOver(toSales);
    await call.answers('pavel');
    expect(line.telephony.sent.at(-1)).toEqual({ type: 'unhold', conferenceSid: call.conferenceSid });
    expect(await call.row()).toMatchObject({ phase: 'talking', ownerId: 'anna', claimedBy: 'pavel' });
    await call.leaves('pavel');
    await line.dispatch();
    expect(line.telephony.sent.at(-1)).toEqual({ type: 'endCall', callSid: call.callSid });
  });

  test('to one person rings that person alone (IN-3)', async () => {
    const { call } = await talking(dialect);
    await call.handsOver({ kind: 'employee', employeeId: 'polina' });
    expect(await call.offeredTo()).toEqual(['polina']);
    expect(await call.row()).toMatchObject({ handOverEmployeeId: 'polina', handOverDepartmentId: 'sales' });
    await expect(call.claims('pavel')).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('nobody takes in 25 s returns to the same manager for one offer, then to the whole department (IN-10, IN-11)', async () => {
    const { line, call } = await talking(dialect);
    await call.handsOver(toSales);
    await line.pass(24);
    expect(await call.offeredTo()).toEqual(['pavel', 'polina']);
    await line.pass(1);
    await call.expectPhase('ringing');
    expect(await call.offeredTo()).toEqual(['anna']);
    await line.pass(29);
    expect(await call.offeredTo()).toEqual(['anna']);
    await line.pass(1);
    expect(await call.offeredTo()).toEqual(['anna', 'boris']);
    await call.answers('boris');
    expect(line.telephony.sent.at(-1)).toMatchObject({ type: 'unhold' });
    expect(await call.row()).toMatchObject({ phase: 'talking', ownerId: 'boris' });
  });

  test('that returns while the manager is not free goes to the whole department at once (IN-10)', async () => {
    const { line, call } = await talking(dialect);
    await call.handsOver(toSales);
    await line.onBreak('anna');
    await line.pass(25);
    expect(await call.offeredTo()).toEqual(['boris']);
  });

  test('that returns to an absent manager rings their substitute first (CS-9, IN-10)', async () => {
    const { line, call } = await talking(dialect);
    await call.handsOver(toSales);
    await line.isAbsent('anna', 'boris');
    await line.available('clara');
    await line.pass(25);
    expect(await call.offeredTo()).toEqual(['boris']);
    await line.pass(30);
    expect(await call.offeredTo()).toEqual(['boris', 'clara']);
  });

  test('everybody declines returns at once (IN-10)', async () => {
    const { call } = await talking(dialect);
    await call.handsOver(toSales);
    await call.declines('pavel');
    await call.expectPhase('handingOver');
    await call.declines('polina');
    expect(await call.offeredTo()).toEqual(['anna']);
  });

  test('that returned can be handed over again', async () => {
    const { line, call } = await talking(dialect);
    await call.handsOver(toSales);
    await line.pass(25);
    await call.answers('anna');
    await call.handsOver({ kind: 'employee', employeeId: 'polina' });
    await call.answers('polina');
    expect(await call.row()).toMatchObject({ phase: 'talking', claimedBy: 'polina', claimGeneration: 3 });
  });

  test('whose caller hangs up meanwhile is over for everybody', async () => {
    const { line, call } = await talking(dialect);
    await call.handsOver(toSales);
    await call.callerHangsUp();
    await call.expectPhase('ended');
    expect(await call.offeredTo()).toEqual([]);
    await expect(call.claims('pavel')).rejects.toMatchObject({ details: { reason: 'ended' } });
    await line.pass(60);
    expect(await call.row()).toMatchObject({ outcome: 'answered' });
  });

  test('of a call nobody talks to, or to nobody, is refused', async () => {
    const { line, call } = await talking(dialect);
    await expect(call.handsOver({ kind: 'employee', employeeId: 'nobody' })).rejects.toMatchObject({
      code: 'invalid',
    });
    const other = await line.callerCalls({ from: '+79131112233' });
    await expect(other.handsOver(toSales)).rejects.toMatchObject({ code: 'notPossibleNow' });
  });
});

describe.each(dialects)('a line that drops on %s', (dialect) => {
  test('puts the caller on hold and rings the same person for 20 s, then the whole department (S8)', async () => {
    const { line, call } = await talking(dialect);
    await call.leaves('anna');
    await line.dispatch();
    expect(line.telephony.sent.at(-1)).toMatchObject({ type: 'hold' });
    expect(await call.offeredTo()).toEqual(['anna']);
    await line.pass(20);
    expect(await call.offeredTo()).toEqual(['anna', 'boris']);
  });

  test.each(['break', 'meeting', 'absent'] as const)(
    'comes back to the same person although they had chosen %s meanwhile, by a browser whose telephone died too (S8)',
    async (chosen) => {
      const { line, call } = await talking(dialect);
      await line.inBrowser('anna');
      await line.company.setPresence('anna', chosen);
      await line.store.tx(async (db) => {
        await db.q.update(db.t.liveConnections).set({ browserPhone: 'off' });
      });
      await call.leaves('anna');
      expect(await call.offeredTo()).toEqual(['anna']);
      await line.pass(20);
      expect(await call.offeredTo()).toEqual(['boris']);
    },
  );

  test('whose person went away with their console is offered to their substitute (CS-9)', async () => {
    const { line, call } = await talking(dialect);
    await line.isAbsent('anna', 'boris');
    await line.store.tx(async (db) => {
      await db.q.delete(db.t.liveConnections).where(eq(db.t.liveConnections.employeeId, 'anna'));
    });
    await call.leaves('anna');
    expect(await call.offeredTo()).toEqual(['boris']);
  });

  test('is taken up again by the same person, off hold', async () => {
    const { line, call } = await talking(dialect);
    await call.leaves('anna');
    await call.answers('anna');
    expect(line.telephony.sent.at(-1)).toMatchObject({ type: 'unhold' });
    await call.expectPhase('talking');
  });

  test('and that nobody takes up ends after the waiting time with words (IN-11)', async () => {
    const { line, call } = await talking(dialect);
    await line.onBreak('anna', 'boris');
    await call.leaves('anna');
    await line.pass(20 + 119);
    await call.expectPhase('ringing');
    await line.pass(1);
    await call.expectPhase('ended');
    expect(line.telephony.sent.at(-1)).toMatchObject({ type: 'sayAndEnd', words: 'nobodyAnswered' });
  });
});
