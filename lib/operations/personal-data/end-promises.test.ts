import { describe, expect, test } from 'vitest';
import { getAppeal, updateAppeal } from '@/db/appeals';
import { listChanges } from '@/db/changes';
import { getComplaint, listComplaintsOfCounterparties } from '@/db/complaints';
import { countOpenFolders, getFolder as getFolderRow, updateFolder } from '@/db/folders';
import { getNextReaction, updateNextReaction } from '@/db/next-reactions';
import { findSubject } from '@/db/personal-data/find-subject';
import { listOpenWork } from '@/db/personal-data/open-work';
import { insertRoundAttempt } from '@/db/round-attempts';
import { countRounds, countRoundsOwed, getRound, insertRound, listRoundsOfCounterparty } from '@/db/rounds';
import type { Dialect } from '@/db/store';
import { dialects, openTestStore } from '@/db/testing';
import { hourMs } from '@/lib/domain/duration';
import { listComplaints } from '@/lib/operations/complaints/list-complaints';
import { takeComplaint } from '@/lib/operations/complaints/take-complaint';
import { makeTestCard, phones } from '@/lib/operations/counterparties/testing-cards';
import type { TestName } from '@/lib/operations/employees/testing';
import { getFolder } from '@/lib/operations/folders/get-folder';
import { reportDeviation } from '@/lib/operations/folders/report-deviation';
import { takeOverFolder } from '@/lib/operations/folders/take-over-folder';
import { handOverTestClient } from '@/lib/operations/folders/testing-folders';
import { recordReaction } from '@/lib/operations/reactions/record-reaction';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { openLine } from '@/tests/call-driver';
import { plannedRound } from '@/tests/round-rows';
import { talkOf } from '@/tests/talk-driver';
import { endPromises } from './end-promises';
import { previewErasure } from './preview-erasure';
import { startErasure } from './start-erasure';

const reason = 'отозвано согласие';

