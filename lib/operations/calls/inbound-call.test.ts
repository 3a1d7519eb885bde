import { describe, expect, test } from 'vitest';
import { listCallFacts } from '@/db/call-facts';
import { listCallOffers } from '@/db/call-offers';
import { findMissedCall } from '@/db/next-reactions';
import { listOpenPhoneCommands } from '@/db/phone-commands';
import { dialects } from '@/db/testing';
import { type BusinessHours, roundTheClock } from '@/lib/domain/deadlines/business-hours';
import { callerNumber, companyNumber, openLine } from '@/tests/call-driver';

const weekdays: BusinessHours = {
  timeZone: 'Europe/Moscow',
  weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, intervals: [{ from: '09:00', until: '18:00' }] })),
  holidays: [],
};

describe.each(dialects)('an inbound call on %s', (dialect) => {
  test('goes from the ring through the conversation to its end', async () => {
    const line = await openLine(dialect);
    await line.available('anna', 'boris');
    const call = await line.callerCalls();
    expect(call.twiml).toContain('<Conference');
    expect(await call.offeredTo()).toEqual(['anna', 'boris']);
    await call.callerJoins();

    await call.claims('anna');
    await call.expectPhase('claimed');
    expect(await call.offeredTo()).toEqual([]);
    await line.dispatch();
    expect(line.telephony.sent).toEqual([
      {
        type: 'join',
        conferenceSid: call.conferenceSid,
        label: 'agent_anna_1',
        to: '+74951230000',
        from: companyNumber,
        generation: 1,
        timeoutSeconds: 20,
      },
    ]);

    line.world.pass(5000);
    await call.joins('anna');
    await call.expectPhase('talking');
    expect(await call.row()).toMatchObject({ ownerId: 'anna', answeredAt: line.world.now() });

    await call.saysGoodbye();
    expect(line.telephony.sent.at(-1)).toEqual({ type: 'endCall', callSid: call.callSid });
    await call.callerHangsUp();
    await call.expectPhase('ended');
    await line.pass(16);
    expect(await call.row()).toMatchObject({ outcome: 'answered', endedBy: 'employee' });
    expect(await findMissedCall(line.store.read, call.callId)).toBeNull();
  });

  test('announced again gets byte-equal words and makes no second call', async () => {
    const line = await openLine(dialect);
    await line.available('anna');
    const call = await line.callerCalls({ callSid: 'CA7' });
    const repeated = await Promise.all(Array.from({ length: 10 }, () => line.announces('CA7')));
    expect(new Set(repeated)).toEqual(new Set([call.twiml]));
    expect(await listCallOffers(line.store.read, call.callId)).toHaveLength(1);
  });

  test('announced twice at once is one call', async () => {
    const line = await openLine(dialect);
    const answers = await Promise.all(Array.from({ length: 10 }, () => line.announces('CA8')));
    expect(new Set(answers).size).toBe(1);
  });

  test.each(['anonymous', '+266696687', '', 'sip:anonymous@anonymous.invalid'])(
    'from the withheld number «%s» rings like any other and leaves only a journal line when missed (IN-7, IN-11)',
    async (from) => {
      const line = await openLine(dialect);
      await line.available('anna');
      const call = await line.callerCalls({ from });
      expect(await call.row()).toMatchObject({ callerKind: 'withheld', callerE164: null });
      expect(await call.offeredTo()).toEqual(['anna']);
      await call.callerHangsUp();
      await line.pass(16);
      expect(await call.row()).toMatchObject({ outcome: 'abandoned' });
      expect(await findMissedCall(line.store.read, call.callId)).toBeNull();
    },
  );

  test.each(['100', 'Ivanov\u0000\u0007', '89131234567'])(
    'from the malformed number «%s» is taken in all the same',
    async (from) => {
      const line = await openLine(dialect);
      await line.available('anna');
      const call = await line.callerCalls({ from });
      expect(await call.row()).toMatchObject({ callerKind: 'raw', callerE164: null, phase: 'ringing' });
    },
  );

  test('outside the department’s hours ends with words, and is due at the next opening (IN-11)', async () => {
    const line = await openLine(dialect, { client: weekdays });
    await line.available('anna');
    const call = await line.callerCalls();
    expect(call.twiml).toContain('Сейчас мы не работаем');
    expect(call.twiml).toContain('перезвоним');
    expect(call.twiml).toContain('<Hangup/>');
    await call.expectPhase('ended');
    expect(await call.offeredTo()).toEqual([]);
    await call.callCompletes();
    await line.pass(16);
    expect(await call.row()).toMatchObject({ outcome: 'closedHours' });
    expect(await findMissedCall(line.store.read, call.callId)).toMatchObject({
      callerE164: callerNumber,
      responsibleDepartmentId: 'client',
      dueAt: Date.UTC(2026, 10, 2, 6),
    });
  });

  test('on a holiday of the department it hears the words and comes due when the office opens after it (IN-11)', async () => {
    const always = roundTheClock('Europe/Moscow');
    const holidays = [
      { date: '2026-11-01', intervals: [] },
      { date: '2026-11-02', intervals: [{ from: '11:00', until: '15:00' }] },
    ];
    const line = await openLine(dialect, { client: { ...always, holidays } });
    await line.available('anna');
    const call = await line.callerCalls();
    expect(call.twiml).toContain('Сейчас мы не работаем');
    expect(await call.offeredTo()).toEqual([]);
    await line.pass(16);
    expect(await findMissedCall(line.store.read, call.callId)).toMatchObject({
      dueAt: Date.UTC(2026, 10, 2, 8),
    });
  });

  test('from a blocked number is rejected and stays in the journal alone (IN-9)', async () => {
    const line = await openLine(dialect);
    await line.store.tx(async (db) => {
      await db.q
        .insert(db.t.blockedNumbers)
        .values({ e164: callerNumber, reason: 'реклама', blockedBy: 'anna', blockedAt: line.world.now() });
    });
    const call = await line.callerCalls();
    expect(call.twiml).toContain('<Reject reason="busy"/>');
    await line.pass(16);
    expect(await call.row()).toMatchObject({ phase: 'ended', outcome: 'blocked' });
    expect(await findMissedCall(line.store.read, call.callId)).toBeNull();
  });

  test('nobody is there for waits for people who become available, and rings them at once (IN-11)', async () => {
    const line = await openLine(dialect);
    const call = await line.callerCalls();
    expect(await call.offeredTo()).toEqual([]);
    await line.pass(5);
    await line.available('boris');
    await line.pass(1);
    expect(await call.offeredTo()).toEqual(['boris']);
  });

  test('is offered to nobody on a break, without an open console, on another call or of another department', async () => {
    const line = await openLine(dialect);
    await line.available('anna', 'boris', 'clara', 'pavel');
    const first = await line.callerCalls();
    await first.callerJoins();
    await first.answers('anna');
    await line.onBreak('boris');
    const second = await line.callerCalls({ from: '+79131112233' });
    expect(await second.offeredTo()).toEqual(['clara']);
    line.world.pass(26_000);
    const third = await line.callerCalls({ from: '+79131112244' });
    expect(await third.offeredTo()).toEqual([]);
  });

  test('its hang-up while ringing withdraws the offers and leaves one missed call (S7)', async () => {
    const line = await openLine(dialect);
    await line.available('anna');
    const call = await line.callerCalls();
    await call.callerJoins();
    await call.callerHangsUp();
    expect(await call.offeredTo()).toEqual([]);
    await expect(call.claims('anna')).rejects.toMatchObject({ code: 'notPossibleNow' });
    await line.pass(30);
    expect(await call.row()).toMatchObject({ outcome: 'abandoned', endedBy: 'caller' });
    expect(await findMissedCall(line.store.read, call.callId)).toMatchObject({ endedAt: null });
    expect(await listOpenPhoneCommands(line.store.read)).toEqual([]);
  });

  test('every fact of it is kept with what it did', async () => {
    const line = await openLine(dialect);
    await line.available('anna');
    const call = await line.callerCalls();
    await call.callerJoins();
    await call.conference('participant-mute', { ParticipantLabel: 'caller', CallSid: call.callSid });
    await call.callerHangsUp();
    const facts = await listCallFacts(line.store.read, call.callId);
    expect(facts.map(({ kind, effect }) => `${kind} ${effect}`)).toEqual([
      'call.arrived applied',
      'caller.joined applied',
      'participant.changed ignored',
      'caller.left applied',
      'conference.ended ignored',
      'call.completed ignored',
    ]);
  });
});
