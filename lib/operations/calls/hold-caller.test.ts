import { describe, expect, test } from 'vitest';
import { dialects } from '@/db/testing';
import { openLine, type TestCall, type TestLine } from '@/tests/call-driver';
import { getCallView } from './get-call';
import { holdCaller } from './hold-caller';
import { listMyCalls } from './list-my-calls';
import { muteMicrophone } from './mute-microphone';
import { resumeCaller } from './resume-caller';
import { reviewCall } from './review-call';
import { unmuteMicrophone } from './unmute-microphone';

async function talking(dialect: (typeof dialects)[number]) {
  const line = await openLine(dialect);
  await line.available('anna', 'boris', 'pavel');
  const call = await line.callerCalls();
  await call.callerJoins();
  await call.answers('anna');
  return { line, call };
}

const barOf = async (line: TestLine, name: 'anna' | 'pavel') =>
  (await listMyCalls(line.world.as(line.company.as(name)))).calls[0];

const seen = (line: TestLine, call: TestCall) =>
  getCallView(line.world.as(line.company.as('anna')), { callId: call.callId });

describe.each(dialects)('a hold on %s', (dialect) => {
  test('gives the caller music and stands in the bar with its time, until they come back (S2)', async () => {
    const { line, call } = await talking(dialect);
    const { conferenceSid } = call;
    await call.does('anna', holdCaller);
    expect(line.telephony.sent.at(-1)).toEqual({ type: 'hold', conferenceSid });
    const heldSince = line.world.now();
    await line.pass(12);
    expect(await barOf(line, 'anna')).toMatchObject({ phase: 'talking', heldSince, troubles: [] });
    await call.does('anna', resumeCaller);
    expect(line.telephony.sent.at(-1)).toEqual({ type: 'unhold', conferenceSid });
    expect(await barOf(line, 'anna')).toMatchObject({ heldSince: null });
  });

  test('asked for again changes nothing', async () => {
    const { line, call } = await talking(dialect);
    await call.does('anna', holdCaller);
    await call.does('anna', holdCaller);
    await call.does('anna', resumeCaller);
    await call.does('anna', resumeCaller);
    expect(line.telephony.sent.map(({ type }) => type)).toEqual(['join', 'hold', 'unhold']);
  });

  test('is theirs alone who are on the line, and of no use before and after', async () => {
    const { line, call } = await talking(dialect);
    await expect(call.does('boris', holdCaller)).rejects.toMatchObject({ code: 'forbidden' });
    await call.callerHangsUp();
    await expect(call.does('anna', holdCaller)).rejects.toMatchObject({ details: { reason: 'ended' } });
    const other = await line.callerCalls({ from: '+79131112233' });
    await expect(other.does('anna', holdCaller)).rejects.toMatchObject({ code: 'forbidden' });
    await other.claims('boris');
    await expect(other.does('boris', holdCaller)).rejects.toMatchObject({ details: { reason: 'notNow' } });
  });

  test('the line refuses is shown as a trouble and is no hold; a later one that works makes it good', async () => {
    const { line, call } = await talking(dialect);
    line.telephony.nextAnswers.push({ result: 'refused', problem: '16022' });
    await call.does('anna', holdCaller);
    expect(await seen(line, call)).toMatchObject({
      heldSince: null,
      troubles: [{ type: 'hold', state: 'failed' }],
    });
    await call.does('anna', holdCaller);
    expect(await seen(line, call)).toMatchObject({ heldSince: line.world.now(), troubles: [] });
    line.telephony.nextAnswers.push({ result: 'refused', problem: '16022' });
    await call.does('anna', resumeCaller);
    expect(await seen(line, call)).toMatchObject({
      heldSince: line.world.now(),
      troubles: [{ type: 'unhold' }],
    });
  });

  test('during which the employee hangs up or the caller does ends as a talk does', async () => {
    const { line, call } = await talking(dialect);
    await call.does('anna', holdCaller);
    await call.leaves('anna');
    await line.dispatch();
    await call.expectPhase('ringing');
    await call.answers('anna');
    expect(line.telephony.sent.at(-1)).toMatchObject({ type: 'unhold' });
    await call.does('anna', holdCaller);
    await call.callerHangsUp();
    expect(await call.row()).toMatchObject({ phase: 'ended', endedBy: 'caller' });
    expect(await seen(line, call)).toMatchObject({ heldSince: null });
  });

  test('stands in the review of the call', async () => {
    const { line, call } = await talking(dialect);
    await call.does('anna', holdCaller);
    await call.does('anna', resumeCaller);
    const review = await reviewCall(line.world.as(line.company.as('clara')), { callId: call.callId });
    expect(review.facts.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['employee.heldCaller', 'employee.resumedCaller']),
    );
  });
});

describe.each(dialects)('a microphone on %s', (dialect) => {
  test('of a telephone is switched off at the line, and on again (S2)', async () => {
    const { line, call } = await talking(dialect);
    const { conferenceSid } = call;
    const label = await call.labelOf('anna');
    await call.does('anna', muteMicrophone);
    expect(line.telephony.sent.at(-1)).toEqual({ type: 'mute', conferenceSid, label });
    expect(await barOf(line, 'anna')).toMatchObject({ isMuted: true });
    await call.does('anna', unmuteMicrophone);
    expect(line.telephony.sent.at(-1)).toEqual({ type: 'unmute', conferenceSid, label });
    await expect(call.does('pavel', muteMicrophone)).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('that the line would not switch off is shown as on', async () => {
    const { line, call } = await talking(dialect);
    line.telephony.nextAnswers.push({ result: 'refused', problem: '16022' });
    await call.does('anna', muteMicrophone);
    expect(await barOf(line, 'anna')).toMatchObject({ isMuted: false, troubles: [{ type: 'mute' }] });
  });
});
