import { describe, expect, test } from 'vitest';
import { listNextReactionsOfReactions } from '@/db/next-reactions';
import { listReactionsOfCall } from '@/db/reactions';
import { dialects } from '@/db/testing';
import { dayMs } from '@/lib/domain/duration';
import type { CallToPlace } from '@/lib/operations/calls/place-call';
import { makeTestCard, phones } from '@/lib/operations/counterparties/testing-cards';
import type { TestName } from '@/lib/operations/employees/testing';
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
});
