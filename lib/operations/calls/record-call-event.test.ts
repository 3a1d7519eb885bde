import { describe, expect, test } from 'vitest';
import { listCallFacts } from '@/db/call-facts';
import { listOpenCallOffers } from '@/db/call-offers';
import { findCallBySid, updateCall } from '@/db/calls';
import { listOpenDeadlines } from '@/db/deadlines';
import { findMissedCall } from '@/db/next-reactions';
import { dialects } from '@/db/testing';
import { readCallStatusFact, readConferenceFact, readUnannounced } from '@/lib/twilio/call-event';
import { renderAnswer } from '@/lib/twilio/twiml';
import { callerNumber, companyNumber, openLine, type TestLine } from '@/tests/call-driver';
import { hangUp } from './end-call';
import { listMyCalls } from './list-my-calls';
import { recordCallEvent } from './record-call-event';

const timestamp = (line: TestLine, inSeconds: number) =>
  new Date(line.world.now() + inSeconds * 1000).toUTCString();

const countFacts = async (line: TestLine) =>
  (await line.store.read.q.select().from(line.store.read.t.callFacts)).length;

describe.each(dialects)('a fact on %s', (dialect) => {
  test('of a call we do not know is kept, once, and changes nothing', async () => {
    const line = await openLine(dialect);
    const form = { CallSid: 'CA-strange', CallStatus: 'completed' };
    const fact = readCallStatusFact(form, new URLSearchParams(), line.world.now());
    expect(await recordCallEvent(line.system(), fact)).toBe('unknownCall');
    expect(await recordCallEvent(line.system(), fact)).toBe('repeated');
    const conference = { ConferenceSid: 'CF-strange', StatusCallbackEvent: 'conference-end' };
    const ofRoom = readConferenceFact(conference, new URLSearchParams({ c: 'nothing' }), line.world.now());
    expect(await recordCallEvent(line.system(), ofRoom)).toBe('unknownCall');
    expect(await countFacts(line)).toBe(2);
  });

  test('of the end of a call that comes before the call ends it, as one nobody answered (IN-11)', async () => {
    const line = await openLine(dialect);
    await line.available('anna');
    const form = { CallSid: 'CA-early', CallStatus: 'completed', Timestamp: timestamp(line, 2) };
    const fact = readCallStatusFact(form, new URLSearchParams(), line.world.now());
    expect(await recordCallEvent(line.system(), fact)).toBe('unknownCall');
    const call = await line.callerCalls({ callSid: 'CA-early' });
    expect(await call.row()).toMatchObject({ phase: 'ended', endedAt: line.world.now() + 2000 });
    expect(await call.offeredTo()).toEqual([]);
    expect(await line.announces('CA-early')).toBe(call.twiml);
    await line.pass(16);
    expect(await call.row()).toMatchObject({ outcome: 'abandoned' });
    expect(await findMissedCall(line.store.read, call.callId)).not.toBeNull();
    expect(line.telephony.sent).toEqual([]);
  });

  test('of the end of a call whose announcement never reached us is a call nobody answered (IN-11)', async () => {
    const line = await openLine(dialect);
    await line.available('anna');
    const form = { CallSid: 'CA-lost', CallStatus: 'completed', From: callerNumber, To: companyNumber };
    const tells = () => {
      const query = new URLSearchParams();
      const fact = readCallStatusFact(form, query, line.world.now());
      const arrival = readUnannounced({ ...form, Direction: 'inbound' }, query)!;
      return recordCallEvent(line.system(), fact, { arrival, render: renderAnswer });
    };
    expect(await tells()).toBe('applied');
    expect(await tells()).toBe('repeated');
    await line.pass(16);
    const call = (await findCallBySid(line.store.read, 'CA-lost'))!;
    expect(call).toMatchObject({ phase: 'ended', outcome: 'abandoned', callerE164: callerNumber });
    expect(await findMissedCall(line.store.read, call.id)).toMatchObject({ endedAt: null });
    expect(await listOpenCallOffers(line.store.read, call.id)).toEqual([]);
  });

  test('told ten times at once is one fact with one effect', async () => {
    const line = await openLine(dialect);
    const call = await line.callerCalls();
    const join = () =>
      call.conference('participant-join', { ParticipantLabel: 'caller', CallSid: call.callSid }, 1);
    const results = await Promise.all(Array.from({ length: 10 }, join));
    expect(results.filter((result) => result === 'applied')).toHaveLength(1);
    expect(results.filter((result) => result === 'repeated')).toHaveLength(9);
    expect(await call.row()).toMatchObject({ version: 1 });
  });

  test('after the end is kept as ignored; a late answer does not reopen a completed call', async () => {
    const line = await openLine(dialect);
    await line.available('anna');
    const call = await line.callerCalls();
    await call.callerJoins();
    await call.claims('anna');
    await call.callerHangsUp();
    expect(await call.joins('anna')).toBe('ignored');
    await call.expectPhase('ended');
    await line.pass(16);
    expect(await call.row()).toMatchObject({ phase: 'ended', outcome: 'answered', ownerId: 'anna' });
  });
});

