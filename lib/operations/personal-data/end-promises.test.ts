import { describe, expect, test } from 'vitest';
import { listChanges } from '@/db/changes';
import { listComplaintsOfCounterparties } from '@/db/complaints';
import { countOpenFolders } from '@/db/folders';
import { countRounds, countRoundsOwed, insertRound, listRoundsOfCounterparty } from '@/db/rounds';
import { dialects, openTestStore } from '@/db/testing';
import { listComplaints } from '@/lib/operations/complaints/list-complaints';
import type { TestName } from '@/lib/operations/employees/testing';
import { getFolder } from '@/lib/operations/folders/get-folder';
import { reportDeviation } from '@/lib/operations/folders/report-deviation';
import { takeOverFolder } from '@/lib/operations/folders/take-over-folder';
import { handOverTestClient } from '@/lib/operations/folders/testing-folders';
import { recordReaction } from '@/lib/operations/reactions/record-reaction';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { plannedRound } from '@/tests/round-rows';
import { previewErasure } from './preview-erasure';
import { startErasure } from './start-erasure';

const reason = 'отозвано согласие';

describe.each(dialects)('what was promised to a person on %s', (dialect) => {
  test('ends with the erasure, which names it before: the round that is owed, the letter, the complaint and the folder', async () => {
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
});
