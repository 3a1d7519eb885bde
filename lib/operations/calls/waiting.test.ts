import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { listCallOffers } from '@/db/call-offers';
import { findMissedCall, listNextReactionChanges } from '@/db/next-reactions';
import { updateSetting } from '@/db/settings';
import { dialects } from '@/db/testing';
import type { CallContext } from '@/lib/domain/calls/call-context';
import { answerWait } from '@/lib/operations/calls/answer-wait';
import type { Context } from '@/lib/operations/context';
import { fireDueDeadlines } from '@/lib/operations/deadlines/sweep';
import { describeNextReactions } from '@/lib/operations/reactions/describe-next-reactions';
import { callerNumber, openLine } from '@/tests/call-driver';

const refused = (_: string, error: unknown) => {
  throw error;
};

describe.each(dialects)('waiting on %s', (dialect) => {
  test('rings anew every 30 s and ends after 120 s with words and a missed call (IN-11)', async () => {
    const line = await openLine(dialect);
    await line.available('anna');
    const call = await line.callerCalls();
    await call.callerJoins();
    await line.pass(119);
    await call.expectPhase('ringing');
    const rounds = (await listCallOffers(line.store.read, call.callId)).map(({ round }) => round);
    expect(rounds).toEqual([1, 2, 3, 4]);
    await line.pass(1);
    await call.expectPhase('ended');
    expect(line.telephony.sent).toMatchObject([
      { type: 'sayAndEnd', callSid: call.callSid, words: 'nobodyAnswered' },
    ]);
    expect(await call.offeredTo()).toEqual([]);

    await call.callerHangsUp();
    await line.pass(14);
    expect(await findMissedCall(line.store.read, call.callId)).toBeNull();
    await line.pass(1);
    expect(await call.row()).toMatchObject({ outcome: 'missed', endedBy: 'system' });
    expect(await findMissedCall(line.store.read, call.callId)).toMatchObject({
      kind: 'missedCall',
      appealId: null,
      counterpartyId: null,
      callerE164: callerNumber,
      responsibleDepartmentId: 'client',
      endedAt: null,
    });
  });

  test('by a withheld number ends with other words and a journal line only (IN-11)', async () => {
    const line = await openLine(dialect);
    const call = await line.callerCalls({ from: 'anonymous' });
    await line.pass(120);
    expect(line.telephony.sent).toMatchObject([{ type: 'sayAndEnd', words: 'nobodyAnsweredWithheld' }]);
    await call.callCompletes();
    await line.pass(15);
    expect(await call.row()).toMatchObject({ outcome: 'missed' });
    expect(await findMissedCall(line.store.read, call.callId)).toBeNull();
  });

  test.each(['sip:kiosk@example.com', '112'])(
    'by %s, which is no number, is a missed call all the same, and shows what the line told (IN-11)',
    async (from) => {
      const line = await openLine(dialect);
      const call = await line.callerCalls({ from });
      await line.pass(120);
      expect(line.telephony.sent).toMatchObject([{ type: 'sayAndEnd', words: 'nobodyAnswered' }]);
      await call.callCompletes();
      await line.pass(15);
      const missed = (await findMissedCall(line.store.read, call.callId))!;
      expect(missed).toMatchObject({ callerE164: null, endedAt: null });
      const anna = line.company.as('anna');
      const now = line.world.now();
      expect(await describeNextReactions(line.store.read, anna, [missed], now)).toMatchObject([
        { callerE164: null, callerText: from },
      ]);

      await line.available('anna');
      const other = await line.callerCalls({ from: `${from}0` });
      await other.callerJoins();
      await other.answers('anna');
      await other.callerHangsUp();
      expect(await findMissedCall(line.store.read, call.callId)).toMatchObject({ outcome: null });
      const again = await line.callerCalls({ from });
      await again.callerJoins();
      await again.answers('anna');
      expect(await findMissedCall(line.store.read, call.callId)).toMatchObject({ outcome: 'calledAgain' });
    },
  );

  test('for a phone that answered only after its claim had lapsed is a missed call (IN-11)', async () => {
    const line = await openLine(dialect);
    await line.available('anna');
    const call = await line.callerCalls();
    await call.callerJoins();
    await call.claims('anna');
    await line.dispatch();
    await line.pass(30);
    await call.joins('anna');
    await line.dispatch();
    await call.leaves('anna', 'participant_updated_via_api');
    await line.pass(90);
    await call.expectPhase('ended');
    await call.callCompletes();
    await line.pass(15);
    expect(await call.row()).toMatchObject({ outcome: 'missed', answeredAt: null, ownerId: null });
    expect(await findMissedCall(line.store.read, call.callId)).not.toBeNull();
  });

  test('given up while a phone still rang is a missed call, although that leg is told as completed (IN-11)', async () => {
    const line = await openLine(dialect);
    await line.available('anna');
    const call = await line.callerCalls();
    await call.callerJoins();
    await call.claims('anna');
    await line.dispatch();
    await call.callerHangsUp();
    await call.stopsRinging('anna');
    await line.pass(15);
    expect(await call.row()).toMatchObject({ outcome: 'abandoned', answeredAt: null });
    expect(await findMissedCall(line.store.read, call.callId)).not.toBeNull();
  });

  test('for somebody whose phone was busy is a missed call all the same (IN-11)', async () => {
    const line = await openLine(dialect);
    await line.available('anna');
    const call = await line.callerCalls();
    await call.callerJoins();
    await call.claims('anna');
    await line.dispatch();
    await call.phoneIs('busy', 'anna');
    await call.callerHangsUp();
    await line.pass(16);
    expect(await call.row()).toMatchObject({ outcome: 'abandoned' });
    expect(await findMissedCall(line.store.read, call.callId)).not.toBeNull();
  });

  test('goes by the times that are set; a running call keeps those it began with (IN-11)', async () => {
    const line = await openLine(dialect);
    const earlier = await line.callerCalls();
    await line.store.tx((db) =>
      updateSetting(db, {
        key: 'times',
        value: { offerSeconds: 10, waitingSeconds: 40 },
        updatedAt: line.world.now(),
        updatedBy: null,
      }),
    );
    await line.available('anna');
    const later = await line.callerCalls({ from: '+79131112233' });
    await line.pass(39);
    await later.expectPhase('ringing');
    expect(await listCallOffers(line.store.read, later.callId)).toHaveLength(4);
    await line.pass(1);
    await later.expectPhase('ended');
    await earlier.expectPhase('ringing');
  });

  test('a missed call is settled when the same number calls again and is answered (IN-11)', async () => {
    const line = await openLine(dialect);
    const missed = await line.callerCalls();
    await missed.callerHangsUp();
    await line.pass(16);
    await line.available('anna');
    const again = await line.callerCalls();
    await again.callerJoins();
    expect(await findMissedCall(line.store.read, missed.callId)).toMatchObject({ endedAt: null });
    await again.answers('anna');
    const settled = (await findMissedCall(line.store.read, missed.callId))!;
    expect(settled).toMatchObject({ outcome: 'calledAgain', endedBy: 'anna' });
    expect(await listNextReactionChanges(line.store.read, [settled.id])).toMatchObject([
      { what: 'closed', to: { outcome: 'calledAgain', callId: again.callId } },
    ]);
  });

  test('a caller who was answered within seconds of hanging up leaves nothing to be done', async () => {
    const line = await openLine(dialect);
    await line.available('anna');
    const missed = await line.callerCalls();
    await missed.callerHangsUp();
    const again = await line.callerCalls();
    await again.callerJoins();
    await again.answers('anna');
    await line.pass(16);
    expect(await findMissedCall(line.store.read, missed.callId)).toMatchObject({ outcome: 'calledAgain' });
  });

  test('deadlines fire once, however many sweeps run (I6)', async () => {
    const line = await openLine(dialect);
    await line.available('anna');
    const call = await line.callerCalls();
    line.world.pass(30_000);
    await line.available('anna');
    const fired = await Promise.all(Array.from({ length: 8 }, () => fireDueDeadlines(line.system())));
    expect(fired.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect((await listCallOffers(line.store.read, call.callId)).map(({ round }) => round)).toEqual([1, 2]);
  });

  test('a stopped sweep strands no caller: the music’s own request fires what is long due', async () => {
    const line = await openLine(dialect);
    const call = await line.callerCalls();
    const listens = () => answerWait(line.system(), { callId: call.callId, onProblem: refused });
    const round = async () => ((await call.row()).snapshot as { context: CallContext }).context.offered.round;
    line.world.pass(32_000);
    await listens();
    expect(await round()).toBe(1);
    line.world.pass(1000);
    await listens();
    expect(await round()).toBe(2);
    line.world.pass(90_000);
    await listens();
    await call.expectPhase('ended');
  });

  test('callers hear their place in the queue, where their department tells it', async () => {
    const line = await openLine(dialect);
    const positionOf = async (callId: string) =>
      (await answerWait(line.system(), { callId, onProblem: refused })).position;
    await line.available('anna');
    const first = await line.callerCalls();
    line.world.pass(1000);
    const second = await line.callerCalls({ from: '+79131112233' });
    expect([await positionOf(first.callId), await positionOf(second.callId)]).toEqual([1, 2]);
    expect(await positionOf('unknown')).toBeNull();

    const { departments } = line.store.read.t;
    await line.store.tx(async (db) => {
      await db.q.update(departments).set({ tellsPosition: false }).where(eq(departments.id, 'client'));
    });
    expect(await positionOf(second.callId)).toBeNull();
    await line.store.tx(async (db) => {
      await db.q.update(departments).set({ tellsPosition: true }).where(eq(departments.id, 'client'));
    });
    await first.callerJoins();
    await first.answers('anna');
    expect([await positionOf(first.callId), await positionOf(second.callId)]).toEqual([null, 1]);
  });

  test('goes on to the music although nothing can be written, which is told', async () => {
    const line = await openLine(dialect);
    const call = await line.callerCalls();
    line.world.pass(33_000);
    const failing: Context = {
      ...line.system(),
      tx: () => Promise.reject(new Error('the disk is full')),
    };
    const problems: string[] = [];
    const onProblem = (what: string, error: unknown) => problems.push(`${what}: ${error}`);
    expect(await answerWait(failing, { callId: call.callId, onProblem })).toEqual({ position: 1 });
    expect(problems).toEqual([
      expect.stringMatching(/^deadline .*: Error: the disk is full$/),
      `music of ${call.callId}: Error: the disk is full`,
    ]);
  });

  test('one deadline that fails stays due and holds up no other', async () => {
    const line = await openLine(dialect);
    const first = await line.callerCalls();
    const second = await line.callerCalls({ from: '+79131112233' });
    line.world.pass(120_000);
    const context = line.system();
    let acts = 0;
    const failing: Context = {
      ...context,
      tx: (act) => (++acts <= 2 ? Promise.reject(new Error('the disk is full')) : context.tx(act)),
    };
    const problems: string[] = [];
    await fireDueDeadlines(failing, { onProblem: (id) => problems.push(id) });
    expect(problems).toHaveLength(2);
    await fireDueDeadlines(line.system());
    await first.expectPhase('ended');
    await second.expectPhase('ended');
  });
});
