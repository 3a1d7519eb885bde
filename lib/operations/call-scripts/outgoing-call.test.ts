import { describe, expect, test } from 'vitest';

import {
  findMissedCall,
  getNextReaction,
  listNextReactionChanges,
  listNextReactionsOfReactions,
} from '@/db/next-reactions';
import { listReactionsOfCall } from '@/db/reactions';
import { dialects } from '@/db/testing';
import { dayMs } from '@/lib/domain/duration';
import type { CallToPlace } from '@/lib/operations/calls/place-call';
import { makeTestCard, phones } from '@/lib/operations/counterparties/testing-cards';
import type { TestName } from '@/lib/operations/employees/testing';
import { closeNextReaction } from '@/lib/operations/reactions/close-next-reaction';
import { listNextReactions } from '@/lib/operations/reactions/list-next-reactions';
import { commercialRecords, writeTestRecords } from '@/lib/operations/reactions/testing-records';
import { callerNumber, openLine, type TestCall, type TestLine } from '@/tests/call-driver';
import { talkOf, throughTheCard } from '@/tests/talk-driver';

async function talking(line: TestLine, name: TestName, call: Partial<CallToPlace> = {}): Promise<TestCall> {
  const placed = await line.placesCall(name, call);
  await placed.joins(name);
  await line.dispatch();
  await placed.partyAnswers();
  return placed;
}

async function recordsOf({ line, callId }: TestCall) {
  const reactions = await listReactionsOfCall(line.store.read, callId);
  const next = await listNextReactionsOfReactions(
    line.store.read,
    reactions.map(({ id }) => id),
  );
  return { reactions, next };
}

