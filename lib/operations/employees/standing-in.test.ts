import { describe, expect, test } from 'vitest';
import { listNoticesOfComplaint } from '@/db/notices';
import { dialects, openTestStore } from '@/db/testing';
import { loadPerson } from '@/lib/auth/person';
import { dayMs } from '@/lib/domain/duration';
import type { Grants } from '@/lib/domain/employees/permission';
import { mayOpenFolders } from '@/lib/domain/folders/folder-rights';
import { answerComplaint } from '@/lib/operations/complaints/answer-complaint';
import { closeComplaint } from '@/lib/operations/complaints/close-complaint';
import { getComplaint } from '@/lib/operations/complaints/get-complaint';
import { listComplaints } from '@/lib/operations/complaints/list-complaints';
import { takeComplaint } from '@/lib/operations/complaints/take-complaint';
import { makeTestCard, phones } from '@/lib/operations/counterparties/testing-cards';
import { askSignatures } from '@/lib/operations/folders/ask-signatures';
import { getFolder } from '@/lib/operations/folders/get-folder';
import { giveSignatures } from '@/lib/operations/folders/give-signatures';
import { handOverFolder } from '@/lib/operations/folders/hand-over-folder';
import { listFolders } from '@/lib/operations/folders/list-folders';
import { noteWelcome } from '@/lib/operations/folders/note-welcome';
import { planDelivery } from '@/lib/operations/folders/plan-delivery';
import { reopenStep } from '@/lib/operations/folders/reopen-step';
import { reportDeviation } from '@/lib/operations/folders/report-deviation';
import { settleDeviation } from '@/lib/operations/folders/settle-deviation';
import { takeOverFolder } from '@/lib/operations/folders/take-over-folder';
import { handOverTestClient, signAsSeen, titlePage } from '@/lib/operations/folders/testing-folders';
import { choosePresence } from '@/lib/operations/presence/choose-presence';
import { recordPurchase } from '@/lib/operations/purchases/record-purchase';
import { recordReaction } from '@/lib/operations/reactions/record-reaction';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import type { TestName } from './testing';
import { updateRole } from './update-role';

