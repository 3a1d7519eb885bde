import { describe, expect, test } from 'vitest';
import { getCallClaim } from '@/db/call-claims';
import { listCallFacts } from '@/db/call-facts';
import { updateEmployee } from '@/db/employees';
import { dialects } from '@/db/testing';
import { readBrowserJoin } from '@/lib/twilio/call-event';
import { renderAnswer } from '@/lib/twilio/twiml';
import { openLine } from '@/tests/call-driver';
import { claimCall } from './claim-call';
import { hangUp } from './end-call';
import { joinByBrowser } from './join-by-browser';
import { leaveByBrowser } from './leave-by-browser';
import { listMyCalls } from './list-my-calls';

const hangUpTwiml = renderAnswer({ kind: 'hangUp' });

async function claimed(dialect: (typeof dialects)[number]) {
  const line = await openLine(dialect);
  await line.inBrowser('anna', 'boris');
  await line.available('anna', 'boris');
  const call = await line.callerCalls();
  await call.callerJoins();
  await call.claims('anna');
  const trace = async () => ({
    call: await call.row(),
    facts: (await listCallFacts(line.store.read, call.callId)).length,
    claim: await getCallClaim(line.store.read, call.callId, 1),
  });
  const myCall = async (name: 'anna' | 'boris') =>
    (await listMyCalls(line.world.as(line.company.as(name)))).calls.find(({ id }) => id === call.callId);
  return { line, call, trace, myCall };
}

describe.each(dialects)('a call claimed in the browser on %s', (dialect) => {
  test('rings no telephone; its person’s console is told to dial in, and nobody else’s', async () => {
    const { line, myCall } = await claimed(dialect);
    await line.dispatch();
    expect(line.telephony.sent).toEqual([]);
    expect((await myCall('anna'))?.browserLeg).toEqual({ generation: 1, hasDialledIn: false });
    expect((await myCall('boris'))?.browserLeg ?? null).toBeNull();
  });

  test('is joined by the browser that dials in, under the label of its claim (S1)', async () => {
    const { call, line, myCall } = await claimed(dialect);
    const twiml = await call.dialsIn('anna');
    expect(twiml).toContain('participantLabel="agent_anna_1"');
    expect(twiml).toContain(
      'startConferenceOnEnter="true" endConferenceOnExit="false" beep="false" waitUrl=""',
    );
    expect(twiml).toContain(`>c_${call.callId.toLowerCase()}</Conference>`);
    expect((await myCall('anna'))?.browserLeg).toEqual({ generation: 1, hasDialledIn: true });
    await call.expectPhase('claimed');
    await call.joins('anna');
    expect(await call.row()).toMatchObject({ phase: 'talking', ownerId: 'anna' });
    await line.pass(60);
    await call.expectPhase('talking');
  });

  test('answers the line’s repeated request with the same bytes and keeps one fact', async () => {
    const { call, trace } = await claimed(dialect);
    const first = await call.dialsIn('anna');
    const before = await trace();
    expect(await call.dialsIn('anna')).toBe(first);
    expect(await trace()).toEqual(before);
  });

  test.each([
    ['by another person’s browser', 'boris', {}],
    ['for an earlier or later claim', 'anna', { generation: 2 }],
    ['for no claim', 'anna', { generation: 0 }],
    ['for a call that is not there', 'anna', { callId: 'nothing' }],
    ['for no call', 'anna', { callId: '' }],
  ] as const)('dialled into %s is hung up on, and nothing changes', async (_, name, dialIn) => {
    const { call, trace } = await claimed(dialect);
    const before = await trace();
    expect(await call.dialsIn(name, dialIn)).toBe(hangUpTwiml);
    expect(await trace()).toEqual(before);
  });

  test('dialled into a second time is hung up on, and the first leg stays', async () => {
    const { call, trace } = await claimed(dialect);
    await call.dialsIn('anna');
    const before = await trace();
    expect(await call.dialsIn('anna', { legCallSid: 'CA-second' })).toBe(hangUpTwiml);
    expect(await trace()).toEqual(before);
    await call.joins('anna');
    expect(await call.dialsIn('anna', { legCallSid: 'CA-third' })).toBe(hangUpTwiml);
  });

  test('is given 12 s, then released and offered anew; who dials in later is hung up on', async () => {
    const { line, call } = await claimed(dialect);
    await line.pass(11);
    await call.expectPhase('claimed');
    await line.pass(1);
    await call.expectPhase('ringing');
    expect(await call.offeredTo()).toEqual(['anna', 'boris']);
    expect(await getCallClaim(line.store.read, call.callId, 1)).toMatchObject({
      releaseReason: 'claim.lapsed',
    });
    expect(await call.dialsIn('anna', { generation: 1 })).toBe(hangUpTwiml);
  });

  test('that is due to lapse is no longer dialled into, even before the sweep has come by', async () => {
    const { line, call } = await claimed(dialect);
    line.world.pass(12_000);
    expect(await call.dialsIn('anna')).toBe(hangUpTwiml);
  });

  test('whose browser dialled in and never reached the room loses that leg when it lapses', async () => {
    const { line, call } = await claimed(dialect);
    await call.dialsIn('anna');
    await line.pass(12);
    await call.expectPhase('ringing');
    expect(line.telephony.sentOf('endCall')).toEqual([{ type: 'endCall', callSid: 'CA-anna' }]);
  });

  test('whose caller is gone is not dialled into, and a browser on its way is hung up on (S7)', async () => {
    const { line, call } = await claimed(dialect);
    await call.dialsIn('anna');
    await call.callerHangsUp();
    await line.dispatch();
    expect(line.telephony.sentOf('endCall')).toEqual([{ type: 'endCall', callSid: 'CA-anna' }]);
    expect(await call.dialsIn('anna', { legCallSid: 'CA-late' })).toBe(hangUpTwiml);
  });

  test('answers the line’s repeated request with the same bytes when the claim has ended meanwhile (I4)', async () => {
    const { call } = await claimed(dialect);
    const first = await call.dialsIn('anna');
    await call.callerHangsUp();
    expect(await call.dialsIn('anna')).toBe(first);
  });

  test('whose browser leaves waits with music and is offered to the same person for 20 s (S8)', async () => {
    const { line, call } = await claimed(dialect);
    await call.dialsIn('anna');
    await call.joins('anna');
    await call.leaves('anna');
    await line.dispatch();
    expect(line.telephony.sentOf('hold')).toHaveLength(1);
    expect(await call.offeredTo()).toEqual(['anna']);
    await call.claims('anna');
    expect(await call.dialsIn('anna', { legCallSid: 'CA-again' })).toContain('agent_anna_2');
    await call.joins('anna');
    await line.dispatch();
    expect(line.telephony.sentOf('unhold')).toHaveLength(1);
    await call.expectPhase('talking');
  });

  test('whose sound is lost is left by its person’s word, before the line notices, and comes back to them (S8)', async () => {
    const { line, call } = await claimed(dialect);
    await expect(call.does('anna', leaveByBrowser)).rejects.toMatchObject({ code: 'notPossibleNow' });
    await call.dialsIn('anna');
    await call.joins('anna');
    await expect(call.does('boris', leaveByBrowser)).rejects.toMatchObject({ code: 'forbidden' });
    await call.does('anna', leaveByBrowser);
    const { conferenceSid } = call;
    expect(line.telephony.sent).toEqual([{ type: 'removeLeg', conferenceSid, label: 'agent_anna_1' }]);
    await call.expectPhase('talking');
    await call.leaves('anna', 'participant_updated_via_api');
    await line.dispatch();
    expect(line.telephony.sent.at(-1)).toMatchObject({ type: 'hold' });
    expect(await call.offeredTo()).toEqual(['anna']);
  });

  test('and handed over is kept when the browser of who took it dies, who comes back to it or not (S8)', async () => {
    const { line, call } = await claimed(dialect);
    await line.inBrowser('pavel');
    await line.available('pavel');
    await call.dialsIn('anna');
    await call.joins('anna');
    await call.handsOver({ kind: 'department', departmentKind: 'sales' });
    await call.claims('pavel');
    await call.dialsIn('pavel');
    await call.joins('pavel');
    await call.leaves('pavel');
    await line.dispatch();
    expect(line.telephony.sentOf('endCall')).toEqual([]);
    expect(await call.offeredTo()).toEqual(['pavel']);
    await call.claims('pavel');
    await call.dialsIn('pavel', { legCallSid: 'CA-again' });
    await call.joins('pavel');
    expect(await call.row()).toMatchObject({ phase: 'talking', claimedBy: 'pavel', ownerId: 'anna' });
    await call.leaves('pavel');
    await line.pass(21);
    expect(await call.offeredTo()).toEqual(['anna', 'boris']);
    await call.expectPhase('ringing');
  });

  test('is hung up by the person on the line as ever', async () => {
    const { line, call } = await claimed(dialect);
    await call.dialsIn('anna');
    await call.joins('anna');
    await hangUp(line.world.as(line.company.as('anna')), { callId: call.callId });
    await line.dispatch();
    expect(line.telephony.sentOf('endCall')).toEqual([{ type: 'endCall', callSid: call.callSid }]);
  });

  test('keeps the kind of telephone it was claimed with', async () => {
    const { line, call } = await claimed(dialect);
    await line.store.tx((db) => updateEmployee(db, 'anna', { phoneKind: 'dialled', phone: '+74951230001' }));
    expect(await call.dialsIn('anna')).toContain('agent_anna_1');
  });
});