describe.each(dialects)('what was promised to a person on %s', (dialect) => {
  test('ends with the erasure, which names it before: the round that is owed, the letter, the complaint and the folder', async () => {
    const { world, as, counterpartyId, folderId } = await promise(dialect);
    const planned = { ...plannedRound(world.now()), counterpartyId };
    const ended = { endedAt: world.now(), endedBy: 'anna', state: 'satisfied' } as const;
    await world.store.tx(async (db) => {
      await insertRound(db, planned);
      await insertRound(db, { ...planned, id: 'owed', state: 'complaintOwed' });
      await insertRound(db, {
        ...{ ...planned, ...ended, id: 'asked' },
        ...{ letterState: 'asked', letterAskedAt: world.now() },
      });
    });

    const subject = { kind: 'card', id: counterpartyId } as const;
    const { open } = await previewErasure(as('alla'), subject);
    expect(open).toMatchObject({ rounds: 2, letters: 1, complaints: 1, folders: 1 });
    await startErasure(as('alla'), {
      ...subject,
      confirmation: 'ООО «Ромашка»',
      requestNumber: '17/2026',
      requestedOn: '2026-10-30',
      legalBasis: 'ч. 5 ст. 21 152-ФЗ',
      reason,
    });

    const { read } = world.store;
    expect(await countRoundsOwed(read, null)).toBe(0);
    expect(await countRounds(read, { show: 'open', managerIds: null })).toBe(0);
    expect(await countRounds(read, { show: 'letters', managerIds: null })).toBe(0);
    const rounds = await listRoundsOfCounterparty(read, counterpartyId, 9);
    expect(rounds.map(({ state, endedBy }) => `${state} ${endedBy}`).sort()).toEqual([
      'cancelled alla',
      'cancelled alla',
      'satisfied anna',
    ]);
    expect(await listComplaintsOfCounterparties(read, [counterpartyId])).toMatchObject([
      { state: 'closed', closedBy: 'alla', closedAt: world.now(), closeReason: reason },
    ]);
    const { counts } = await listComplaints(as('gleb'), { state: 'all', limit: 9 });
    expect(counts).toEqual({ received: 0, inWork: 0, answered: 0 });
    expect(await countOpenFolders(read, {})).toBe(0);
    const folder = await getFolder(as('clara'), { folderId }, { hasPost: true });
    expect(folder).toMatchObject({ state: 'done', waitsFor: [] });
    expect(await listChanges(read, 'folder', folderId)).toMatchObject([{ employeeId: 'alla', reason }]);
  });

  test('ends as it stands by then: what changed since it was listed keeps its versions apart, what ended is not counted, and all of it is signed', async () => {
    const { world, as, counterpartyId, folderId } = await promise(dialect);
    const { read } = world.store;
    const subject = (await findSubject(read, { kind: 'card', id: counterpartyId }))!;
    const { liveCallIds: _, ...open } = await listOpenWork(read, subject);
    const [complaint] = open.complaints;
    const [ending] = open.nextReactions.filter(({ kind }) => kind === 'complaint');
    await takeComplaint(as('sofia'), { complaintId: complaint!.id, version: complaint!.version });
    await world.store.tx(async (db) => {
      await updateFolder(db, folderId, { version: 7 });
      await updateAppeal(db, complaint!.appealId, { version: 8 });
      await updateNextReaction(db, ending!.id, { endedAt: world.now(), version: 9 });
    });

    const why = { reason, employeeId: 'alla' };
    const clock = world.as(null);
    const ended = await clock.tx((tx) => endPromises(tx, clock, open, why));
    const listed = Object.values(open).flat().length;
    expect(ended).toBe(listed - 1);
    expect(await getComplaint(read, complaint!.id)).toMatchObject({
      version: complaint!.version + 2,
      state: 'closed',
      closedBy: 'alla',
    });
    expect(await listChanges(read, 'complaint', complaint!.id)).toMatchObject([
      { employeeId: 'alla', reason, fields: { state: { from: 'inWork', to: 'closed' } } },
      { employeeId: 'sofia' },
    ]);
    expect(await getFolderRow(read, folderId)).toMatchObject({ state: 'done', version: 8 });
    expect(await getAppeal(read, complaint!.appealId)).toMatchObject({ closedBy: 'alla', version: 9 });
    expect((await getNextReaction(read, ending!.id))?.version).toBe(9);
    expect(await clock.tx((tx) => endPromises(tx, clock, open, why))).toBe(0);
  });

  test('ends its round as cancelled and counts it, also when its third call stands unfinished', async () => {
    const line = await openLine(dialect);
    await line.hasNumber();
    const { world, company } = line;
    const card = { name: 'ООО «Ромашка»', phones: phones('8 (3842) 58-12-34'), assignedTo: 'anna' } as const;
    const counterpartyId = await makeTestCard(world, company, { ...card, status: 'client' });
    const attempt = { roundId: 'round', employeeId: 'anna', callId: null, outcome: 'noAnswer' } as const;
    await world.store.tx(async (db) => {
      await insertRound(db, { ...plannedRound(world.now()), counterpartyId });
      for (const hours of [1, 2]) {
        await insertRoundAttempt(db, { ...attempt, id: `${hours}`, at: world.now() - hours * hourMs });
      }
    });
    const script = { id: 'satisfaction-round', subjectId: 'round' };
    const call = await line.placesCall('anna', { phone: '+73842581234', script });
    await call.joins('anna');
    await line.dispatch();
    await call.partyAnswers();
    await talkOf(call, 'anna').say({ type: 'caller.couldTalk' });
    await call.callerHangsUp();

    const { read } = world.store;
    const subject = (await findSubject(read, { kind: 'card', id: counterpartyId }))!;
    const { liveCallIds: _, ...open } = await listOpenWork(read, subject);
    expect(open).toMatchObject({ rounds: [{ id: 'round' }], unfinishedCalls: [{ id: call.callId }] });
    const clock = world.as(null);
    const why = { reason, employeeId: 'alla' };
    const ended = await clock.tx((tx) => endPromises(tx, clock, open, why));
    expect(ended).toBe(Object.values(open).flat().length);
    expect(await getRound(read, 'round')).toMatchObject({ state: 'cancelled', endedBy: 'alla', version: 2 });
    expect(await call.row()).toMatchObject({ finishedAt: world.now(), discardReason: reason });
  });
});

/** A client whose folder has a deviation and who complained. */
async function promise(dialect: Dialect) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world);
  const as = (name: TestName) => world.as(company.as(name));
  const { counterpartyId, folderId } = await handOverTestClient(world, company);
  await takeOverFolder(as('anna'), { folderId, seenManagerId: null });
  await reportDeviation(as('anna'), { folderId, text: 'нет печати' });
  await recordReaction(as('boris'), {
    counterparty: { use: 'existing', id: counterpartyId, complete: {} },
    appeal: { use: 'new', topic: 'рекламация', type: '', projectId: null, note: '' },
    reaction: { type: 'complaint', topic: '', note: 'не отвечают', causedBy: 'support' },
    nextReactions: [],
  });
  return { world, as, counterpartyId, folderId };
}