describe.each(dialects)('the provider’s times on %s', (dialect) => {
  test('are to the second, and none puts an answer before the call’s arrival', async () => {
    const line = await openLine(dialect);
    line.world.pass(700);
    await line.available('anna');
    const call = await line.callerCalls();
    await call.callerJoins();
    await call.answers('anna');
    await call.callerHangsUp();
    const { arrivedAt, answeredAt, endedAt } = await call.row();
    expect([answeredAt, endedAt]).toEqual([arrivedAt, arrivedAt]);
    await line.pass(16);
    expect(await call.row()).toMatchObject({ answeredAt: arrivedAt, endedAt: arrivedAt });
  });
});

describe.each(dialects)('a call whose kept state cannot be read on %s', (dialect) => {
  test.each([
    ['names no state of the machine', { snapshot: { status: 'active', value: 'dreaming', context: {} } }],
    ['is no state at all', { snapshot: 'x' }],
    ['is of another machine', { machineVersion: 99 }],
  ])('because it %s is set apart with the reason; its end is still its end', async (_, damage) => {
    const line = await openLine(dialect);
    await line.available('anna');
    const call = await line.callerCalls();
    const healthy = await line.callerCalls({ from: '+79131112233' });
    await line.store.tx((db) => updateCall(db, call.callId, damage));

    expect(await call.callerJoins()).toBe('quarantined');
    expect(await call.row()).toMatchObject({
      quarantinedAt: line.world.now(),
      quarantineReason: expect.stringMatching(/./),
    });
    expect(await call.offeredTo()).toEqual([]);
    await expect(call.claims('anna')).rejects.toMatchObject({ name: 'Refusal' });
    await line.pass(5);
    await call.callerHangsUp();
    await call.expectPhase('ended');
    await line.pass(125);
    await healthy.expectPhase('ended');
    expect(await call.row()).toMatchObject({ outcome: 'abandoned' });
    expect(await listOpenDeadlines(line.store.read, call.callId)).toEqual([]);
    expect((await listCallFacts(line.store.read, call.callId)).map(({ kind }) => kind)).toContain(
      'call.completed',
    );
  });
});

describe.each(dialects)('a caller whose call cannot be read on %s', (dialect) => {
  const damage = { snapshot: 'x' };

  test('hears words when the waiting time is over, and is called back', async () => {
    const line = await openLine(dialect);
    await line.available('anna');
    const call = await line.callerCalls();
    await line.store.tx((db) => updateCall(db, call.callId, damage));
    await call.callerJoins();
    await line.pass(119);
    await call.expectPhase('ringing');
    await line.pass(2);
    expect(line.telephony.sentOf('sayAndEnd')).toHaveLength(1);
    expect(await call.row()).toMatchObject({ phase: 'ended', endedBy: 'system' });
    await line.pass(16);
    expect(await call.row()).toMatchObject({ outcome: 'missed' });
    expect(await findMissedCall(line.store.read, call.callId)).not.toBeNull();
  });

  async function talking() {
    const line = await openLine(dialect);
    await line.available('anna');
    const call = await line.callerCalls();
    await call.callerJoins();
    await call.answers('anna');
    await line.store.tx((db) => updateCall(db, call.callId, damage));
    return { line, call, anna: line.world.as(line.company.as('anna')) };
  }

  test('is hung up on by who talks to them, who is free then and has the conversation to finish', async () => {
    const { line, call, anna } = await talking();
    await hangUp(anna, { callId: call.callId });
    await line.dispatch();
    expect(line.telephony.sentOf('endCall')).toEqual([{ type: 'endCall', callSid: call.callSid }]);
    await call.callCompletes();
    expect(await call.row()).toMatchObject({ phase: 'ended', endedBy: 'employee' });
    expect((await call.row()).unfinishedSince).not.toBeNull();
    expect((await listMyCalls(anna)).calls).toMatchObject([{ id: call.callId, phase: 'ended' }]);
  });

  test('hears words when the phone of who talked to them drops', async () => {
    const { line, call } = await talking();
    await call.leaves('anna');
    await line.dispatch();
    expect(line.telephony.sentOf('sayAndEnd')).toHaveLength(1);
    expect(await call.row()).toMatchObject({ phase: 'ended', endedBy: 'system' });
  });

  test('hears words when the phone of who took the call is not joined', async () => {
    const line = await openLine(dialect);
    await line.available('anna');
    const call = await line.callerCalls();
    await call.callerJoins();
    await call.claims('anna');
    await line.store.tx((db) => updateCall(db, call.callId, damage));
    await line.pass(31);
    expect(line.telephony.sentOf('sayAndEnd')).toHaveLength(1);
    await call.expectPhase('ended');
  });

  test('is not cut off from who answered in time', async () => {
    const line = await openLine(dialect);
    await line.available('anna');
    const call = await line.callerCalls();
    await call.callerJoins();
    await call.claims('anna');
    await line.store.tx((db) => updateCall(db, call.callId, damage));
    await line.dispatch();
    await call.joins('anna');
    await line.pass(130);
    expect(line.telephony.sentOf('sayAndEnd')).toEqual([]);
    expect((await call.row()).endedAt).toBeNull();
  });
});

