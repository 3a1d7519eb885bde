import { describe, expect, test } from 'vitest';
import { dialects } from '@/db/testing';
import { openLine, type TestCall } from '@/tests/call-driver';

const ends = ({ line, callSid }: TestCall) => line.telephony.sent.filter(isEndOf(callSid));
const isEndOf = (callSid: string) => (command: { type: string; callSid?: string }) =>
  command.type === 'endCall' && command.callSid === callSid;

describe.each(dialects)('a call that is over while its caller is still on the line on %s', (dialect) => {
  test('because the provider refused our last words is ended', async () => {
    const line = await openLine(dialect);
    const call = await line.callerCalls();
    await call.callerJoins();
    await line.pass(119);
    line.telephony.nextAnswers.push({ result: 'refused', problem: '21218 invalid twiml' });
    await line.pass(1);
    await call.expectPhase('ended');
    expect(ends(call)).toHaveLength(0);
    await line.pass(15);
    expect(ends(call)).toHaveLength(1);
    await line.pass(60);
    expect(ends(call)).toHaveLength(1);
  });

  test('because the line put them back into their room is ended', async () => {
    const line = await openLine(dialect);
    const call = await line.callerCalls();
    await call.callerJoins();
    await line.fallsBack(call.callSid, `voice/wait?c=${call.callId}`);
    await call.conference('participant-leave', { ParticipantLabel: 'caller', CallSid: call.callSid });
    await call.expectPhase('ended');
    await line.pass(15);
    expect(ends(call)).toHaveLength(1);
  });

  test('hears our last words to their end first, however late they could be said', async () => {
    const line = await openLine(dialect);
    const call = await line.callerCalls();
    await call.callerJoins();
    await line.pass(119);
    const busy = { result: 'retry', problem: '20429 too many requests', afterMs: 10_000 } as const;
    line.telephony.nextAnswers.push(busy, busy);
    await line.pass(1 + 20);
    expect(line.telephony.sentOf('sayAndEnd')).toHaveLength(1);
    await line.pass(14);
    expect(ends(call)).toHaveLength(0);
    await line.pass(15);
    expect(ends(call)).toHaveLength(1);
  });

  test('is left alone when the line tells its end, or that it is gone', async () => {
    const line = await openLine(dialect);
    const completed = await line.callerCalls();
    await completed.callerJoins();
    await completed.callerHangsUp();
    const gone = await line.callerCalls({ from: '+79131112233' });
    await gone.callerJoins();
    await line.pass(119);
    line.telephony.nextAnswers.push({ result: 'gone', problem: '21220' });
    await line.pass(60);
    expect(ends(completed)).toHaveLength(0);
    expect(ends(gone)).toHaveLength(0);
  });
});
