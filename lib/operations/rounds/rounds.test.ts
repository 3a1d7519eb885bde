import { describe, expect, test } from 'vitest';
import { listComplaintsOfCounterparties } from '@/db/complaints';
import { getCounterparty } from '@/db/counterparties';
import { listNextReactionsOfReactions } from '@/db/next-reactions';
import { listNoticesOfComplaint } from '@/db/notices';
import { listRoundAttempts } from '@/db/round-attempts';
import { listClientsToPlan } from '@/db/round-plans';
import { listRoundsOfCounterparty } from '@/db/rounds';
import { dialects } from '@/db/testing';
import { dayMs, hourMs, minuteMs } from '@/lib/domain/duration';
import { roundDays } from '@/lib/domain/rounds/plan-round';
import { discardCall } from '@/lib/operations/call-scripts/discard-call';
import { sendNotices } from '@/lib/operations/complaints/send-notices';
import { mergeCounterparties } from '@/lib/operations/counterparties/merge-counterparties';
import { makeTestCard, phones } from '@/lib/operations/counterparties/testing-cards';
import { updateCounterparty } from '@/lib/operations/counterparties/update-counterparty';
import { fireDueDeadlines } from '@/lib/operations/deadlines/sweep';
import type { TestName } from '@/lib/operations/employees/testing';
import { openLine, type TestLine } from '@/tests/call-driver';
import { talkOf } from '@/tests/talk-driver';
import { answerRound } from './answer-round';
import { complainOfRound } from './complain-of-round';
import { listRounds } from './list-rounds';
import { nextRound } from './next-round';
import { noteRoundAttempt } from './note-round-attempt';
import { beginPlanningRounds } from './plan-rounds';
import { readTrends } from './read-trends';
import { receiveLetter, takeLetterBack } from './receive-letter';
import { refuseRound } from './refuse-round';

const good = { verdict: 'satisfied', words: '' } as const;
const bad = { verdict: 'dissatisfied', words: 'отвечают через день' } as const;
const pleased = { software: good, support: good, company: good, letterPromised: true, complaint: null };

