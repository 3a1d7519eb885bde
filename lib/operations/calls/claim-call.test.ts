import { describe, expect, test } from 'vitest';
import { listCallClaims } from '@/db/call-claims';
import { listCallOffers } from '@/db/call-offers';
import { listPhoneCommands } from '@/db/phone-commands';
import { dialects } from '@/db/testing';
import { openLine } from '@/tests/call-driver';
import { claimCall } from './claim-call';
import { reviewCall } from './review-call';

async function ringing(dialect: (typeof dialects)[number]) {
  const line = await openLine(dialect);
  await line.available('anna', 'boris', 'clara');
  const call = await line.callerCalls();
  await call.callerJoins();
  return { line, call };
}

describe.each(dialects)('a claim on %s', (dialect) => {
  test('by two people at once has one winner, and the loser hears the winner’s name', async () => {
    const { line, call } = await ringing(dialect);
    const outcomes = await Promise.allSettled([call.claims('anna'), call.claims('boris')]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
    const winner = (await call.row()).claimedBy;
    const lost = outcomes.find((outcome) => outcome.status === 'rejected') as PromiseRejectedResult;
    expect(lost.reason).toMatchObject({
      code: 'alreadyClaimed',
      details: { winner: winner === 'anna' ? 'Сидорова Анна' : 'Белов Борис' },
    });
    expect(await listCallClaims(line.store.read, call.callId)).toHaveLength(1);
    expect(await listPhoneCommands(line.store.read, call.callId)).toHaveLength(1);
  });

  test('repeated by the winner changes nothing', async () => {
    const { line, call } = await ringing(dialect);
    const first = await call.claims('anna');
    expect(await call.claims('anna')).toEqual(first);
    expect(await listPhoneCommands(line.store.read, call.callId)).toHaveLength(1);
  });

  test('that comes after the caller hung up is told so', async () => {
    const { call } = await ringing(dialect);
    await call.callerHangsUp();
    await expect(call.claims('anna')).rejects.toMatchObject({
      code: 'notPossibleNow',
      details: { reason: 'ended' },
    });
  });

  test('by somebody the call is not offered to is refused', async () => {
    const { line, call } = await ringing(dialect);
    await expect(call.claims('pavel')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(claimCall(line.world.as(null), { callId: call.callId })).rejects.toMatchObject({
      code: 'unauthorized',
    });
    await expect(
      claimCall(line.world.as(line.company.as('anna')), { callId: 'nothing' }),
    ).rejects.toMatchObject({ code: 'notFound' });
  });

  test('by somebody who talks to another caller is refused', async () => {
    const { line, call } = await ringing(dialect);
    const other = await line.callerCalls({ from: '+79131112233' });
    await call.claims('anna');
    await expect(other.claims('anna')).rejects.toMatchObject({ details: { reason: 'onAnotherCall' } });
  });

  test('of two calls at once by one person wins one of them', async () => {
    const { line, call } = await ringing(dialect);
    const other = await line.callerCalls({ from: '+79131112233' });
    const outcomes = await Promise.allSettled([call.claims('anna'), other.claims('anna')]);
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  });

  test('by somebody without a phone is refused', async () => {
    const { line, call } = await ringing(dialect);
    await line.store.tx(async (db) => {
      await db.q.update(db.t.employees).set({ phone: null });
    });
    await expect(call.claims('anna')).rejects.toMatchObject({ details: { reason: 'noPhone' } });
  });

  test('whose phone is busy is released and the call offered anew at once', async () => {
    const { line, call } = await ringing(dialect);
    await call.claims('anna');
    await line.dispatch();
    await call.phoneIs('busy', 'anna');
    await call.expectPhase('ringing');
    expect(await call.offeredTo()).toEqual(['anna', 'boris', 'clara']);
    await call.answers('boris');
    expect(await call.row()).toMatchObject({ phase: 'talking', ownerId: 'boris', claimGeneration: 2 });
    expect(await listCallClaims(line.store.read, call.callId)).toMatchObject([
      { employeeId: 'anna', releaseReason: 'employee.notReached' },
      { employeeId: 'boris', releasedAt: null },
    ]);
  });

  test('whose phone nobody picks up lapses after 30 s, and that leg is ended (IN-11)', async () => {
    const { line, call } = await ringing(dialect);
    await call.claims('anna');
    await line.pass(29);
    await call.expectPhase('claimed');
    await line.pass(1);
    await call.expectPhase('ringing');
    expect(line.telephony.sentOf('endCall')).toEqual([{ type: 'endCall', callSid: 'CA-leg-1' }]);
  });

  test('whose phone joins after it lapsed loses that leg again (S1p)', async () => {
    const { line, call } = await ringing(dialect);
    await call.claims('anna');
    await line.pass(30);
    await call.joins('anna');
    await line.dispatch();
    expect(line.telephony.sentOf('removeLeg')).toMatchObject([{ label: 'agent_anna_1' }]);
    await call.expectPhase('ringing');
  });

  test('made before the caller’s room is known rings the phone once it is', async () => {
    const line = await openLine(dialect);
    await line.available('anna');
    const call = await line.callerCalls();
    await call.claims('anna');
    await line.dispatch();
    expect(line.telephony.sent).toEqual([]);
    await call.callerJoins();
    await line.dispatch();
    expect(line.telephony.sentOf('join')).toHaveLength(1);
  });
});

describe.each(dialects)('a declined offer on %s', (dialect) => {
  test('ends for that person, with the reason, and comes again in the next round', async () => {
    const { line, call } = await ringing(dialect);
    await call.declines('anna', 'обед');
    expect(await call.offeredTo()).toEqual(['boris', 'clara']);
    const offers = await listCallOffers(line.store.read, call.callId);
    expect(offers).toContainEqual(
      expect.objectContaining({ employeeId: 'anna', outcome: 'declined', declineReason: 'обед' }),
    );
    await line.pass(30);
    expect(await call.offeredTo()).toEqual(['anna', 'boris', 'clara']);
  });

  test('is read in the review by its reason, and in the person’s own words where there is none', async () => {
    const { line, call } = await ringing(dialect);
    await call.declines('anna', 'leaving');
    await call.declines('boris', 'занята с клиентом');
    const { offers } = await reviewCall(line.world.as(line.company.as('marina')), { callId: call.callId });
    expect(Object.fromEntries(offers.map(({ employee, declined }) => [employee.id, declined]))).toEqual({
      anna: { reason: 'leaving', words: '' },
      boris: { reason: 'other', words: 'занята с клиентом' },
      clara: null,
    });
  });

  test('by everyone waits for the next round', async () => {
    const { line, call } = await ringing(dialect);
    for (const name of ['anna', 'boris', 'clara'] as const) await call.declines(name);
    await line.pass(3);
    expect(await call.offeredTo()).toEqual([]);
    await line.pass(27);
    expect(await call.offeredTo()).toHaveLength(3);
  });

  test('cannot be declined twice, by strangers, or once it is taken', async () => {
    const { call } = await ringing(dialect);
    await call.declines('anna');
    await expect(call.declines('anna')).rejects.toMatchObject({ code: 'notPossibleNow' });
    await expect(call.declines('pavel')).rejects.toMatchObject({ code: 'notPossibleNow' });
    await call.claims('boris');
    await expect(call.declines('clara')).rejects.toMatchObject({ code: 'notPossibleNow' });
  });
});