describe.each(dialects)('the conversation of a call we placed on %s', (dialect) => {
  test('from a card leaves a reaction on it and a next reaction of whoever called, when agreed (OUT-3)', async () => {
    const line = await openLine(dialect);
    await line.hasNumber();
    const card = {
      name: 'ООО «Василёк»',
      city: 'Кемерово',
      contactPerson: '—',
      phones: phones(callerNumber),
    };
    const counterpartyId = await makeTestCard(line.world, line.company, card);
    const call = await talking(line, 'anna', { counterpartyId });
    const talk = talkOf(call, 'anna');
    expect(await talk.view()).toMatchObject({
      chosenCounterpartyId: counterpartyId,
      conversation: {
        step: { name: 'greeting', kind: 'mandatory' },
        words: { ru: 'Здравствуйте! Это Анна, компания MLS IT. Вам удобно сейчас говорить?' },
      },
    });
    await talk.say(
      { type: 'caller.couldTalk' },
      { type: 'caller.agreed' },
      { type: 'manager.confirmedCard' },
      { type: 'manager.describedAppeal' },
      { type: 'manager.agreedOn', due: 'tomorrow' },
      { type: 'manager.saidGoodbye' },
    );
    const { reactions, next } = await recordsOf(call);
    expect(reactions).toMatchObject([{ type: 'outgoingCall', topic: 'договорённость', route: 'agreed' }]);
    expect(next).toMatchObject([
      {
        kind: 'act',
        counterpartyId,
        responsibleEmployeeId: 'anna',
        dueAt: line.world.now() + dayMs,
        endedAt: null,
      },
    ]);
    expect(await call.row()).toMatchObject({ counterpartyId, route: 'agreed' });
    expect(line.telephony.sent.at(-1)).toEqual({ type: 'endCall', callSid: call.callSid });
    await call.callerHangsUp();
    expect(await call.row()).toMatchObject({ finishedAt: expect.any(Number), unfinishedSince: null });
  });

  test('with an unknown number makes the card, for a sales manager too, and no lead of it', async () => {
    const line = await openLine(dialect);
    await line.hasNumber();
    const call = await talking(line, 'polina');
    await talkOf(call, 'polina').say(
      { type: 'caller.askedToCallLater' },
      ...throughTheCard,
      { type: 'manager.agreedOn', due: 'today' },
      { type: 'manager.saidGoodbye' },
    );
    const { reactions, next } = await recordsOf(call);
    expect(reactions).toMatchObject([{ type: 'outgoingCall', topic: 'просьба перезвонить' }]);
    expect(next).toMatchObject([{ responsibleEmployeeId: 'polina', responsibleDepartmentId: 'sales' }]);
    expect((await call.row()).counterpartyId).not.toBeNull();
  });

  test('without an agreement stands in the journal alone, and a complaint goes where complaints go (SA-3)', async () => {
    const line = await openLine(dialect);
    await line.hasNumber();
    const nothing = await talking(line, 'anna');
    await talkOf(nothing, 'anna').say(
      { type: 'caller.couldTalk' },
      { type: 'caller.agreedNothing' },
      { type: 'manager.saidGoodbye' },
    );
    expect(await recordsOf(nothing)).toEqual({ reactions: [], next: [] });
    expect(await nothing.row()).toMatchObject({ route: 'nothingAgreed', finishedBy: 'anna' });
    await nothing.callerHangsUp();

    const complaint = await talking(line, 'anna');
    await talkOf(complaint, 'anna').say(
      { type: 'caller.complained' },
      { type: 'manager.filledIn', patch: { complaint: { text: 'не отвечают', departmentKind: 'support' } } },
      { type: 'manager.tookDownComplaint' },
      ...throughTheCard,
      { type: 'manager.saidGoodbye' },
    );
    expect((await recordsOf(complaint)).reactions).toMatchObject([{ type: 'complaint', route: 'complaint' }]);
  });

  test('that breaks off stands among the unfinished ones with all that was said (IN-6)', async () => {
    const line = await openLine(dialect);
    await line.hasNumber();
    const call = await talking(line, 'anna');
    const talk = talkOf(call, 'anna');
    await talk.say({ type: 'caller.couldTalk' }, { type: 'caller.agreed' });
    await call.callerHangsUp();
    expect(await call.row()).toMatchObject({ unfinishedSince: line.world.now(), finishedAt: null });
    await talk.say(
      ...throughTheCard,
      { type: 'manager.agreedOn', due: 'inAWeek' },
      { type: 'manager.saidGoodbye' },
    );
    expect(await call.row()).toMatchObject({ finishedBy: 'anna', route: 'agreed' });
    expect((await recordsOf(call)).reactions).toHaveLength(1);
  });

  describe('from a next reaction', () => {
    const agreement = [
      { type: 'caller.couldTalk' },
      { type: 'caller.agreed' },
      { type: 'manager.confirmedCard' },
      { type: 'manager.describedAppeal' },
      { type: 'manager.agreedOn', due: 'tomorrow' },
      { type: 'manager.saidGoodbye' },
    ] as const;

    async function promised() {
      const line = await openLine(dialect);
      await line.hasNumber();
      const { as } = line.company;
      const plan = {
        ...commercialRecords,
        nextReactions: [
          { responsible: { kind: 'employee', employeeId: 'anna' } as const, dueSetting: 'tomorrow' as const },
        ],
      };
      const written = await writeTestRecords(line.world, as('anna'), { plan, callId: null });
      const subjectId = written.nextReactionIds[0]!;
      const script = { id: 'outgoing-call', subjectId };
      const row = async () => (await getNextReaction(line.store.read, subjectId))!;
      return { line, as, written, script, row };
    }

    test('begins on its card and appeal, and what was agreed fulfils it (OUT-3)', async () => {
      const { line, written, script, row } = await promised();
      const call = await talking(line, 'anna', { script });
      const talk = talkOf(call, 'anna');
      expect(await talk.view()).toMatchObject({
        chosenCounterpartyId: written.counterpartyId,
        conversation: { draft: { chosenAppeal: { id: written.appealId } } },
        script,
      });
      await talk.say(...agreement);
      const { reactions, next } = await recordsOf(call);
      expect(reactions).toMatchObject([{ appealId: written.appealId, type: 'outgoingCall' }]);
      expect(next).toMatchObject([{ responsibleEmployeeId: 'anna', endedAt: null }]);
      expect(await row()).toMatchObject({
        outcome: 'fulfilled',
        endedBy: 'anna',
        fulfilledByReactionId: reactions[0]!.id,
      });
    });

    test('leaves it open when another appeal was talked about, or nothing was agreed', async () => {
      const { line, script, row } = await promised();
      const other = await talking(line, 'anna', { script });
      await talkOf(other, 'anna').say(
        { type: 'manager.choseAppeal', appealId: null },
        { type: 'manager.filledIn', patch: { appeal: { topic: 'обучение' } } },
        ...agreement,
      );
      expect((await recordsOf(other)).reactions).toMatchObject([{ topic: 'обучение' }]);
      expect(await row()).toMatchObject({ endedAt: null });
      await other.callerHangsUp();

      const nothing = await talking(line, 'anna', { script });
      await talkOf(nothing, 'anna').say({ type: 'caller.agreedNothing' }, { type: 'manager.saidGoodbye' });
      expect(await row()).toMatchObject({ endedAt: null });
    });

    test('stands in its history when nobody answers (OUT-2)', async () => {
      const { line, script, row } = await promised();
      const inVain = await line.placesCall('anna', { script });
      await inVain.joins('anna');
      await line.dispatch();
      await inVain.partyIs('no-answer');
      await line.pass(20);
      expect(await listNextReactionChanges(line.store.read, [script.subjectId])).toMatchObject([
        { what: 'calledInVain', employeeId: 'anna', to: { callId: inVain.callId, outcome: 'noAnswer' } },
      ]);
      expect(await row()).toMatchObject({ endedAt: null });
    });

    test('is placed by who may fulfil it, while it is open and has a card', async () => {
      const { line, as, script } = await promised();
      await expect(line.placesCall('pavel', { script })).rejects.toMatchObject({ code: 'notFound' });
      const missed = await line.callerCalls();
      await missed.callerHangsUp();
      await line.pass(20);
      const { id } = (await findMissedCall(line.store.read, missed.callId))!;
      const withoutCard = line.placesCall('anna', { script: { ...script, subjectId: id } });
      await expect(withoutCard).rejects.toMatchObject({ fields: { script: 'notAChoice' } });
      await closeNextReaction(line.world.as(as('anna')), {
        nextReactionId: script.subjectId,
        version: 1,
        reason: 'передумали',
        outcome: 'closed',
      });
      await expect(line.placesCall('anna', { script })).rejects.toMatchObject({ code: 'notPossibleNow' });
    });

    test('offers the numbers of its card that can be dialled, to who may fulfil it alone', async () => {
      const { line, as, written } = await promised();
      const shownTo = async (name: TestName, scope: 'mine' | 'all') =>
        (await listNextReactions(line.world.as(as(name)), { scope, limit: 10 })).rows.find(
          ({ id }) => id === written.nextReactionIds[0],
        );
      expect((await shownTo('anna', 'mine'))?.phones).toEqual([
        { raw: expect.any(String), e164: callerNumber, extension: '100' },
      ]);
      expect((await shownTo('marina', 'all'))?.phones).toEqual([]);
    });
  });
});