describe.each(dialects)('CS-9: who stands in for an absent client manager on %s', (dialect) => {
  test('works in the folders that person took, and in no others, while they are away, wherever they work themselves', async () => {
    const { world, as, goesAway, back } = await start(dialect);
    const { folderId, paid } = await handOverTestClient(world, world.company);
    await goesAway('anna', 'alla');
    const seen = async () => {
      const { rows } = await listFolders(await as('alla'), { state: 'open', scope: 'all', limit: 9 });
      return rows.map(({ id }) => id);
    };
    const welcome = async () => noteWelcome(await as('alla'), { folderId, text: 'по мобильному' });
    await expect(welcome()).rejects.toMatchObject({ code: 'notFound' });
    await takeOverFolder(await as('anna'), { folderId, seenManagerId: null });
    const taken = await colleaguesFolder();
    expect(await seen()).toEqual([folderId]);
    await expect(getFolder(await as('alla'), taken)).rejects.toMatchObject({ code: 'notFound' });
    await expect(noteWelcome(await as('alla'), { ...taken, text: 'звонили' })).rejects.toMatchObject({
      code: 'notFound',
    });
    expect(mayOpenFolders((await as('alla')).person!)).toBe(true);
    const { may } = await getFolder(await as('alla'), { folderId });
    expect(may).toMatchObject({ work: true, takeOver: false, reopen: false, openCard: true });
    await welcome();
    await signAsSeen(await as('alla'), { folderId, step: 'folderComplete' });
    const { deviationId } = await reportDeviation(await as('alla'), { folderId, text: 'нет печати' });
    await settleDeviation(await as('alla'), { folderId, deviationId, settlement: 'печать есть' });
    await planDelivery(await as('alla'), { folderId, deliveryOn: '2026-11-10', version: await version() });
    const { takenBy, steps } = await getFolder(await as('anna'), { folderId });
    expect(takenBy).toMatchObject({ id: 'anna' });
    expect(steps.find(({ step }) => step === 'folderComplete')?.signature).toMatchObject({
      signedAs: expect.stringContaining('Алексеева'),
      signedFor: { id: 'anna', name: 'Сидорова\u00A0А.' },
      isIntact: true,
    });
    back();
    expect(await seen()).toEqual([]);
    await expect(welcome()).rejects.toMatchObject({ code: 'notFound' });
    expect(mayOpenFolders((await as('alla')).person!)).toBe(false);

    async function version() {
      return (await getFolder(await as('alla'), { folderId })).version;
    }

    /** Of another client, taken over by Boris, who is at work. */
    async function colleaguesFolder(): Promise<{ folderId: string }> {
      const card = { name: 'ООО «Лютик»', phones: phones('8 (3842) 58-12-35') };
      const counterpartyId = await makeTestCard(world, world.company, card);
      const contract = { ...paid, contractNumber: '2026/119' };
      const { purchaseId } = await recordPurchase(await as('boris'), { counterpartyId, ...contract });
      const handedOver = { counterpartyId, purchaseIds: [purchaseId], ...titlePage };
      const { folderId } = await handOverFolder(await as('boris'), handedOver);
      await takeOverFolder(await as('boris'), { folderId, seenManagerId: null });
      return { folderId };
    }
  });

  test('works in them as long as that person may, whatever gives or takes the right', async () => {
    const { world, as, goesAway } = await start(dialect);
    const { folderId } = await handOverTestClient(world, world.company);
    const decide = async (version: number, grants: Grants) =>
      updateRole(await as('alla'), { roleId: 'supportSpecialist', version, grants });
    const seen = async () => {
      const substitute = await as('alla');
      const { rows } = await listFolders(substitute, { state: 'open', scope: 'mine', limit: 9 });
      return { ids: rows.map(({ id }) => id), mayOpen: mayOpenFolders(substitute.person!) };
    };
    const welcome = async (text: string) => noteWelcome(await as('alla'), { folderId, text });
    await decide(0, { workOnFolders: true });
    await takeOverFolder(await as('stepan'), { folderId, seenManagerId: null });
    await goesAway('stepan', 'alla');
    expect(await seen()).toEqual({ ids: [folderId], mayOpen: true });
    await welcome('по мобильному');
    await decide(1, {});
    expect(await seen()).toEqual({ ids: [], mayOpen: false });
    await expect(welcome('ещё раз')).rejects.toMatchObject({ code: 'notFound' });
  });
});

