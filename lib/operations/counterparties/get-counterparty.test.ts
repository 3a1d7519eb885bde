import { describe, expect, test, vi } from 'vitest';
import { insertAppeal } from '@/db/appeals';
import { insertCall } from '@/db/calls';
import { insertComplaint } from '@/db/complaints';
import { insertReaction } from '@/db/reactions';
import { insertRound } from '@/db/rounds';
import { dialects, openTestStore } from '@/db/testing';
import type { TimelineEntry } from '@/lib/domain/counterparties/card-timeline';
import type { TimelineShow } from '@/lib/domain/counterparties/timeline-shows';
import { getAppeal } from '@/lib/operations/appeals/get-appeal';
import { listAppeals } from '@/lib/operations/appeals/list-appeals';
import { makeDocument } from '@/lib/operations/documents/make-document';
import type { TestName } from '@/lib/operations/employees/testing';
import { takeOverFolder } from '@/lib/operations/folders/take-over-folder';
import { handOverTestClient } from '@/lib/operations/folders/testing-folders';
import { listReactions } from '@/lib/operations/reactions/list-reactions';
import { recordReaction } from '@/lib/operations/reactions/record-reaction';
import { writeNextReactions } from '@/lib/operations/reactions/write-next-reactions';
import { createTestWorld, type TestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { plannedRound, receivedComplaint } from '@/tests/round-rows';
import { describeTimeline } from './describe-timeline';
import { getCounterparty } from './get-counterparty';
import { listAppealChains } from './list-appeal-chains';
import { listCardCalls } from './list-card-calls';
import { listPlanned } from './list-planned';
import { listTimeline } from './list-timeline';
import { makeTestCard } from './testing-cards';
import { updateCounterparty } from './update-counterparty';

vi.mock('./describe-timeline', { spy: true });

describe.each(dialects)('a card with a long history on %s', (dialect) => {
  test('shows its newest and leads to all the rest', async () => {
    const { world, company, anna, counterpartyId } = await start(dialect);
    await live(world, counterpartyId, { appeals: 101, reactions: 205, calls: 52 });
    const page = await getCounterparty(anna, { counterpartyId });
    const seen = (rows: readonly { id: string }[]) => new Set(rows.map(({ id }) => id)).size;
    const { more } = page;

    const appeals = await listAppeals(anna, {
      state: 'all',
      counterpartyId,
      after: more.appeals!,
      limit: 200,
    });
    expect(seen([...page.appeals, ...appeals.rows])).toBe(101);
    expect(appeals.next).toBeNull();
    const appeal = await getAppeal(anna, { appealId: 'appeal 0' });
    const rest = await listReactions(anna, {
      scope: 'all',
      appealId: 'appeal 0',
      after: appeal.moreReactions!,
      limit: 200,
    });
    expect(seen([...appeal.reactions, ...rest.rows])).toBe(205);
    expect(rest.next).toBeNull();

    const calls = await listCardCalls(anna, { counterpartyId, limit: 60 });
    expect(seen(calls.rows)).toBe(52);
    const foreign = listCardCalls(world.as(company.as('pavel')), { counterpartyId, limit: 9 });
    await expect(foreign).rejects.toMatchObject({ code: 'notFound' });
    const others = { scope: 'all', counterpartyId, limit: 9 } as const;
    expect((await listReactions(world.as(company.as('pavel')), others)).rows).toEqual([]);
  });

  test('shows what is planned soonest first, and leads to the rest of it', async () => {
    const { world, company, anna, counterpartyId } = await start(dialect);
    await live(world, counterpartyId, { appeals: 1, reactions: 0, calls: 0 });
    const context = world.as(null);
    const left = {
      kind: 'act',
      appealId: 'appeal 0',
      counterpartyId,
      reactionId: null,
      callId: null,
      topic: 'позвонить',
      createdBy: 'anna',
    } as const;
    const responsible = { kind: 'department', departmentKind: 'client' } as const;
    const dues = Array.from({ length: 103 }, (_, at) => ({ responsible, dueAt: at }));
    await context.tx((tx) => writeNextReactions(tx, context, left, dues));
    const page = await getCounterparty(anna, { counterpartyId });
    const asked = { counterpartyId, after: page.more.nextReactions!, limit: 9 };
    const rest = await listPlanned(anna, asked);
    const shown = [...page.nextReactions, ...rest.rows].map(({ dueAt }) => dueAt);
    expect(shown).toEqual(dues.map(({ dueAt }) => dueAt));
    expect(rest.next).toBeNull();
    const foreign = listPlanned(world.as(company.as('pavel')), asked);
    await expect(foreign).rejects.toMatchObject({ code: 'notFound' });
  });

  test('tells of rounds, closed complaints, folders and their documents, to whoever may see them', async () => {
    const world = createTestWorld(await openTestStore(dialect));
    const company = await hireTestCompany(world);
    const anna = world.as(company.as('anna'));
    const { counterpartyId, folderId, number } = await handOverTestClient(world, company);
    await takeOverFolder(anna, { folderId, seenManagerId: null });
    await makeDocument(anna, { folderId, kind: 'handOverAct', projectId: 'archimed' });
    const now = world.now();
    await recordReaction(anna, {
      counterparty: { use: 'existing', id: counterpartyId, complete: {} },
      appeal: { use: 'new', topic: 'запрос цен', type: '', projectId: null, note: '' },
      reaction: { type: 'outgoingCall', topic: '', note: '' },
      nextReactions: [{ responsible: { kind: 'employee', employeeId: 'pavel' }, dueAt: now + 3_600_000 }],
    });
    await world.store.tx(async (db) => {
      const round = { ...plannedRound(now), counterpartyId, endedAt: now, endedBy: 'anna' };
      await insertRound(db, { ...round, state: 'satisfied' });
      await insertRound(db, { ...round, id: 'called off', state: 'cancelled' });
      const complaint = { ...receivedComplaint(now), counterpartyId, appealId: 'appeal' };
      await insertComplaint(db, {
        ...{ ...complaint, state: 'closed', closedAt: now, closedBy: 'sofia', closeReason: 'доволен' },
      });
    });
    const read = async (name: TestName, show: TimelineShow) => {
      const query = { counterpartyId, show, appeals: 'all', limit: 50 } as const;
      return (await listTimeline(world.as(company.as(name)), query)).rows;
    };
    expect(await read('anna', 'rounds')).toMatchObject([{ kind: 'round', round: { state: 'satisfied' } }]);
    expect(await read('anna', 'folders')).toMatchObject([{ folder: { id: folderId, number } }]);
    expect(await read('anna', 'documents')).toMatchObject([{ document: { folder: { number } } }]);
    expect(await read('anna', 'complaints')).toMatchObject([{ reason: 'доволен', complaint: { number: 1 } }]);
    const kinds = (await read('anna', 'all')).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['round', 'folder', 'document', 'complaintClosed']));
    const chainsOf = (show: TimelineShow) => listAppealChains(anna, { counterpartyId, show, limit: 50 });
    const offer = (await chainsOf('all')).rows.find(({ appeal }) => appeal.topic === 'запрос цен');
    expect(offer).toMatchObject({ openNext: [{ employee: { id: 'pavel' } }], moreNext: 0 });
    expect((await chainsOf('reactions')).rows.flatMap(({ entries }) => entries)).not.toContainEqual(
      expect.objectContaining({ kind: 'appealOpened' }),
    );
    expect((await chainsOf('mail')).rows).toEqual([]);
    expect(await read('pavel', 'rounds')).toEqual([]);
    expect(await read('pavel', 'folders')).toHaveLength(1);
  });

  test('names fields that were filled in once, so that their history is not lost with the value', async () => {
    const { anna, counterpartyId } = await start(dialect);
    const emptied = async () => (await getCounterparty(anna, { counterpartyId })).card.emptiedFields;
    expect(await emptied()).toEqual([]);
    await updateCounterparty(anna, { counterpartyId, version: 1, kpp: '420501001', emails: ['a@b.example'] });
    expect(await emptied()).toEqual([]);
    await updateCounterparty(anna, { counterpartyId, version: 2, kpp: '', emails: [] });
    expect(await emptied()).toEqual(['kpp', 'emails']);
  });

  test('tells all of it in one timeline, page by page, also what happened in the same moment', async () => {
    const { world, company, anna, counterpartyId } = await start(dialect);
    await live(world, counterpartyId, { appeals: 11, reactions: 205, calls: 52 });
    await updateCounterparty(anna, { counterpartyId, version: 1, city: 'Томск' });
    const read = async (show: TimelineShow, appeals: 'all' | 'none' = 'all') => {
      const entries: TimelineEntry[] = [];
      let after: string | undefined;
      do {
        const page = await listTimeline(anna, { counterpartyId, show, appeals, after, limit: 7 });
        entries.push(...page.rows);
        after = page.next ?? undefined;
      } while (after);
      return entries;
    };
    const all = await read('all');
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all).toHaveLength(11 + 205 + 52 + 1);
    expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).sort((one, other) => other - one));
    expect(await read('calls')).toHaveLength(52);
    expect(await read('mail')).toEqual([]);
    expect(await read('appeals')).toHaveLength(11);
    expect(await read('changes')).toMatchObject([{ change: { fields: { city: { to: 'Томск' } } } }]);
    expect(await read('all', 'none')).toHaveLength(52 + 1);

    vi.mocked(describeTimeline).mockClear();
    const chains = await listAppealChains(anna, { counterpartyId, show: 'all', limit: 10 });
    expect(describeTimeline).toHaveBeenCalledTimes(1);
    expect(chains.rows).toHaveLength(10);
    const long = chains.rows.filter(({ hasMore }) => hasMore);
    expect(long).toMatchObject([{ appeal: { id: 'appeal 0' } }]);
    expect(long[0]!.entries).toHaveLength(20);
    const rest = await listAppealChains(anna, {
      ...{ counterpartyId, show: 'all', limit: 10, after: chains.next! },
    });
    expect(rest.rows).toMatchObject([{ entries: [{ kind: 'appealOpened' }] }]);
    const pavel = world.as(company.as('pavel'));
    const foreign = listTimeline(pavel, { counterpartyId, show: 'all', appeals: 'all', limit: 7 });
    await expect(foreign).rejects.toMatchObject({ code: 'notFound' });
  });

  test('with a short one has nothing more to show', async () => {
    const { world, anna, counterpartyId } = await start(dialect);
    await live(world, counterpartyId, { appeals: 1, reactions: 2, calls: 1 });
    const page = await getCounterparty(anna, { counterpartyId });
    expect(page.more).toEqual({
      appeals: null,
      nextReactions: null,
      purchases: null,
      attachments: null,
    });
    expect((await getAppeal(anna, { appealId: 'appeal 0' })).moreReactions).toBeNull();
  });
});

