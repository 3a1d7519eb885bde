import { describe, expect, test } from 'vitest';
import { findMissedCall } from '@/db/next-reactions';
import { listReactionsOfCall } from '@/db/reactions';
import { dialects } from '@/db/testing';
import { openLine, type TestCall } from '@/tests/call-driver';
import { talkOf, throughTheCard } from '@/tests/talk-driver';

async function askedForPavel(dialect: (typeof dialects)[number], from?: string) {
  const line = await openLine(dialect);
  await line.available('anna', 'pavel', 'polina');
  const call = await line.callerCalls(from ? { from } : {});
  await call.callerJoins();
  await call.answers('anna');
  const talk = talkOf(call, 'anna');
  await talk.say(
    { type: 'caller.askedForSalesManager' },
    { type: 'caller.namedEmployee', employeeId: 'pavel' },
    { type: 'manager.saidGoodbye' },
  );
  return { line, call };
}

const missedCallOf = ({ line, callId }: TestCall) => findMissedCall(line.store.read, callId);

describe.each(dialects)('a hand-over that came back on %s', (dialect) => {
  test('keeps its caller on the line when the phone of the manager drops (IN-10, S8)', async () => {
    const line = await openLine(dialect);
    await line.available('anna', 'pavel');
    const call = await line.callerCalls();
    await call.callerJoins();
    await call.answers('anna');
    const talk = talkOf(call, 'anna');
    await talk.say({ type: 'caller.askedAboutProducts' }, ...throughTheCard, { type: 'manager.saidGoodbye' });
    await line.pass(25);
    await call.answers('anna');
    expect(await talk.step()).toBe('returned');
    await call.leaves('anna');
    await call.expectPhase('ringing');
    expect(await call.offeredTo()).toEqual(['anna']);
    await call.answers('anna');
    await talk.say({ type: 'manager.promisedCallBack' });
    await call.leaves('anna');
    await line.dispatch();
    expect(line.telephony.sent.at(-1)).toMatchObject({ type: 'endCall' });
  });
});

describe.each(dialects)('a note typed while a hand-over rings on %s', (dialect) => {
  test('is read in the reaction, whether somebody takes the call or its caller gives up (IN-6)', async () => {
    const line = await openLine(dialect);
    await line.available('anna', 'pavel');
    const notes: string[] = [];
    for (const ends of ['answers', 'callerHangsUp'] as const) {
      const call = await line.callerCalls();
      await call.callerJoins();
      await call.answers('anna');
      const talk = talkOf(call, 'anna');
      await talk.say(
        { type: 'caller.askedAboutProducts' },
        ...throughTheCard,
        { type: 'manager.filledIn', patch: { note: 'три места' } },
        { type: 'manager.saidGoodbye' },
        { type: 'manager.filledIn', patch: { note: 'три места, спешит' } },
      );
      await call[ends]('pavel');
      const [reaction] = await listReactionsOfCall(line.store.read, call.callId);
      notes.push(reaction!.note);
      if (ends === 'answers') await call.callerHangsUp();
    }
    expect(notes).toEqual(['три места, спешит', 'три места, спешит']);
  });
});

describe.each(dialects)('a caller whose named colleague does not answer on %s', (dialect) => {
  test('and who then waits in vain hears a promise that is kept as a missed call (IN-3, IN-10)', async () => {
    const { line, call } = await askedForPavel(dialect);
    await line.pass(25 + 30 + 120);
    await call.expectPhase('ended');
    expect(line.telephony.sent.at(-1)).toMatchObject({ type: 'sayAndEnd', words: 'nobodyAnswered' });
    await call.callCompletes();
    await line.pass(15);
    expect(await call.row()).toMatchObject({ outcome: 'answered', ownerId: 'anna' });
    expect(await missedCallOf(call)).toMatchObject({ endedAt: null, responsibleDepartmentId: 'client' });
  });

  test('and who hangs up on the way back is a missed call (IN-10)', async () => {
    const { line, call } = await askedForPavel(dialect);
    await line.pass(30);
    await call.expectPhase('ringing');
    await call.callerHangsUp();
    await line.pass(15);
    expect(await missedCallOf(call)).toMatchObject({ endedAt: null });
  });

  test('and whose number is withheld leaves a journal line only (IN-11)', async () => {
    const { line, call } = await askedForPavel(dialect, 'anonymous');
    await line.pass(30);
    await call.callerHangsUp();
    await line.pass(15);
    expect(await missedCallOf(call)).toBeNull();
  });

  test('and who hangs up while it still rings there leaves nothing to be done (IN-3)', async () => {
    const { line, call } = await askedForPavel(dialect);
    await line.pass(10);
    await call.callerHangsUp();
    await line.pass(15);
    expect(await missedCallOf(call)).toBeNull();
  });

  test('and who is taken up again by the manager leaves nothing to be done (IN-10)', async () => {
    const { line, call } = await askedForPavel(dialect);
    await line.pass(30);
    await call.answers('anna');
    await call.callerHangsUp();
    await line.pass(15);
    expect(await missedCallOf(call)).toBeNull();
    expect(await call.row()).toMatchObject({ unfinishedSince: expect.any(Number) });
  });
});

describe.each(dialects)('a caller whose records are written on %s', (dialect) => {
  test('is no missed call, however in vain they wait: sales has the next reaction (IN-2, IN-10)', async () => {
    const line = await openLine(dialect);
    await line.available('anna', 'pavel');
    const call = await line.callerCalls();
    await call.callerJoins();
    await call.answers('anna');
    await talkOf(call, 'anna').say({ type: 'caller.askedAboutProducts' }, ...throughTheCard, {
      type: 'manager.saidGoodbye',
    });
    await line.pass(25 + 30 + 120);
    await call.callCompletes();
    await line.pass(15);
    expect((await call.row()).recordsWrittenAt).not.toBeNull();
    expect(await missedCallOf(call)).toBeNull();
  });
});
