import { describe, expect, test } from 'vitest';
import { getAppeal } from '@/db/appeals';
import { getCallScriptRun } from '@/db/call-scripts';
import { listComplaintsOfCounterparties } from '@/db/complaints';
import { getCounterparty, updateCounterparty as saveCounterparty } from '@/db/counterparties';
import { insertCounterpartyProducts } from '@/db/counterparty-products';
import { listOpenDeadlines } from '@/db/deadlines';
import { getEmployeeForUpdate } from '@/db/employees';
import { getLetter } from '@/db/letters';
import { listNextReactionsOfReactions } from '@/db/next-reactions';
import { listNoticesOfComplaint } from '@/db/notices';
import { insertFrozenSources, insertPayFreeze } from '@/db/pay';
import { markErased } from '@/db/personal-data/mark-erased';
import { insertProject } from '@/db/projects';
import { insertRoundAttempt, listRoundAttempts } from '@/db/round-attempts';
import { listClientsOfRounds } from '@/db/round-plans';
import {
  getRound as getRow,
  insertRound,
  listOpenRoundsOf,
  listRoundsOfCounterparty,
  updateRound,
} from '@/db/rounds';
import { dialects } from '@/db/testing';
import { typedTimeAt } from '@/lib/domain/deadlines/typed-time';
import { dayMs, hourMs, minuteMs, secondMs } from '@/lib/domain/duration';
import { figuresOf } from '@/lib/domain/pay/pay';
import { roundDays } from '@/lib/domain/rounds/plan-round';
import { roundContracts } from '@/lib/domain/rounds/rounds.contract';
import { listAssignments } from '@/lib/operations/assignments/list-assignments';
import { addAttachment } from '@/lib/operations/attachments/add-attachment';
import { applyEvent } from '@/lib/operations/call-scripts/apply-event';
import { discardCall } from '@/lib/operations/call-scripts/discard-call';
import { lookUp } from '@/lib/operations/call-scripts/look-up';
import { sendNotices } from '@/lib/operations/complaints/send-notices';
import { listTimeline } from '@/lib/operations/counterparties/list-timeline';
import { mergeCounterparties } from '@/lib/operations/counterparties/merge-counterparties';
import { makeTestCard, phones } from '@/lib/operations/counterparties/testing-cards';
import { updateCounterparty } from '@/lib/operations/counterparties/update-counterparty';
import { fireDueDeadlines } from '@/lib/operations/deadlines/sweep';
import { downloadDocument } from '@/lib/operations/documents/download-document';
import type { TestName } from '@/lib/operations/employees/testing';
import { updateTestEmployee } from '@/lib/operations/employees/testing-updates';
import { freezePay } from '@/lib/operations/pay/change-pay';
import { choosePresenceForOther } from '@/lib/operations/presence/choose-presence-for-other';
import { openLine, type TestLine } from '@/tests/call-driver';
import { RecordingsInMemory } from '@/tests/recordings-in-memory';
import { plannedRound } from '@/tests/round-rows';
import { talkOf } from '@/tests/talk-driver';
import { answerRound } from './answer-round';
import { complainOfRound } from './complain-of-round';
import { getRound } from './get-round';
import { listRounds } from './list-rounds';
import { makeLetterRequest } from './make-letter-request';
import { nextRound } from './next-round';
import { noteRoundAttempt } from './note-round-attempt';
import { beginPlanningRounds, planRounds } from './plan-rounds';
import { readTrends } from './read-trends';
import { receiveLetter, takeLetterBack } from './receive-letter';
import { refuseRound } from './refuse-round';
import { requestLetter } from './request-letter';

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

  test('SA-1: after a gap is planned once from today, without rounds that nobody could have called', async () => {
    const { line, cards, as, rounds, due } = await start(dialect, 1);
    const assign = async (assignedTo: string | null) => {
      const { version } = (await getCounterparty(line.store.read, cards[0]!))!;
      await updateCounterparty(as('clara'), { counterpartyId: cards[0]!, version, assignedTo });
    };
    await answerRound(as('anna'), { roundId: (await due()).id, ...pleased });
    const known = (await rounds(cards[0]!)).map(({ id }) => id);
    await assign(null);
    for (let day = 0; day < 60; day += 1) await daysPass(line, 1);
    await assign('anna');
    for (let hour = 0; hour < 6; hour += 1) {
      line.world.pass(hourMs);
      await fireDueDeadlines(line.system());
    }
    const planned = (await rounds(cards[0]!)).filter(({ id }) => !known.includes(id));
    expect(planned).toMatchObject([{ state: 'planned' }]);
    expect(planned[0]!.dueFrom).toBeGreaterThan(line.world.now());
    expect(planned[0]!.dueFrom).toBeLessThan(line.world.now() + 15 * dayMs);
  });

  test('SA-1: offers the phones of the client, then those of the contact persons, by name', async () => {
    const { line, cards, as, due } = await start(dialect, 1);
    const { version } = (await getCounterparty(line.store.read, cards[0]!))!;
    const contact = {
      ...{ name: 'Петров', role: '', phone: '+73842999999' },
      ...{ phoneExtension: '', email: '', birthday: '' },
    };
    await updateCounterparty(as('anna'), { counterpartyId: cards[0]!, version, contacts: [contact] });
    expect((await due()).counterparty.phones).toMatchObject([
      { e164: numbers[0], contactName: null },
      { e164: '+73842999999', contactName: 'Петров' },
    ]);
  });

  test('SA-1: is counted from the client’s last one', async () => {
    const { line, cards, rounds } = await start(dialect, 2);
    const [first] = await rounds(cards[0]!);
    const beginning = { managerId: '', id: '' };
    const { clients, next } = await listClientsOfRounds(line.store.read, beginning, 10);
    expect(next).toBeNull();
    expect(clients.find(({ id }) => id === cards[0])).toMatchObject({ lastDueOn: first!.dueOn });
  });

  test('SA-1: is planned for every client, however small the parts the planning goes through them in', async () => {
    const { line, cards, rounds } = await start(dialect, 5);
    const count = async () => (await Promise.all(cards.map(rounds))).flat().length;
    line.world.pass(20 * dayMs);
    const before = await count();
    const system = line.system();
    const planned: number[] = [];
    for (let part = 0; part < 5; part += 1) {
      await system.tx((tx) => planRounds(tx, system, { rows: 3, rounds: 2 }));
      planned.push((await count()) - before);
    }
    expect(planned).toEqual([2, 4, 5, 5, 5]);
  });

  test.each([
    { rows: 2, rounds: 99, outlived: 1, followed: [0, 0, 1, 3, 5, 5], missed: [2, 4, 5, 5, 5, 5] },
    { rows: 99, rounds: 2, outlived: 0, followed: [2, 4, 5], missed: [0, 0, 0] },
    { rows: 99, rounds: 2, outlived: 2, followed: [2, 4, 5, 5, 5, 5], missed: [2, 4, 6, 8, 10, 10] },
  ])(
    'SA-1: is put right by the planning part by part, with its letter: $rows looked at, $rounds of each kind changed at most, $outlived outlived of each client',
    async ({ outlived, followed, missed, ...sizes }) => {
      const { line, cards, rounds } = await start(dialect, 5);
      const now = line.world.now();
      await line.store.tx(async (db) => {
        for (const counterpartyId of cards) {
          await saveCounterparty(db, counterpartyId, { assignedTo: 'boris' });
          await insertRound(db, {
            ...{ ...plannedRound(now - dayMs), id: `letter of ${counterpartyId}`, counterpartyId },
            ...{ state: 'satisfied', endedAt: now, letterState: 'asked', letterAskedAt: now },
          });
          for (let number = 1; number <= outlived; number += 1) {
            const id = `outlived ${number} of ${counterpartyId}`;
            const dueBefore = plannedRound(now - number * roundDays * dayMs);
            await insertRound(db, { ...dueBefore, id, counterpartyId, managerId: 'boris' });
          }
        }
      });
      const system = line.system();
      const parts: { followed: number; letters: number; missed: number; nextAfterMs: number }[] = [];
      for (const _ of followed) {
        await system.tx((tx) => planRounds(tx, system, sizes));
        const all = (await Promise.all(cards.map(rounds))).flat();
        const followers = all.filter(({ managerId }) => managerId === 'boris');
        const deadlines = await listOpenDeadlines(line.store.read, 'rounds');
        const latest = deadlines.toSorted((one, other) => other.generation - one.generation)[0]!;
        parts.push({
          followed: followers.filter(({ id, state }) => state === 'planned' && !id.startsWith('outlived'))
            .length,
          letters: followers.filter(({ letterState }) => letterState === 'asked').length,
          missed: all.filter(({ state }) => state === 'missed').length,
          nextAfterMs: latest.dueAt - now,
        });
      }
      expect(parts.map((part) => part.followed)).toEqual(followed);
      expect(parts.map((part) => part.letters)).toEqual(followed.map((_, part) => [2, 4][part] ?? 5));
      expect(parts.map((part) => part.missed)).toEqual(missed);
      const pauses = followed.slice(1).map(() => 2 * secondMs);
      expect(parts.map(({ nextAfterMs }) => nextAfterMs)).toEqual([...pauses, hourMs]);
    },
  );

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

  test('is found by its manager and by how it came out', async () => {
    const { line, as, cards, rounds } = await start(dialect, 2);
    const [first] = await rounds(cards[0]!);
    await line.store.tx((db) =>
      updateRound(db, first!.id, { state: 'notReached', endedAt: line.world.now(), endedBy: 'anna' }),
    );
    const found = async (name: TestName, asked: Partial<Parameters<typeof listRounds>[1]>) =>
      (await listRounds(as(name), { show: 'ended', scope: 'all', ...asked, limit: 9 })).rows.length;
    expect(await found('clara', { state: 'notReached' })).toBe(1);
    expect(await found('clara', { state: 'satisfied' })).toBe(0);
    expect(await found('clara', { managerId: 'anna', state: 'notReached' })).toBe(1);
    expect(await found('clara', { managerId: 'boris' })).toBe(0);
    expect(await found('clara', { show: 'planned', managerId: 'anna' })).toBe(1);
    expect(await found('boris', { scope: 'mine', managerId: 'anna' })).toBe(0);
    await expect(found('anna', { managerId: 'boris' })).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('of a client whose data was erased is not called, and none is planned any more', async () => {
    const { line, cards, rounds } = await start(dialect, 2);
    await line.store.tx((db) => markErased(db, [cards[0]!], line.world.now()));
    for (let day = 0; day < 30; day += 1) await daysPass(line, 1);
    expect((await rounds(cards[0]!)).map(({ state }) => state)).toEqual(['cancelled']);
    expect((await rounds(cards[1]!)).length).toBeGreaterThan(1);
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

  test('SA-1: says when the next one may be called while all that are due have night, past whatever is owed', async () => {
    const { line, as, cards, rounds } = await start(dialect, 1);
    const own = (await rounds(cards[0]!))[0]!;
    const night = Date.parse(`${own.dueOn}T00:30:00+03:00`);
    line.world.pass(night - line.world.now());
    await line.store.tx(async (db) => {
      await updateRound(db, own.id, { nextAttemptAt: night - hourMs, timeZone: 'Europe/Moscow' });
      for (let owed = 0; owed < 200; owed += 1) {
        const early = { ...plannedRound(night - dayMs), id: `owed ${owed}`, counterpartyId: cards[0]! };
        await insertRound(db, { ...early, state: 'complaintOwed' });
      }
    });
    const morning = Date.parse(`${own.dueOn}T08:00:00+03:00`);
    expect(await nextRound(as('anna'))).toEqual({ round: null, nextAt: morning });
    line.world.pass(morning - night);
    expect((await nextRound(as('anna'))).round?.id).toBe(own.id);
  });

  test('SA-1: who asks to be called back is called when they said, whatever hour was tried before', async () => {
    const { line, as, cards, rounds, due, calls, row } = await start(dialect, 1);
    const round = await due();
    const note = (said: object) =>
      noteRoundAttempt(as('anna'), { roundId: round.id, outcome: 'askedToCallLater', ...said });
    await note({ outcome: 'noAnswer' });
    const typed = (at: number) => typedTimeAt(at, round.timeZone);
    const agreed = Math.floor((line.world.now() + 2 * dayMs) / minuteMs) * minuteMs;
    const next = (await rounds(cards[0]!)).find(({ dueOn }) => dueOn > round.dueOn)!;
    const day = typed(agreed).slice(0, 10);
    for (const callBackAt of [
      typed(line.world.now() - hourMs),
      typed(line.world.now() + 16 * dayMs),
      `${day}T23:59`,
      `${day}T21:00`,
      `${day}T07:59`,
      `${next.dueOn}T12:00`,
    ]) {
      await expect(note({ callBackAt }), callBackAt).rejects.toMatchObject({
        fields: { callBackAt: 'rounds.errors.callBackAt' },
      });
    }
    await expect(note({ outcome: 'wrongNumber', callBackAt: typed(agreed) })).rejects.toMatchObject({
      fields: { callBackAt: 'rounds.errors.callBackAt' },
    });
    const today = async () => {
      const list = await listRounds(as('anna'), { show: 'due', scope: 'mine', limit: 9 });
      return { ids: list.rows.map(({ id }) => id), due: list.counts.due };
    };
    expect(await today()).toEqual({ ids: [round.id], due: 1 });
    await note({ callBackAt: typed(agreed) });
    expect(await today()).toEqual({ ids: [], due: 0 });
    expect(await row(round.id)).toMatchObject({ state: 'planned', nextAttemptAt: agreed });
    expect((await nextRound(as('anna'))).nextAt).toBe(agreed);
    line.world.pass(agreed - line.world.now());
    expect(await today()).toEqual({ ids: [round.id], due: 1 });
    expect((await nextRound(as('anna'))).round?.id).toBe(round.id);

    const talk = talkOf(await calls(round.id), 'anna');
    const later = agreed + dayMs;
    await talk.say(
      { type: 'caller.couldTalk' },
      { type: 'manager.wentBack', to: 'greeting' },
      { type: 'caller.askedToCallLater' },
      { type: 'manager.filledIn', patch: { callBackAt: typed(agreed - dayMs) } },
    );
    const { step } = (await talk.view()).conversation!;
    expect(step).toMatchObject({ name: 'closing', fields: ['callBackAt'] });
    await expect(talk.at('closing', { type: 'manager.saidGoodbye' })).rejects.toMatchObject({
      details: { missing: ['callBackAt'] },
    });
    await talk.say(
      { type: 'manager.filledIn', patch: { callBackAt: typed(later) } },
      { type: 'manager.saidGoodbye' },
    );
    expect(await row(round.id)).toMatchObject({ state: 'planned', nextAttemptAt: later });
  });

  test('SA-2: satisfied by the call script leaves a letter to wait for, whose arrival is kept once', async () => {
    const { line, as, cards, due, calls, row, file } = await start(dialect, 2);
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
    const attachmentId = await file(round.counterparty.id);
    const otherId = await file(cards[1]!);
    const receive = (said: object = {}) =>
      receiveLetter(as('anna'), { roundId: round.id, version, attachmentId, ...said });
    await expect(receive({ version: version + 1 })).rejects.toMatchObject({ code: 'conflict' });
    await expect(receive({ attachmentId: otherId })).rejects.toMatchObject({
      fields: { attachmentId: 'notAChoice' },
    });
    for (const name of ['x.svg', 'a.html', 'письмо.txt']) {
      const noLetter = receive({ attachmentId: await file(round.counterparty.id, name) });
      await expect(noLetter, name).rejects.toMatchObject({
        fields: { attachmentId: 'rounds.errors.notALetterFile' },
      });
    }
    await receive();
    expect(await row(round.id)).toMatchObject({ letterState: 'received', letterAttachmentId: attachmentId });
    const again = receive();
    await expect(again).rejects.toMatchObject({ details: { reason: 'alreadyReceived' } });
    expect((await getRound(as('anna'), { roundId: round.id })).letterRoundId).toBe(round.id);
    await expect(takeLetterBack(as('boris'), { roundId: round.id })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect((await readTrends(as('clara'), {})).total).toMatchObject({ rounds: 1, satisfied: 1 });

    await daysPass(line, 15);
    const later = await due();
    expect(later).toMatchObject({ letter: null, letterRoundId: round.id });
    const second = await calls(later.id);
    await talkOf(second, 'anna').say(
      { type: 'caller.couldTalk' },
      { type: 'caller.wasSatisfied', about: 'software' },
      { type: 'caller.wasSatisfied', about: 'support' },
      { type: 'caller.wasSatisfied', about: 'company' },
    );
    expect(await talkOf(second, 'anna').step()).toBe('closing');
  });

  test('SA-2: a letter came on the day it is said to, neither to come nor in a month that is settled', async () => {
    const { line, as, due, row, file } = await start(dialect, 1);
    const round = await due();
    await answerRound(as('anna'), { roundId: round.id, ...pleased });
    await daysPass(line, 31);
    const settled = typedTimeAt(line.world.now() - 31 * dayMs, 'Europe/Moscow').slice(0, 7);
    await freezePay(as('gleb'), { employeeId: 'anna', month: settled });
    const { version } = await row(round.id);
    const attachmentId = await file(round.counterparty.id);
    const receive = (arrivedOn: string) =>
      receiveLetter(as('anna'), { roundId: round.id, version, attachmentId, arrivedOn });
    const day = (at: number) => typedTimeAt(at, 'Europe/Moscow').slice(0, 10);
    await expect(receive(day(line.world.now() + dayMs))).rejects.toMatchObject({
      fields: { arrivedOn: 'rounds.errors.letterToCome' },
    });
    await expect(receive(`${settled}-28`)).rejects.toMatchObject({
      fields: { arrivedOn: 'rounds.errors.monthSettled' },
    });
    await expect(receive('2019-05-01')).rejects.toMatchObject({
      fields: { arrivedOn: 'rounds.errors.letterBeforeAsked' },
    });
    await expect(receive(day((await row(round.id)).letterAskedAt! - dayMs))).rejects.toMatchObject({
      fields: { arrivedOn: 'rounds.errors.letterBeforeAsked' },
    });
    const arrivedOn = `${day(line.world.now()).slice(0, 7)}-01`;
    const { receivedAt } = await receive(arrivedOn);
    expect(day(receivedAt)).toBe(arrivedOn);
    expect((await row(round.id)).letterReceivedAt).toBe(receivedAt);
  });

  test('SA-2: no letter slips into a month while its pay is being settled', async () => {
    const { line, as, due, row, file } = await start(dialect, 1);
    const round = await due();
    await answerRound(as('anna'), { roundId: round.id, ...pleased });
    await daysPass(line, 31);
    const attachmentId = await file(round.counterparty.id);
    const { version, letterAskedAt } = await row(round.id);
    const arrivedOn = typedTimeAt(letterAskedAt!, 'Europe/Moscow').slice(0, 10);
    const locked = Promise.withResolvers<void>();
    const seen = Promise.withResolvers<void>();
    const freezing = line.store.tx(async (tx) => {
      await getEmployeeForUpdate(tx, 'anna');
      locked.resolve();
      await seen.promise;
      await insertPayFreeze(tx, {
        employeeId: 'anna',
        month: arrivedOn.slice(0, 7),
        statement: { figures: figuresOf(null, [], []), rateFrom: null, correctionIds: [] },
        frozenAt: line.world.now(),
        frozenBy: 'gleb',
      });
    });
    await locked.promise;
    const given = { roundId: round.id, version, attachmentId, arrivedOn };
    const receiving = Promise.allSettled([receiveLetter(as('anna'), given)]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    seen.resolve();
    await freezing;
    expect(await receiving).toMatchObject([
      { status: 'rejected', reason: { fields: { arrivedOn: 'rounds.errors.monthSettled' } } },
    ]);
  });

  test('SA-2: a letter that comes without its file is no letter', () => {
    const body = roundContracts.receiveLetter.body!;
    for (const attachmentId of [undefined, null, '']) {
      expect(body.safeParse({ version: 1, attachmentId }).error?.issues).toMatchObject([
        { path: ['attachmentId'], message: 'required' },
      ]);
    }
  });

  test('SA-2: a letter is waited for once of a client, by whoever the client belongs to, and settles every round that asked', async () => {
    const { line, as, cards, due, row, file } = await start(dialect, 1);
    const awaited = async (name: TestName) => {
      const { rows, counts } = await listRounds(as(name), { show: 'letters', scope: 'mine', limit: 9 });
      expect(counts.letters).toBe(rows.length);
      return rows.map(({ id, may }) => ({ id, may: may.settle }));
    };
    const first = await due();
    await answerRound(as('anna'), { roundId: first.id, ...pleased });
    await daysPass(line, 15);
    const second = await due();
    await answerRound(as('anna'), { roundId: second.id, ...pleased });
    expect(await awaited('anna')).toEqual([{ id: first.id, may: true }]);
    expect((await getRound(as('anna'), { roundId: second.id })).letter).toMatchObject({ state: null });

    const { version } = (await getCounterparty(line.store.read, cards[0]!))!;
    await updateCounterparty(as('clara'), { counterpartyId: cards[0]!, version, assignedTo: 'boris' });
    expect(await awaited('anna')).toEqual([]);
    expect(await awaited('boris')).toEqual([{ id: first.id, may: true }]);
    const attachmentId = await file(cards[0]!);
    const receive = async (name: TestName, roundId: string) =>
      receiveLetter(as(name), { roundId, version: (await row(roundId)).version, attachmentId });
    await expect(receive('anna', second.id)).rejects.toMatchObject({ code: 'forbidden' });
    await receive('boris', second.id);
    expect(await awaited('boris')).toEqual([]);
    expect((await getRound(as('boris'), { roundId: first.id })).letter).toMatchObject({
      state: null,
      askedAt: expect.any(Number),
    });
    await expect(receive('boris', first.id)).rejects.toMatchObject({
      details: { reason: 'alreadyReceived' },
    });
    await takeLetterBack(as('boris'), { roundId: second.id });
    expect(await awaited('boris')).toEqual([{ id: second.id, may: true }]);
    const { rows } = await listTimeline(as('boris'), {
      counterpartyId: cards[0]!,
      show: 'all',
      appeals: 'all',
      limit: 50,
    });
    const told = rows.flatMap((entry) =>
      entry.kind === 'change' ? (entry.change.fields.recommendation ?? []) : [],
    );
    expect(told).toEqual([
      { from: 'письмо.pdf', to: null },
      { from: null, to: 'письмо.pdf' },
    ]);
  });

  test('CO-1: a letter by which a settled month was paid is not said not to have come', async () => {
    const { line, as, cards, due, row, file } = await start(dialect, 1);
    const round = await due();
    await answerRound(as('anna'), { roundId: round.id, ...pleased });
    const attachmentId = await file(cards[0]!);
    const { version } = await row(round.id);
    await receiveLetter(as('anna'), { roundId: round.id, version, attachmentId });
    const ofLetter = async () => (await getRound(as('anna'), { roundId: round.id })).letterFile;
    expect(await ofLetter()).toEqual({ name: 'письмо.pdf', isSettled: false });
    const { letterReceivedAt } = await row(round.id);
    const month = typedTimeAt(letterReceivedAt!, 'Europe/Moscow').slice(0, 7);
    const letter = {
      roundId: round.id,
      counterpartyId: cards[0]!,
      receivedAt: letterReceivedAt!,
      attachmentId,
    };
    await line.store.tx((tx) =>
      insertFrozenSources(tx, { purchases: [], letters: [{ employeeId: 'anna', month, ...letter }] }),
    );
    expect(await ofLetter()).toEqual({ name: 'письмо.pdf', isSettled: true });
    for (const name of ['anna', 'clara'] as const) {
      await expect(takeLetterBack(as(name), { roundId: round.id })).rejects.toMatchObject({
        details: { reason: 'letterOfSettledMonth' },
      });
    }
    expect(await row(round.id)).toMatchObject({ letterState: 'received', letterAttachmentId: attachmentId });
  });

  test('SA-2: letters that were waited for twice, or by a former manager, are put right by the planning', async () => {
    const { line, as, cards, due, row } = await start(dialect, 1);
    const first = await due();
    await answerRound(as('anna'), { roundId: first.id, ...pleased });
    await daysPass(line, 15);
    const second = await due();
    await answerRound(as('anna'), { roundId: second.id, ...pleased });
    await line.store.tx(async (db) => {
      await updateRound(db, second.id, { letterState: 'asked' });
      await saveCounterparty(db, cards[0]!, { assignedTo: 'boris' });
    });
    line.world.pass(hourMs);
    await fireDueDeadlines(line.system());
    line.world.pass(hourMs);
    await fireDueDeadlines(line.system());
    expect(await row(second.id)).toMatchObject({ letterState: null });
    expect(await row(first.id)).toMatchObject({ letterState: 'asked', managerId: 'boris' });
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

  test('SA-3: the complaint written beside an unfinished call settles the call, which then writes none', async () => {
    const { line, as, due, calls, row } = await start(dialect, 1);
    const round = await due();
    const call = await calls(round.id);
    const talk = talkOf(call, 'anna');
    await talk.say({ type: 'caller.couldTalk' }, { type: 'caller.wasDissatisfied', about: 'software' });
    const said = { text: 'виснет при печати', causedBy: 'support' as const };
    const complain = () => complainOfRound(as('anna'), { roundId: round.id, ...said });
    expect((await getRound(as('anna'), { roundId: round.id })).talk).toBe('running');
    await expect(complain()).rejects.toMatchObject({ details: { reason: 'callRuns' } });
    await call.callerHangsUp();
    expect((await getRound(as('anna'), { roundId: round.id })).talk).toBe('unfinished');
    const { complaintId } = await complain();
    expect(await call.row()).toMatchObject({ finishedBy: 'anna', discardReason: expect.any(String) });
    await expect(talk.at('askingSupport', { type: 'caller.complained' })).rejects.toMatchObject({
      code: 'notPossibleNow',
    });
    const written = await listComplaintsOfCounterparties(line.store.read, [round.counterparty.id]);
    expect(written.map(({ id }) => id)).toEqual([complaintId]);
    expect(await row(round.id)).toMatchObject({ state: 'dissatisfied', complaintId });
    expect((await getRound(as('anna'), { roundId: round.id })).talk).toBeNull();
  });

  test('SA-3: the complaint taken down in an unfinished call is the only one, and none is written beside it', async () => {
    const { line, as, due, calls, row } = await start(dialect, 1);
    const round = await due();
    const call = await calls(round.id);
    const talk = talkOf(call, 'anna');
    await talk.say({ type: 'caller.couldTalk' }, { type: 'caller.wasDissatisfied', about: 'software' });
    await call.callerHangsUp();
    await talk.say(
      { type: 'caller.complained' },
      { type: 'manager.filledIn', patch: { complaint: { text: 'виснет', departmentKind: 'support' } } },
      { type: 'manager.tookDownComplaint' },
      { type: 'manager.saidGoodbye' },
    );
    const written = await listComplaintsOfCounterparties(line.store.read, [round.counterparty.id]);
    expect(written).toMatchObject([{ roundId: round.id, callId: call.callId }]);
    await expect(
      complainOfRound(as('anna'), { roundId: round.id, text: 'снова', causedBy: 'support' }),
    ).rejects.toMatchObject({ details: { reason: 'alreadyDone' } });
    expect(await row(round.id)).toMatchObject({ complaintId: written[0]!.id });
  });

  test('SA-3: a call that was left unfinished when its round had its complaint already writes no second one', async () => {
    const { line, due, calls } = await start(dialect, 1);
    const round = await due();
    const call = await calls(round.id);
    const talk = talkOf(call, 'anna');
    await talk.say({ type: 'caller.couldTalk' }, { type: 'caller.complained' });
    await call.callerHangsUp();
    await line.store.tx((db) =>
      updateRound(db, round.id, { state: 'dissatisfied', endedAt: 1, complaintId: 'written before' }),
    );
    const finish = talk.say(
      { type: 'manager.filledIn', patch: { complaint: { text: 'виснет', departmentKind: 'support' } } },
      { type: 'manager.tookDownComplaint' },
      { type: 'manager.saidGoodbye' },
    );
    await expect(finish).rejects.toMatchObject({ details: { reason: 'complaintWritten' } });
    expect(await listComplaintsOfCounterparties(line.store.read, [round.counterparty.id])).toEqual([]);
  });

  test('SA-3, CS-9: the head and management are told of every complaint that is owed, and of rounds nobody calls', async () => {
    const { line, as, due, row } = await start(dialect, 2);
    const round = await due();
    const counts = async (name: TestName) =>
      (await listRounds(as(name), { show: 'due', scope: 'mine', limit: 1 })).counts;
    const unhappy = { ...pleased, support: bad, letterPromised: false };
    await answerRound(as('anna'), { roundId: round.id, ...unhappy });
    expect(await row(round.id)).toMatchObject({ state: 'complaintOwed' });
    for (const name of ['anna', 'clara', 'marina', 'gleb'] as const) {
      expect(await counts(name), name).toMatchObject({ owed: 1, unattended: 0 });
    }
    expect(await counts('boris')).toMatchObject({ owed: 0, unattended: 0 });

    const away = { employeeId: 'anna', chosen: 'absent', absentUntil: null } as const;
    await choosePresenceForOther(as('clara'), { ...away, substituteId: null });
    const { due: ofAnna } = await counts('anna');
    expect(ofAnna).toBeGreaterThan(0);
    expect(await counts('clara')).toMatchObject({ unattended: ofAnna });
    expect(await counts('boris')).toMatchObject({ unattended: 0 });
    const { rows } = await listAssignments(as('clara'));
    expect(rows.find(({ manager }) => manager.id === 'anna')).toMatchObject({ dueRounds: ofAnna });
    await choosePresenceForOther(as('clara'), { ...away, substituteId: 'boris' });
    expect(await counts('clara')).toMatchObject({ unattended: 0 });
    await choosePresenceForOther(as('clara'), { ...away, substituteId: 'pavel' });
    expect(await counts('clara')).toMatchObject({ unattended: ofAnna });
    await choosePresenceForOther(as('clara'), { ...away, substituteId: 'marina' });
    expect(await counts('clara')).toMatchObject({ unattended: 0 });
    for (const change of [{ departmentId: 'sales' }, { departmentId: 'client', roles: ['head' as const] }]) {
      await updateTestEmployee(as('alla'), { employeeId: 'anna', ...change });
      expect(await counts('clara')).toMatchObject({ unattended: ofAnna });
    }
    await updateTestEmployee(as('alla'), { employeeId: 'anna', roles: ['clientManager'] });
    expect(await counts('clara')).toMatchObject({ unattended: 0 });
    line.world.pass(dayMs);
    const later = (await listAssignments(as('clara'))).rows.find(({ manager }) => manager.id === 'anna');
    expect(later!.overdueRounds).toBeGreaterThanOrEqual(1);
  });

  test('SA-3: no other ending takes the complaint off a round: neither answers by hand, nor a second call, nor a refusal', async () => {
    const { line, as, due, calls, row } = await start(dialect, 1);
    const round = await due();
    const isOwedStill = async () =>
      expect(await row(round.id)).toMatchObject({
        state: 'complaintOwed',
        endedAt: null,
        answers: { software: { verdict: 'dissatisfied', words: 'виснет' } },
      });
    const first = await calls(round.id);
    await talkOf(first, 'anna').say(
      { type: 'caller.couldTalk' },
      { type: 'manager.filledIn', patch: { satisfaction: { software: 'виснет' } } },
      { type: 'caller.wasDissatisfied', about: 'software' },
      { type: 'manager.wentBack', to: 'greeting' },
      { type: 'caller.refusedRound' },
      { type: 'manager.filledIn', patch: { note: 'некогда' } },
      { type: 'manager.saidGoodbye' },
    );
    await first.callerHangsUp();
    expect(await first.row()).toMatchObject({ route: 'roundRefused' });
    await isOwedStill();

    await expect(answerRound(as('anna'), { roundId: round.id, ...pleased })).rejects.toMatchObject({
      details: { reason: 'complaintOwed' },
    });

    line.world.pass(hourMs);
    const second = await calls(round.id);
    const talk = talkOf(second, 'anna');
    await talk.say({ type: 'caller.couldTalk' }, { type: 'caller.wasDissatisfied', about: 'software' });
    await talk.say(
      { type: 'manager.wentBack', to: 'askingSoftware' },
      { type: 'caller.wasSatisfied', about: 'software' },
      { type: 'caller.wasSatisfied', about: 'support' },
      { type: 'caller.wasSatisfied', about: 'company' },
      { type: 'caller.promisedLetter' },
      { type: 'manager.saidGoodbye' },
    );
    await second.callerHangsUp();
    expect(await second.row()).toMatchObject({ route: 'satisfied' });
    await isOwedStill();
    expect((await row(round.id)).letterState).toBeNull();
  });

  test('SA-3: does not end while a call about it runs or is unfinished, whoever would end it', async () => {
    const { line, as, cards, due, calls, row } = await start(dialect, 1);
    const round = await due();
    const call = await calls(round.id);
    const talk = talkOf(call, 'anna');
    await talk.say({ type: 'caller.couldTalk' });
    const running = { code: 'notPossibleNow', details: { reason: 'callRuns' } };
    const roundId = round.id;
    await expect(refuseRound(as('anna'), { roundId, reason: 'некогда' })).rejects.toMatchObject(running);
    for (const outcome of ['noAnswer', 'askedToCallLater', 'wrongNumber'] as const) {
      await expect(noteRoundAttempt(as('anna'), { roundId, outcome })).rejects.toMatchObject(running);
    }
    await call.callerHangsUp();
    for (let attempt = 0; attempt < 3; attempt += 1) {
      line.world.pass(hourMs);
      expect(await noteRoundAttempt(as('anna'), { roundId, outcome: 'noAnswer' })).toEqual({
        state: 'planned',
      });
    }
    await line.store.tx((db) => saveCounterparty(db, cards[0]!, { assignedTo: null }));
    for (let day = 0; day < 30; day += 1) await daysPass(line, 1);
    expect(await row(roundId)).toMatchObject({ state: 'planned', endedAt: null });
    await line.store.tx((db) => saveCounterparty(db, cards[0]!, { assignedTo: 'anna' }));
    for (let day = 0; day < 30; day += 1) await daysPass(line, 1);
    expect(await row(roundId)).toMatchObject({ state: 'planned', endedAt: null });
    await talk.say({ type: 'caller.wasDissatisfied', about: 'software' });
    expect(await row(roundId)).toMatchObject({ state: 'complaintOwed', callId: call.callId });
  });

  test('SA-3: a round that a call is about outlives the merge of its client', async () => {
    const { line, as, cards, due, calls, row } = await start(dialect, 2);
    const round = await due();
    await calls(round.id);
    const [otherId, counterpartyId] = cards as [string, string];
    const version = async (id: string) => (await getCounterparty(line.store.read, id))!.version;
    await mergeCounterparties(as('clara'), {
      ...{ counterpartyId, otherId, take: {} },
      ...{ version: await version(counterpartyId), otherVersion: await version(otherId) },
    });
    const kept = await listRoundsOfCounterparty(line.store.read, counterpartyId, 20);
    expect(kept.find(({ id }) => id === round.id)).toMatchObject({ state: 'planned', endedAt: null });
    expect(await row(round.id)).toBeUndefined();
  });

  test('SA-3: a complaint of an unfinished call is that of its round, though the round was settled by hand meanwhile', async () => {
    const { line, as, due, calls, row } = await start(dialect, 1);
    const round = await due();
    const call = await calls(round.id);
    const talk = talkOf(call, 'anna');
    await talk.say({ type: 'caller.couldTalk' });
    await call.callerHangsUp();
    await answerRound(as('anna'), { roundId: round.id, ...pleased });
    await talk.say(
      { type: 'caller.complained' },
      { type: 'manager.filledIn', patch: { complaint: { text: 'виснет', departmentKind: 'support' } } },
      { type: 'manager.tookDownComplaint' },
      { type: 'manager.saidGoodbye' },
    );
    const [complaint] = await listComplaintsOfCounterparties(line.store.read, [round.counterparty.id]);
    expect(complaint).toMatchObject({ roundId: round.id });
    expect(await row(round.id)).toMatchObject({
      ...{ state: 'dissatisfied', complaintId: complaint!.id, letterState: null },
    });
  });

  test('SA-1: stands until the next one is due by the client’s own clock, and was missed unless it was tried in vain', async () => {
    const { line, as, cards } = await start(dialect, 4);
    const today = Date.parse('2027-03-10T00:00:00Z');
    line.world.pass(today + 8 * hourMs - line.world.now());
    const zones = ['Europe/Moscow', 'Europe/Moscow', 'Asia/Kamchatka', 'Europe/Kaliningrad'];
    const attempts = [['askedToCallLater'], ['askedToCallLater', 'noAnswer'], [], []] as const;
    const at = line.world.now();
    await line.store.tx(async (db) => {
      for (const [client, counterpartyId] of cards.entries()) {
        for (const open of await listOpenRoundsOf(db, [counterpartyId])) {
          await updateRound(db, open.id, { state: 'missed', endedAt: at });
        }
        const timeZone = zones[client]!;
        const of = { ...plannedRound(at), counterpartyId, timeZone };
        const earlier = { dueOn: '2027-02-25', dueFrom: at - 13 * dayMs, nextAttemptAt: at };
        await insertRound(db, { ...of, ...earlier, id: `earlier ${client}` });
        await insertRound(db, { ...of, dueOn: '2027-03-11', dueFrom: at + dayMs, id: `next ${client}` });
        for (const outcome of attempts[client]!) {
          const attempt = { at, outcome, employeeId: 'anna', callId: null };
          await insertRoundAttempt(db, { ...attempt, id: line.world.newId(), roundId: `earlier ${client}` });
        }
      }
    });
    const agreed = { outcome: 'askedToCallLater', callBackAt: '2027-03-10T16:00' } as const;
    await noteRoundAttempt(as('anna'), { roundId: 'earlier 0', ...agreed });
    const states = async (time: string) => {
      const until = Date.parse(time);
      while (line.world.now() < until) {
        line.world.pass(Math.min(hourMs, until - line.world.now()));
        await fireDueDeadlines(line.system());
      }
      const rows = await Promise.all(cards.map((_, client) => getRow(line.store.read, `earlier ${client}`)));
      return rows.map((one) => one!.state);
    };
    expect(await states('2027-03-10T11:50:00Z')).toEqual(['planned', 'planned', 'planned', 'planned']);
    expect(await states('2027-03-10T13:00:00Z')).toEqual(['planned', 'planned', 'missed', 'planned']);
    expect((await nextRound(as('anna'))).round?.id).toBe('earlier 0');
    expect(await states('2027-03-10T20:50:00Z')).toEqual(['planned', 'planned', 'missed', 'planned']);
    expect(await states('2027-03-10T21:59:00Z')).toEqual(['missed', 'notReached', 'missed', 'planned']);
    expect(await states('2027-03-10T23:00:00Z')).toEqual(['missed', 'notReached', 'missed', 'missed']);
  });

  test('SA-3: is about its own client alone, and never ends without the complaint', async () => {
    const { line, cards, due, calls, row } = await start(dialect, 2);
    const round = await due();
    const call = await calls(round.id);
    const talk = talkOf(call, 'anna');
    await talk.say({ type: 'caller.couldTalk' }, { type: 'caller.complained' });
    expect(await talk.view()).toMatchObject({ isCardGiven: true, chosenCounterpartyId: cards[0] });
    for (const counterpartyId of [cards[1]!, null]) {
      await expect(talk.say({ type: 'manager.choseCounterparty', counterpartyId })).rejects.toMatchObject({
        details: { reason: 'otherClient' },
      });
    }
    await talk.say({ type: 'manager.choseCounterparty', counterpartyId: cards[0]! });
    const chosen = { type: 'manager.choseCounterparty', counterpartyId: cards[1]! } as const;
    const system = line.system();
    await system.tx(async (tx) => {
      const run = (await getCallScriptRun(tx, call.callId))!;
      const event = await lookUp(tx, { personId: 'anna', now: line.world.now(), run }, chosen);
      await applyEvent(tx, system, { call: await call.row(), run, employeeId: 'anna' }, event);
    });
    await talk.say(
      { type: 'manager.filledIn', patch: { complaint: { text: 'виснет', departmentKind: 'support' } } },
      { type: 'manager.tookDownComplaint' },
      { type: 'manager.saidGoodbye' },
    );
    expect(await listComplaintsOfCounterparties(line.store.read, [cards[1]!])).toHaveLength(1);
    expect(await row(round.id)).toMatchObject({ state: 'complaintOwed', endedAt: null });
  });

  test('SA-2: a satisfied client is asked for the letter by e-mail, with or without a folder', async () => {
    const { line, cards, as, due, row } = await start(dialect, 1);
    const round = await due();
    const ask = (name: TestName, hasPost = true) =>
      requestLetter(as(name), { roundId: round.id, to: 'client@example.com' }, { hasPost });
    const refused = (reason: string) => ({ code: 'notPossibleNow', details: { reason } });
    await expect(ask('anna')).rejects.toMatchObject(refused('notSatisfied'));
    await answerRound(as('anna'), { roundId: round.id, ...pleased, letterPromised: false });
    await expect(ask('anna', false)).rejects.toMatchObject(refused('noPost'));
    await expect(ask('boris')).rejects.toMatchObject({ code: 'forbidden' });
    const { letterId } = await ask('anna');
    const letter = (await getLetter(line.store.read, letterId))!;
    expect(letter).toMatchObject({
      to: ['client@example.com'],
      subject: 'Просьба о рекомендательном письме',
    });
    expect(letter.text).toMatch(/^ООО «Ромашка-0»\nИванов\n/);
    expect(letter.text).toContain('Сидорова Анна, MLS IT');
    expect((await getAppeal(line.store.read, letter.appealId))?.closedAt).not.toBeNull();
    expect(await row(round.id)).toMatchObject({ letterState: 'asked', letterAskedAt: line.world.now() });
    expect((await getRound(as('anna'), { roundId: round.id })).lastVerdict).toBe('satisfied');
    await line.store.tx((db) =>
      insertRound(db, {
        ...plannedRound(line.world.now()),
        id: 'later',
        counterpartyId: cards[0]!,
        dueOn: '2027-11-01',
        state: 'dissatisfied',
        endedAt: line.world.now(),
      }),
    );
    await expect(ask('anna')).rejects.toMatchObject(refused('notSatisfied'));
    const waited = await listRounds(as('anna'), { show: 'letters', scope: 'mine', limit: 9 });
    expect(waited.rows).toMatchObject([{ id: round.id, state: 'satisfied', lastVerdict: 'dissatisfied' }]);
  });

  test('SA-2: the request is made as a document with the next number, for a client without a folder too', async () => {
    const { line, cards, as, due, row } = await start(dialect, 1);
    const round = await due();
    const make = (name: TestName) => makeLetterRequest(as(name), { roundId: round.id });
    const notSatisfied = { code: 'notPossibleNow', details: { reason: 'notSatisfied' } };
    await expect(make('anna')).rejects.toMatchObject(notSatisfied);
    await answerRound(as('anna'), { roundId: round.id, ...pleased, letterPromised: false });
    await expect(make('boris')).rejects.toMatchObject({ code: 'forbidden' });
    const product = { name: 'ArchiMed+', sortKey: 'archimed', hasBook: true, createdAt: 0, disabledAt: null };
    await line.store.tx(async (db) => {
      await insertProject(db, { id: 'archimed', ...product });
      await insertCounterpartyProducts(db, [{ counterpartyId: cards[0]!, projectId: 'archimed' }]);
    });
    const first = await make('anna');
    expect(await row(round.id)).toMatchObject({ letterState: 'asked', letterAskedAt: line.world.now() });
    line.world.pass(1);
    const second = await make('anna');
    expect([first.number, second.number]).toEqual([1, 2]);
    const { letterRequests } = await getRound(as('anna'), { roundId: round.id });
    expect(letterRequests.map(({ number }) => number)).toEqual([2, 1]);
    const download = (name: TestName) =>
      downloadDocument(as(name), { documentId: first.documentId, format: 'docx' });
    const { fileName, document } = await download('clara');
    expect(fileName).toBe('Просьба о рекомендательном письме.docx');
    expect(document.lines.slice(0, 3)).toEqual(['Исх. № 1', 'ООО «Ромашка-0»', 'Иванов']);
    expect(document.lines).toContain('Сидорова Анна, MLS IT');
    expect(document.lines.join()).toContain('Вы работаете с «ArchiMed+»');
    await expect(download('pavel')).rejects.toMatchObject({ code: 'notFound' });
    const timeline = await listTimeline(as('anna'), {
      counterpartyId: cards[0]!,
      show: 'documents',
      appeals: 'all',
      limit: 9,
    });
    expect(timeline.rows).toMatchObject([
      { kind: 'document', document: { title: 'Просьба о рекомендательном письме', folder: null } },
      { kind: 'document' },
    ]);
  });

  test('SA-3: whoever complained unasked and then would not be asked is owed the complaint', async () => {
    const { due, calls, row } = await start(dialect, 1);
    const round = await due();
    const call = await calls(round.id);
    await talkOf(call, 'anna').say(
      { type: 'caller.complained' },
      { type: 'manager.wentBack', to: 'greeting' },
      { type: 'caller.refusedRound' },
      { type: 'manager.filledIn', patch: { note: 'некогда' } },
      { type: 'manager.saidGoodbye' },
    );
    expect(await row(round.id)).toMatchObject({ state: 'complaintOwed', endedAt: null });
  });

  test('SA-3: a wrong verdict is put right in the same call by going back and asking anew', async () => {
    const { due, calls, row } = await start(dialect, 1);
    const round = await due();
    const call = await calls(round.id);
    const talk = talkOf(call, 'anna');
    await talk.say({ type: 'caller.couldTalk' }, { type: 'caller.wasDissatisfied', about: 'software' });
    expect(await row(round.id)).toMatchObject({ state: 'complaintOwed' });
    await talk.say(
      { type: 'manager.wentBack', to: 'askingSoftware' },
      { type: 'caller.wasSatisfied', about: 'software' },
    );
    expect(await row(round.id)).toMatchObject({ state: 'planned' });
    await talk.say(
      { type: 'caller.wasSatisfied', about: 'support' },
      { type: 'caller.wasSatisfied', about: 'company' },
      { type: 'caller.promisedLetter' },
      { type: 'manager.saidGoodbye' },
    );
    expect(await row(round.id)).toMatchObject({ state: 'satisfied' });
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
    const wordless = { support: { ...bad, words: '' }, letterPromised: false };
    await expect(wrong(wordless)).rejects.toMatchObject({ fields: { 'support.words': 'required' } });
    expect(await row(round.id)).toMatchObject({ state: 'planned' });
    const said = { ...pleased, support: bad, letterPromised: false, complaint };
    expect(await answerRound(as('anna'), { roundId: round.id, ...said })).toEqual({ state: 'dissatisfied' });
    const { version } = await row(round.id);
    await expect(
      receiveLetter(as('anna'), { roundId: round.id, version, attachmentId: 'letter' }),
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
    /** The file of a letter, with a client's card. */
    async file(counterpartyId: string, name = 'письмо.pdf') {
      const kept = {
        counterpartyId,
        appealId: null,
        name,
        contentBase64: btoa(name.endsWith('pdf') ? '%PDF-1.7' : '<p>'),
      };
      return (await addAttachment(as('clara'), kept, new RecordingsInMemory())).attachmentId;
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
