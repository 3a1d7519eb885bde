import { describe, expect, test } from 'vitest';
import { getAppeal } from '@/db/appeals';
import { insertCall } from '@/db/calls';
import { listCounterparties } from '@/db/counterparties';
import { getNextReaction, listNextReactionsOfAppeals } from '@/db/next-reactions';
import { listReactionsByIds } from '@/db/reactions';
import { dialects, openTestStore } from '@/db/testing';
import { hourMs } from '@/lib/domain/duration';
import { type RecordReactionInput, recordReactionSchema } from '@/lib/domain/reactions/record-input';
import { RepeatedRequest } from '@/lib/operations/context';
import { makeTestCard } from '@/lib/operations/counterparties/testing-cards';
import type { TestName } from '@/lib/operations/employees/testing';
import { createTestWorld, type TestWorld, testStart } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { openLine } from '@/tests/call-driver';
import { talkOf, throughTheCard } from '@/tests/talk-driver';
import { recordReaction } from './record-reaction';
import { writeTestRecords } from './testing-records';
import { updateReaction } from './update-reaction';

const toSales = { responsible: { kind: 'department', departmentKind: 'sales' } } as const;
const visit: RecordReactionInput = {
  counterparty: { use: 'new', fields: { name: 'ИП Петров', city: 'Томск' } },
  appeal: { use: 'new', topic: 'показать ArchiSport' },
  reaction: { type: 'visit', note: 'приходил сам' },
  nextReactions: [{ responsible: { kind: 'employee', employeeId: 'anna' }, dueAt: testStart + hourMs }],
};