describe.each(dialects)('CS-9: who stands in for an absent head on %s', (dialect) => {
  test('of the client department gives the signatures and takes one back, while the head is away', async () => {
    const { world, as, goesAway, back } = await start(dialect);
    const { folderId } = await handOverTestClient(world, world.company);
    await takeOverFolder(await as('anna'), { folderId, seenManagerId: null });
    await askSignatures(await as('anna'), { folderId, text: 'нет подписи' });
    const give = async () => giveSignatures(await as('stepan'), { folderId });
    await expect(give()).rejects.toMatchObject({ code: 'forbidden' });
    await goesAway('clara', 'stepan');
    expect(await getFolder(await as('stepan'), { folderId })).toMatchObject({
      may: { giveSignatures: true },
    });
    await give();
    await goesAway('clara', 'boris');
    await signAsSeen(await as('anna'), { folderId, step: 'folderComplete' });
    const reopen = async () =>
      reopenStep(await as('boris'), { folderId, step: 'folderComplete', reason: 'не та папка' });
    await reopen();
    await signAsSeen(await as('anna'), { folderId, step: 'folderComplete' });
    back();
    await expect(reopen()).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('of sales finds the folder and settles the deviation that lies with the head', async () => {
    const { world, as, goesAway } = await start(dialect);
    const { folderId } = await handOverTestClient(world, world.company);
    await takeOverFolder(await as('anna'), { folderId, seenManagerId: null });
    const { deviationId } = await reportDeviation(await as('anna'), { folderId, text: 'нет счёта' });
    const settle = async () =>
      settleDeviation(await as('alla'), { folderId, deviationId, settlement: 'счёт вложен' });
    await expect(settle()).rejects.toMatchObject({ code: 'notFound' });
    await goesAway('polina', 'alla');
    const { rows } = await listFolders(await as('alla'), { state: 'open', scope: 'all', limit: 9 });
    expect(rows.map(({ id }) => id)).toEqual([folderId]);
    await settle();
  });

  test('takes and answers a complaint for the head, whose name stands beside theirs', async () => {
    const { world, as, goesAway, complain } = await start(dialect);
    await goesAway('sofia', 'stepan');
    const complaintId = await complain('anna');
    await takeComplaint(await as('stepan'), { complaintId, version: 1 });
    world.pass(1000);
    const answer = { complaintId, version: 2, cause: 'не хватало людей', answer: 'перезвонили' };
    await answerComplaint(await as('stepan'), answer);
    expect(await getComplaint(await as('gleb'), { complaintId })).toMatchObject({
      answeredBy: { id: 'stepan' },
      answeredFor: { id: 'sofia' },
      history: [
        { kind: 'answered', employee: { id: 'stepan' }, inPlaceOf: { id: 'sofia' } },
        { kind: 'workHandedOver' },
      ],
    });
  });

  test('or for the director gets the emergency by mail, sees and settles it, and does not close it for the department', async () => {
    const { world, as, goesAway, back, complain } = await start(dialect);
    await goesAway('sofia', 'boris');
    await goesAway('gleb', 'pavel');
    const complaintId = await complain('anna');
    const notices = await listNoticesOfComplaint(world.store.read, complaintId);
    expect(notices.map(({ employeeId }) => employeeId).sort()).toEqual(['boris', 'gleb', 'pavel', 'sofia']);
    for (const name of ['boris', 'pavel'] as const) {
      const board = await listComplaints(await as(name), { state: 'all', limit: 9 });
      expect(board.rows.map(({ id }) => id)).toEqual([complaintId]);
    }
    await takeComplaint(await as('pavel'), { complaintId, version: 1 });
    const seen = await getComplaint(await as('boris'), { complaintId });
    expect(seen.may).toMatchObject({ answer: true });
    const close = closeComplaint(await as('boris'), { complaintId, version: 2, reason: 'не дозвонились' });
    await expect(close).rejects.toMatchObject({ code: 'forbidden' });
    back();
    const board = await listComplaints(await as('pavel'), { state: 'all', scope: 'all', limit: 9 });
    expect(board.rows.map(({ owner }) => owner?.id)).toEqual(['pavel']);
  });
});

async function start(dialect: (typeof dialects)[number]) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world);
  const as = async (name: TestName) => world.as(await loadPerson(world.store.read, name, world.now()));
  return {
    world: { ...world, company },
    as,
    /** For three days. */
    async goesAway(name: TestName, substituteId: TestName) {
      const absentUntil = world.now() + 3 * dayMs;
      await choosePresence(await as(name), { chosen: 'absent', absentUntil, substituteId });
    },
    back: () => world.pass(3 * dayMs),
    async complain(by: TestName) {
      const counterpartyId = await makeTestCard(world, company, { name: 'ООО «Ромашка»', status: 'client' });
      await recordReaction(await as(by), {
        counterparty: { use: 'existing', id: counterpartyId, complete: {} },
        appeal: { use: 'new', topic: 'рекламация', type: '', projectId: null, note: '' },
        reaction: { type: 'complaint', topic: '', note: 'не отвечают', causedBy: 'support' },
        nextReactions: [],
      });
      const { rows } = await listComplaints(await as(by), { state: 'all', limit: 9 });
      return rows[0]!.id;
    },
  };
}