test('a browser that names no call tries its line: it hears music and is hung up on, and nothing is written', async () => {
  const { line, trace } = await claimed('sqlite');
  const before = await trace();
  const dialsIn = (From: string) =>
    joinByBrowser(line.system(), { ...readBrowserJoin({ CallSid: 'CA-try', From }), render: renderAnswer });
  expect(await dialsIn('client:agent_anna')).toMatch(/<Play>\/sounds\/hold\.wav<\/Play><Hangup\/>/);
  expect(await dialsIn('client:stranger')).toBe(hangUpTwiml);
  expect(await trace()).toEqual(before);
});

describe.each(dialects)('a call claimed on a telephone on %s', (dialect) => {
  test('is rung there, and no browser is let into it', async () => {
    const line = await openLine(dialect);
    await line.available('anna');
    const call = await line.callerCalls();
    await call.callerJoins();
    const { claimExpiresAt } = await claimCall(line.world.as(line.company.as('anna')), {
      callId: call.callId,
    });
    expect(claimExpiresAt).toBe(line.world.now() + 30_000);
    expect(await call.dialsIn('anna')).toBe(hangUpTwiml);
    await line.dispatch();
    expect(line.telephony.sentOf('join')).toHaveLength(1);
  });

  test('rings also who has a number and works in the browser: only there', async () => {
    const line = await openLine(dialect);
    await line.inBrowser('anna');
    await line.store.tx((db) => updateEmployee(db, 'anna', { phone: '+74951230001' }));
    await line.available('anna');
    const call = await line.callerCalls();
    await call.callerJoins();
    await call.claims('anna');
    await line.dispatch();
    expect(line.telephony.sentOf('join')).toEqual([]);
  });
});