async function start(dialect: (typeof dialects)[number]) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world);
  const counterpartyId = await makeTestCard(world, company, { name: 'ООО «Ромашка»' });
  return { world, company, anna: world.as(company.as('anna')), counterpartyId };
}

/** Each minute something happened; all reactions stand on the first appeal. */
const live = (
  world: TestWorld,
  counterpartyId: string,
  count: { appeals: number; reactions: number; calls: number },
) =>
  world.store.tx(async (db) => {
    const at = (index: number) => world.now() - Math.floor(index / 2) * 60_000;
    for (let index = 0; index < count.appeals; index++) {
      await insertAppeal(db, {
        id: `appeal ${index}`,
        number: 1000 + index,
        counterpartyId,
        topic: 'запрос цен',
        type: 'Клиентский отдел',
        projectId: null,
        note: '',
        createdAt: at(index),
        createdBy: 'anna',
        closedAt: null,
        closedBy: null,
        closeReason: null,
        version: 1,
      });
    }
    for (let index = 0; index < count.reactions; index++) {
      await insertReaction(db, {
        id: `reaction ${index}`,
        appealId: 'appeal 0',
        callId: null,
        type: 'outgoingCall',
        topic: 'запрос цен',
        note: '',
        route: null,
        departmentId: 'client',
        employeeId: 'anna',
        happenedAt: at(index),
        createdAt: at(index),
        version: 1,
      });
    }
    for (let index = 0; index < count.calls; index++) {
      await insertCall(db, {
        id: `call ${index}`,
        callSid: `CA ${index}`,
        callerText: '+73842581234',
        direction: 'inbound',
        callerKind: 'number',
        callerE164: '+73842581234',
        calledNumber: '+73842000000',
        phase: 'ended',
        snapshot: {},
        machineVersion: 1,
        version: 1,
        departmentId: 'client',
        counterpartyId,
        arrivedAt: at(index),
        claimGeneration: 0,
        lastEventAt: at(index),
      });
    }
  });