describe.each(dialects)('a caller out of the room on %s', (dialect) => {
  test('whom nobody has spoken to hears words, the same when asked again', async () => {
    const line = await openLine(dialect);
    const call = await line.callerCalls();
    const answer = await call.callerLeavesRoom();
    expect(answer).toContain('перезвоним');
    await call.expectPhase('ended');
    expect(await call.callerLeavesRoom()).toBe(answer);
  });

  test('hears the same words when the room told first that it lost them', async () => {
    const line = await openLine(dialect);
    const call = await line.callerCalls();
    await call.callerJoins();
    await call.conference('participant-leave', { ParticipantLabel: 'caller', CallSid: call.callSid });
    await call.expectPhase('ended');
    expect(await call.callerLeavesRoom()).toContain('перезвоним');
  });

  test('who shows no number but an address is promised a call back (IN-11)', async () => {
    const line = await openLine(dialect);
    const call = await line.callerCalls({ from: 'sip:kiosk@example.com' });
    expect(await call.callerLeavesRoom()).toContain('перезвоним');
    const withheld = await line.callerCalls({ from: 'anonymous' });
    expect(await withheld.callerLeavesRoom()).toContain('ваш номер скрыт');
  });

  test('who was spoken to is let go', async () => {
    const line = await openLine(dialect);
    await line.available('anna');
    const call = await line.callerCalls();
    await call.callerJoins();
    await call.answers('anna');
    expect(await call.callerLeavesRoom()).toContain('<Response><Hangup/></Response>');
  });
});

describe.each(dialects)('a line that falls back on %s', (dialect) => {
  test('with a call we never heard of takes it in as if it had just arrived', async () => {
    const line = await openLine(dialect);
    const twiml = await line.fallsBack('CA77');
    expect(twiml).toContain('<Conference');
    expect(await line.announces('CA77')).toBe(twiml);
  });

  test('puts an open call back into its room and ends one that is over', async () => {
    const line = await openLine(dialect);
    const call = await line.callerCalls();
    expect(await line.fallsBack(call.callSid)).toBe(call.twiml);
    await call.callCompletes();
    expect(await line.fallsBack(call.callSid, 'voice/caller-left')).toContain('<Hangup/>');
    const facts = await listCallFacts(line.store.read, call.callId);
    expect(facts.filter(({ kind }) => kind === 'call.fellBack')).toHaveLength(2);
  });

  test('over the same trouble again is answered byte for byte the same, whatever happened meanwhile', async () => {
    const line = await openLine(dialect);
    const call = await line.callerCalls();
    const answer = await line.fallsBack(call.callSid);
    await call.callCompletes();
    expect(await line.fallsBack(call.callSid)).toBe(answer);
    const facts = await listCallFacts(line.store.read, call.callId);
    expect(facts.filter(({ kind }) => kind === 'call.fellBack')).toHaveLength(1);
  });
});