describe.each(dialects)('a satisfaction round on %s', (dialect) => {
  test('SA-1: is planned for every client of a client manager, and planned on as it comes due', async () => {
    const { line, cards, rounds } = await start(dialect, 8);
    expect((await Promise.all(cards.map(rounds))).flat()).toHaveLength(8);
    for (let day = 0; day < 30; day += 1) await daysPass(line, 1);
    for (const card of cards) {
      const dates = (await rounds(card))
        .map(({ dueOn }) => Date.parse(dueOn))
        .sort((one, other) => one - other);
      expect(dates.length).toBeGreaterThanOrEqual(3);
      dates.slice(1).forEach((at, index) => {
        const apart = (at - dates[index]!) / dayMs;
        expect(apart).toBeLessThanOrEqual(roundDays);
        // Nobody is called again after a few days: holidays and weekends alone move a round further forward.
        expect(apart).toBeGreaterThanOrEqual(roundDays - 4);
      });
    }
    const uncalled = (await rounds(cards[0]!)).filter(({ state }) => state === 'missed');
    expect(uncalled.length).toBeGreaterThan(0);
  });

  test('SA-1: is counted from the client’s last one', async () => {
    const { line, cards, rounds } = await start(dialect, 2);
    const [first] = await rounds(cards[0]!);
    const due = await listClientsToPlan(line.store.read, first!.dueOn, 10);
    expect(due.find(({ id }) => id === cards[0])).toMatchObject({ lastDueOn: first!.dueOn });
    expect(await listClientsToPlan(line.store.read, '2020-01-01', 10)).toEqual([]);
  });

  test('CS-9: follows its client to another manager, and is called by whoever stands in', async () => {
    const { line, cards, as, rounds } = await start(dialect, 1);
    const list = (name: TestName, standsInFor: TestName[] = []) =>
      listRounds(line.world.as(line.company.as(name, standsInFor)), {
        show: 'planned',
        scope: 'mine',
        limit: 9,
      });
    expect((await list('anna')).rows).toHaveLength(1);
    expect((await list('boris')).rows).toHaveLength(0);
    expect((await list('boris', ['anna'])).rows).toMatchObject([{ may: { settle: true } }]);
    const { version } = (await getCounterparty(line.store.read, cards[0]!))!;
    await updateCounterparty(as('clara'), { counterpartyId: cards[0]!, version, assignedTo: 'boris' });
    expect((await list('boris')).rows).toHaveLength(1);
    expect((await rounds(cards[0]!))[0]).toMatchObject({ managerId: 'boris' });
  });

  test('of two clients that are one is not doubled', async () => {
    const { line, cards, as, rounds } = await start(dialect, 2);
    const [counterpartyId, otherId] = cards as [string, string];
    const version = async (id: string) => (await getCounterparty(line.store.read, id))!.version;
    await mergeCounterparties(as('clara'), {
      ...{ counterpartyId, otherId, take: {} },
      ...{ version: await version(counterpartyId), otherVersion: await version(otherId) },
    });
    await daysPass(line, 1);
    const open = (await rounds(counterpartyId)).filter(({ endedAt }) => endedAt === null);
    expect(open).toHaveLength(1);
  });

  test('SA-1: after three attempts at different hours the client was not reached, and the next date stays', async () => {
    const { line, as, due } = await start(dialect, 1);
    const round = await due();
    const note = () => noteRoundAttempt(as('anna'), { roundId: round.id, outcome: 'noAnswer' });
    expect((await nextRound(as('anna'))).round?.id).toBe(round.id);
    await note();
    await expect(note()).rejects.toMatchObject({ details: { reason: 'hourTried' } });
    const waiting = await nextRound(as('anna'));
    expect(waiting.round).toBeNull();
    expect(waiting.nextAt).toBeGreaterThan(line.world.now());
    line.world.pass(hourMs);
    await note();
    line.world.pass(hourMs);
    expect(await note()).toEqual({ state: 'notReached' });
    await expect(note()).rejects.toMatchObject({ details: { reason: 'alreadyDone' } });
    await expect(answerRound(as('anna'), { roundId: round.id, ...pleased })).rejects.toMatchObject({
      code: 'notPossibleNow',
    });
  });

  test('SA-2: satisfied by the call script leaves a letter to wait for, whose arrival is kept once', async () => {
    const { line, as, due, calls, row } = await start(dialect, 1);
    const round = await due();
    const call = await calls(round.id);
    await talkOf(call, 'anna').say(
      { type: 'caller.couldTalk' },
      { type: 'caller.wasSatisfied', about: 'software' },
      { type: 'caller.wasSatisfied', about: 'support' },
      { type: 'caller.wasSatisfied', about: 'company' },
      { type: 'caller.promisedLetter' },
      { type: 'manager.saidGoodbye' },
    );
    await call.callerHangsUp();
    expect(await call.row()).toMatchObject({ route: 'satisfied', counterpartyId: round.counterparty.id });
    expect(await row(round.id)).toMatchObject({
      state: 'satisfied',
      letterState: 'asked',
      callId: call.callId,
    });
    const { version } = await row(round.id);
    await expect(
      receiveLetter(as('anna'), { roundId: round.id, version: version + 1, attachmentId: null }),
    ).rejects.toMatchObject({ code: 'conflict' });
    await receiveLetter(as('anna'), { roundId: round.id, version, attachmentId: null });
    const again = receiveLetter(as('anna'), { roundId: round.id, version, attachmentId: null });
    await expect(again).rejects.toMatchObject({ details: { reason: 'alreadyReceived' } });
    await expect(takeLetterBack(as('boris'), { roundId: round.id })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect((await readTrends(as('clara'), {})).total).toMatchObject({ rounds: 1, satisfied: 1 });

    await daysPass(line, 15);
    const later = await due();
    const second = await calls(later.id);
    await talkOf(second, 'anna').say(
      { type: 'caller.couldTalk' },
      { type: 'caller.wasSatisfied', about: 'software' },
      { type: 'caller.wasSatisfied', about: 'support' },
      { type: 'caller.wasSatisfied', about: 'company' },
    );
    expect(await talkOf(second, 'anna').step()).toBe('closing');
  });

  test('SA-3: a complaint taken down in the call goes to the head and to the director, by next reaction and by mail', async () => {
    const { line, due, calls, row } = await start(dialect, 1);
    const round = await due();
    const call = await calls(round.id);
    const talk = talkOf(call, 'anna');
    await talk.say({ type: 'caller.couldTalk' }, { type: 'caller.wasDissatisfied', about: 'software' });
    expect(await row(round.id)).toMatchObject({ state: 'complaintOwed' });
    await talk.say(
      { type: 'caller.wasSatisfied', about: 'support' },
      { type: 'caller.wasSatisfied', about: 'company' },
      { type: 'manager.filledIn', patch: { complaint: { text: 'виснет', departmentKind: 'support' } } },
      { type: 'manager.tookDownComplaint' },
      { type: 'manager.saidGoodbye' },
    );
    const [complaint] = await listComplaintsOfCounterparties(line.store.read, [round.counterparty.id]);
    expect(complaint).toMatchObject({
      roundId: round.id,
      callId: call.callId,
      ownerId: 'sofia',
      text: 'виснет',
    });
    expect(await row(round.id)).toMatchObject({ state: 'dissatisfied', complaintId: complaint!.id });
    const next = await listNextReactionsOfReactions(line.store.read, [complaint!.reactionId]);
    expect(next.map(({ responsibleEmployeeId }) => responsibleEmployeeId).sort()).toEqual(['gleb', 'sofia']);
    const letters: string[] = [];
    await sendNotices(line.system(), {
      post: {
        send: async ({ to, text }) => {
          letters.push(`${to[0]} ${text.includes('виснет')}`);
          return { result: 'sent' };
        },
      },
    });
    expect(letters.sort()).toEqual(['gleb@mlsit.example true', 'sofia@mlsit.example true']);
    expect((await listNoticesOfComplaint(line.store.read, complaint!.id)).map(({ state }) => state)).toEqual([
      'sent',
      'sent',
    ]);
  });

  test('SA-3: a call that breaks off leaves the complaint owed, also when it is given up', async () => {
    const { line, as, due, calls, row } = await start(dialect, 1);
    const round = await due();
    const call = await calls(round.id);
    const talk = talkOf(call, 'anna');
    await talk.say(
      { type: 'caller.couldTalk' },
      { type: 'manager.filledIn', patch: { satisfaction: { software: 'виснет' } } },
      { type: 'caller.wasDissatisfied', about: 'software' },
    );
    await call.callerHangsUp();
    expect(await row(round.id)).toMatchObject({ state: 'complaintOwed', endedAt: null });
    expect((await call.row()).unfinishedSince).not.toBeNull();
    await discardCall(as('anna'), { callId: call.callId, reason: 'запишу отдельно' });
    expect(await row(round.id)).toMatchObject({ state: 'complaintOwed', endedAt: null });
    expect((await listRounds(as('anna'), { show: 'due', scope: 'mine', limit: 9 })).counts.owed).toBe(1);
    await expect(refuseRound(as('anna'), { roundId: round.id, reason: 'некогда' })).rejects.toMatchObject({
      details: { reason: 'complaintOwed' },
    });
    const { complaintId } = await complainOfRound(as('anna'), {
      roundId: round.id,
      text: 'виснет при печати',
      causedBy: 'support',
    });
    expect(await row(round.id)).toMatchObject({
      state: 'dissatisfied',
      complaintId,
      answers: { software: { verdict: 'dissatisfied', words: 'виснет' } },
    });
    line.world.pass(minuteMs);
    await expect(
      complainOfRound(as('anna'), { roundId: round.id, text: 'снова', causedBy: 'support' }),
    ).rejects.toMatchObject({ code: 'notPossibleNow' });
  });

  test('answered outside the console refuses a letter of the dissatisfied and a complaint of the satisfied', async () => {
    const { as, due, row } = await start(dialect, 1);
    const round = await due();
    const wrong = (said: object) => answerRound(as('anna'), { roundId: round.id, ...pleased, ...said });
    await expect(wrong({ support: bad })).rejects.toMatchObject({
      fields: { letterPromised: 'rounds.errors.letterOfDissatisfied' },
    });
    const complaint = { text: 'не отвечают', causedBy: 'support' as const };
    await expect(wrong({ complaint })).rejects.toMatchObject({
      fields: { complaint: 'rounds.errors.complaintOfSatisfied' },
    });
    expect(await row(round.id)).toMatchObject({ state: 'planned' });
    const said = { ...pleased, support: bad, letterPromised: false, complaint };
    expect(await answerRound(as('anna'), { roundId: round.id, ...said })).toEqual({ state: 'dissatisfied' });
    const { version } = await row(round.id);
    await expect(
      receiveLetter(as('anna'), { roundId: round.id, version, attachmentId: null }),
    ).rejects.toMatchObject({ details: { reason: 'notSatisfied' } });
  });

  test('nobody answers is an attempt of its own, and is not counted twice', async () => {
    const { line, due, row } = await start(dialect, 1);
    const round = await due();
    const call = await line.placesCall('anna', script(round.id));
    await call.joins('anna');
    await line.dispatch();
    await call.partyIs('no-answer');
    await line.pass(60);
    const attempts = await listRoundAttempts(line.store.read, [round.id]);
    expect(attempts).toMatchObject([{ outcome: 'noAnswer', callId: call.callId, employeeId: 'anna' }]);
    expect(await row(round.id)).toMatchObject({ state: 'planned' });
    await expect(line.placesCall('anna', script(round.id))).rejects.toMatchObject({
      details: { reason: 'hourTried' },
    });
    await expect(line.placesCall('boris', script(round.id))).rejects.toMatchObject({ code: 'forbidden' });
  });
});

const numbers = Array.from({ length: 8 }, (_, client) => `+7384211111${client}`);
const script = (roundId: string) => ({
  phone: numbers[0]!,
  script: { id: 'satisfaction-round', subjectId: roundId },
});

async function daysPass(line: TestLine, days: number): Promise<void> {
  line.world.pass(days * dayMs);
  await fireDueDeadlines(line.system());
}

/** Clients of Anna's with a round each. */
async function start(dialect: (typeof dialects)[number], clients: number) {
  const line = await openLine(dialect);
  await line.hasNumber();
  const as = (name: TestName) => line.world.as(line.company.as(name));
  const cards: string[] = [];
  for (let client = 0; client < clients; client += 1) {
    cards.push(
      await makeTestCard(line.world, line.company, {
        name: `ООО «Ромашка-${client}»`,
        city: 'Москва',
        contactPerson: 'Иванов',
        status: 'client',
        assignedTo: 'anna',
        phones: phones(numbers[client]!),
      }),
    );
  }
  await beginPlanningRounds(line.system());
  await fireDueDeadlines(line.system());
  const rounds = (cardId: string) => listRoundsOfCounterparty(line.store.read, cardId, 20);
  const row = async (id: string) => (await rounds(cards[0]!)).find((round) => round.id === id)!;
  return {
    line,
    as,
    cards,
    rounds,
    row,
    /** The first client's open round, on its day, at an hour when it may be called. */
    async due() {
      const open = (await rounds(cards[0]!)).find(({ endedAt }) => endedAt === null)!;
      line.world.pass(Math.max(0, open.dueFrom + hourMs - line.world.now()));
      await fireDueDeadlines(line.system());
      const { rows } = await listRounds(as('anna'), { show: 'due', scope: 'mine', limit: 9 });
      return rows.find(({ id }) => id === open.id)!;
    },
    async calls(roundId: string) {
      const call = await line.placesCall('anna', script(roundId));
      await call.joins('anna');
      await line.dispatch();
      await call.partyAnswers();
      return call;
    },
  };
}