describe.each(dialects)('the reaction card of «+» on %s', (dialect) => {
  test('CARD: saves a new counterparty, a new appeal, the reaction and who acts next as one act', async () => {
    const { world, record } = await start(dialect);
    const written = await record('anna', visit);
    const db = world.store.read;
    expect(await getAppeal(db, written.appealId)).toMatchObject({
      topic: 'показать ArchiSport',
      type: 'Клиентский отдел',
      counterpartyId: written.counterpartyId,
    });
    expect(await getNextReaction(db, written.nextReactionIds[0]!)).toMatchObject({
      responsibleEmployeeId: 'anna',
      responsibleDepartmentId: 'client',
      dueAt: testStart + hourMs,
      callId: null,
    });
    expect(written.leadId).toBeNull();
  });

  test('CARD: the minute of the sales department makes a lead without a call too', async () => {
    const { record } = await start(dialect);
    const written = await record('anna', { ...visit, nextReactions: [{ ...toSales, dueSetting: 'minute' }] });
    expect(written.leadId).not.toBeNull();
  });

  test('an open appeal is never left without a next reaction, and then nothing is written', async () => {
    const { world, record } = await start(dialect);
    await expect(record('anna', { ...visit, nextReactions: [] })).rejects.toMatchObject({
      code: 'invalid',
      fields: { nextReactions: 'reactions.errors.nextReactionNeeded' },
    });
    expect(await listCounterparties(world.store.read, { scope: 'all', limit: 9 })).toEqual([]);
  });

  test('SA-3: a complaint goes at once to the head of the department that caused it and to the general director', async () => {
    const { world, record } = await start(dialect);
    const reaction = { type: 'complaint', note: 'второй день нет ответа' } as const;
    const complaint: RecordReactionInput = {
      ...visit,
      nextReactions: [],
      reaction: { ...reaction, causedBy: 'support' },
    };
    const { appealId } = await record('anna', complaint);
    expect(await listNextReactionsOfAppeals(world.store.read, [appealId], 'open')).toMatchObject([
      { kind: 'complaint', responsibleEmployeeId: 'sofia', dueAt: testStart },
      { kind: 'complaint', responsibleEmployeeId: 'gleb', dueAt: testStart },
    ]);
    await expect(record('anna', { ...complaint, reaction })).rejects.toMatchObject({
      fields: { 'reaction.causedBy': 'required' },
    });
    for (const other of [{ nextReactions: visit.nextReactions }, { closeAppeal: { reason: 'извинились' } }]) {
      await expect(record('anna', { ...complaint, ...other })).rejects.toMatchObject({
        fields: { nextReactions: 'reactions.errors.complaintGoesToHeads' },
      });
    }
  });

  test('SA-3: no reaction becomes a complaint that nobody is told of', async () => {
    const { world, company, record } = await start(dialect);
    const { reactionId } = await record('anna', visit);
    const edit = { reactionId, version: 1, type: 'complaint' } as const;
    await expect(updateReaction(world.as(company.as('anna')), edit)).rejects.toMatchObject({
      fields: { type: 'reactions.errors.complaintIsRecordedAnew' },
    });
  });

  test('an appeal settled at once is closed with its reason', async () => {
    const { world, record } = await start(dialect);
    const settled = { ...visit, nextReactions: [], closeAppeal: { reason: 'ответили на месте' } };
    const { appealId } = await record('anna', settled);
    expect(await getAppeal(world.store.read, appealId)).toMatchObject({
      closedBy: 'anna',
      closeReason: 'ответили на месте',
    });
  });

  test('sent again with its key is written once', async () => {
    const { world, company } = await start(dialect);
    const input = recordReactionSchema.parse(visit);
    const send = () => recordReaction(world.as(company.as('anna'), { key: 'k', bodyHash: 'h' }), input);
    const first = await send();
    const again = await send().catch((error: unknown) => error);
    expect(again).toBeInstanceOf(RepeatedRequest);
    expect((again as RepeatedRequest).result).toEqual(first);
    expect(await listCounterparties(world.store.read, { scope: 'all', limit: 9 })).toHaveLength(1);
  });

  test('recorded by a call belongs to it, and a call that never was is refused', async () => {
    const { world, record } = await start(dialect);
    await arrive(world, 'call');
    const { reactionId } = await record('anna', { ...visit, callId: 'call' });
    expect(await listReactionsByIds(world.store.read, [reactionId])).toMatchObject([{ callId: 'call' }]);
    await expect(record('anna', { ...visit, callId: 'never' })).rejects.toMatchObject({ code: 'notFound' });
    expect(await listCounterparties(world.store.read, { scope: 'all', limit: 9 })).toHaveLength(1);
  });

  test('fulfils a next reaction by naming it', async () => {
    const { world, company, record } = await start(dialect);
    const { counterpartyId, appealId, nextReactionIds } = await writeTestRecords(world, company.as('anna'));
    const written = await record('pavel', {
      counterparty: { use: 'existing', id: counterpartyId },
      appeal: { use: 'existing', id: appealId },
      reaction: { type: 'outgoingCall', note: 'назвал цены' },
      nextReactions: [{ responsible: { kind: 'employee', employeeId: 'pavel' }, dueAt: testStart + hourMs }],
      fulfils: nextReactionIds[0]!,
    });
    const db = world.store.read;
    expect(await getNextReaction(db, nextReactionIds[0]!)).toMatchObject({
      outcome: 'fulfilled',
      endedBy: 'pavel',
      fulfilledByReactionId: written.reactionId,
    });
    expect(await listNextReactionsOfAppeals(db, [appealId], 'open')).toHaveLength(1);
  });

  test('a call written down by another department does not fulfil it', async () => {
    const { world, company, record } = await start(dialect);
    const { counterpartyId, appealId, nextReactionIds } = await writeTestRecords(world, company.as('anna'));
    const card = {
      counterparty: { use: 'existing', id: counterpartyId },
      appeal: { use: 'existing', id: appealId },
      reaction: { type: 'outgoingCall' },
    } as const;
    await record('boris', card);
    expect(await getNextReaction(world.store.read, nextReactionIds[0]!)).toMatchObject({ endedAt: null });
    const fulfilling = record('boris', { ...card, fulfils: nextReactionIds[0]! });
    await expect(fulfilling).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('coming late, after somebody fulfilled it, is refused', async () => {
    const { world, company, record } = await start(dialect);
    const { counterpartyId, appealId, nextReactionIds } = await writeTestRecords(world, company.as('anna'));
    const fulfil: RecordReactionInput = {
      counterparty: { use: 'existing', id: counterpartyId },
      appeal: { use: 'existing', id: appealId },
      reaction: { type: 'outgoingCall' },
      nextReactions: [{ responsible: { kind: 'employee', employeeId: 'pavel' }, dueAt: testStart + hourMs }],
      fulfils: nextReactionIds[0]!,
    };
    await record('pavel', fulfil);
    await expect(record('polina', fulfil)).rejects.toMatchObject({ code: 'notPossibleNow' });
  });

  test('CS-10: a sales manager adds nothing to a card that is not theirs', async () => {
    const { world, company, record } = await start(dialect);
    const id = await makeTestCard(world, company, { name: 'ООО «Вектор»' });
    const foreign = record('pavel', { ...visit, counterparty: { use: 'existing', id } });
    await expect(foreign).rejects.toMatchObject({ code: 'notFound' });
  });

  test('what has not happened yet is no reaction, and nothing is due in the past', async () => {
    const { record } = await start(dialect);
    const ahead = record('anna', { ...visit, reaction: { type: 'visit', happenedAt: testStart + hourMs } });
    await expect(ahead).rejects.toMatchObject({
      fields: { 'reaction.happenedAt': 'reactions.errors.inTheFuture' },
    });
    const past = record('anna', { ...visit, nextReactions: [{ ...toSales, dueAt: testStart - hourMs }] });
    await expect(past).rejects.toMatchObject({ fields: { 'nextReactions.0.dueAt': 'inThePast' } });
  });
});

describe.each(dialects)('the reaction card of «+» about a call on %s', (dialect) => {
  test('hangs on a call the person may read: the owner’s, and for good that of whoever took it', async () => {
    const { call, about } = await handedOverCall(dialect);
    await about('anna', call.callId);
    await about('pavel', call.callId);
    await call.answers('pavel');
    await call.callerHangsUp();
    await about('pavel', call.callId);
    const { reactions } = call.line.store.read.t;
    const rows = await call.line.store.read.q.select().from(reactions);
    expect(rows.filter(({ type, callId }) => type === 'visit' && callId === call.callId)).toHaveLength(3);
  });

  test('is refused about a call of others, and about one that is not there', async () => {
    const { call, about } = await handedOverCall(dialect);
    await call.answers('pavel');
    for (const name of ['boris', 'polina', 'stepan'] as const)
      await expect(about(name, call.callId)).rejects.toMatchObject({ code: 'notFound' });
    await expect(about('anna', 'no such call')).rejects.toMatchObject({ code: 'notFound' });
  });
});

async function handedOverCall(dialect: (typeof dialects)[number]) {
  const line = await openLine(dialect);
  await line.available('anna', 'pavel');
  const call = await line.callerCalls();
  await call.callerJoins();
  await call.answers('anna');
  const goodbye = { type: 'manager.saidGoodbye' } as const;
  await talkOf(call, 'anna').say({ type: 'caller.askedAboutProducts' }, ...throughTheCard, goodbye);
  const about = (name: TestName, callId: string) =>
    recordReaction(
      line.world.as(line.company.as(name)),
      recordReactionSchema.parse({
        ...visit,
        callId,
        nextReactions: [{ ...toSales, dueAt: line.world.now() + hourMs }],
      }),
    );
  return { call, about };
}

async function start(dialect: (typeof dialects)[number]) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world);
  const record = (name: TestName, input: RecordReactionInput) =>
    recordReaction(world.as(company.as(name)), recordReactionSchema.parse(input));
  return { world, company, record };
}

const arrive = (world: TestWorld, id: string) =>
  world.store.tx((db) =>
    insertCall(db, {
      id,
      callSid: `CA-${id}`,
      callerText: '+73842581234',
      direction: 'inbound',
      callerKind: 'number',
      callerE164: '+73842581234',
      calledNumber: '+73842000000',
      phase: 'talking',
      snapshot: {},
      machineVersion: 1,
      version: 1,
      departmentId: 'client',
      arrivedAt: world.now(),
      claimGeneration: 0,
      lastEventAt: world.now(),
    }),
  );
