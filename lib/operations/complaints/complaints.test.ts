import { describe, expect, test } from 'vitest';
import { getAppeal } from '@/db/appeals';
import { listComplaintsOfCounterparties } from '@/db/complaints';
import { listNextReactionsOfAppeals } from '@/db/next-reactions';
import { listNoticesOfComplaint } from '@/db/notices';
import { dialects, openTestStore } from '@/db/testing';
import { dayMs } from '@/lib/domain/duration';
import { makeTestCard } from '@/lib/operations/counterparties/testing-cards';
import type { TestName } from '@/lib/operations/employees/testing';
import { recordReaction } from '@/lib/operations/reactions/record-reaction';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { answerComplaint } from './answer-complaint';
import { callAfterComplaint, closeComplaint, reopenComplaint } from './close-complaint';
import { getComplaint } from './get-complaint';
import { listComplaints } from './list-complaints';
import { sendNotices } from './send-notices';
import { assignComplaint, takeComplaint } from './take-complaint';

const solved = { cause: 'не хватало людей', answer: 'обновление поставлено' };

describe.each(dialects)('a complaint on %s', (dialect) => {
  test('SA-3: written by «+» stands on the board of who sees every card and of the department concerned', async () => {
    const { as, id, view } = await start(dialect);
    expect(await view('sofia')).toMatchObject({
      number: 1,
      state: 'received',
      text: 'не отвечают второй день',
      owner: { id: 'sofia' },
      told: [{ endedAt: null }, { endedAt: null }],
      may: { take: true, answer: false, call: false, close: false },
    });
    expect((await listComplaints(as('stepan'), { state: 'all', limit: 9 })).rows).toHaveLength(1);
    expect((await listComplaints(as('polina'), { state: 'all', limit: 9 })).rows).toHaveLength(0);
    await expect(getComplaint(as('polina'), { complaintId: id })).rejects.toMatchObject({ code: 'notFound' });
    await expect(takeComplaint(as('anna'), { complaintId: id, version: 1 })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  test('stands on the board of whoever answers for it and of whoever took it down, in whatever department they are', async () => {
    const { as, id } = await start(dialect);
    const board = (name: TestName) => listComplaints(as(name), { state: 'all', limit: 9 });
    expect(await board('polina')).toMatchObject({ rows: [], counts: { received: 0 } });
    await assignComplaint(as('gleb'), { complaintId: id, version: 1, ownerId: 'polina' });
    expect(await board('polina')).toMatchObject({ rows: [{ id }], counts: { received: 0, inWork: 1 } });
    expect(await board('stepan')).toMatchObject({ rows: [{ id }], counts: { inWork: 1 } });
    expect((await listComplaints(as('polina'), { state: 'received', limit: 9 })).rows).toEqual([]);
    const takenDown = await listComplaints(as('boris'), { state: 'inWork', limit: 9 });
    expect(takenDown.rows.map((row) => row.id)).toEqual([id]);
  });

  test('SA-3: is answered before it is closed, and the second call after the solution closes it with its appeal', async () => {
    const { world, as, id, appealId, view } = await start(dialect);
    const early = closeComplaint(as('sofia'), { complaintId: id, version: 1, reason: 'решено' });
    await expect(early).rejects.toMatchObject({ code: 'notPossibleNow' });
    await takeComplaint(as('sofia'), { complaintId: id, version: 1 });
    const stale = assignComplaint(as('sofia'), { complaintId: id, version: 1, ownerId: 'stepan' });
    await expect(stale).rejects.toMatchObject({ code: 'conflict' });
    await assignComplaint(as('sofia'), { complaintId: id, version: 2, ownerId: 'stepan' });
    await answerComplaint(as('stepan'), { complaintId: id, version: 3, ...solved });
    const answered = await view('anna');
    expect(answered).toMatchObject({ state: 'answered', ...solved, may: { call: true, close: false } });
    const open = await listNextReactionsOfAppeals(world.store.read, [appealId], 'open');
    expect(
      open.map(({ responsibleEmployeeId, kind }) => `${responsibleEmployeeId} ${kind}`).sort(),
    ).toContain('anna act');
    await callAfterComplaint(as('anna'), { complaintId: id, version: 4, outcome: 'notReached', words: '' });
    expect((await view('anna')).state).toBe('answered');
    await callAfterComplaint(as('anna'), {
      complaintId: id,
      version: 5,
      outcome: 'satisfied',
      words: 'спасибо',
    });
    expect(await view('anna')).toMatchObject({ state: 'closed', closedBy: { id: 'anna' } });
    expect(await listNextReactionsOfAppeals(world.store.read, [appealId], 'open')).toEqual([]);
    expect((await getAppeal(world.store.read, appealId))?.closedAt).not.toBeNull();
  });

  test('SA-3: of a client who is still unhappy is reopened, and goes to head and director again', async () => {
    const { world, as, id, appealId, view } = await start(dialect);
    await takeComplaint(as('sofia'), { complaintId: id, version: 1 });
    await answerComplaint(as('sofia'), { complaintId: id, version: 2, ...solved });
    const call = { complaintId: id, version: 3, outcome: 'unhappy' as const };
    await expect(callAfterComplaint(as('anna'), { ...call, words: '' })).rejects.toMatchObject({
      fields: { words: 'required' },
    });
    world.pass(dayMs);
    await callAfterComplaint(as('anna'), { ...call, words: 'опять не отвечают' });
    expect(await view('sofia')).toMatchObject({
      state: 'inWork',
      reopenedCount: 1,
      dueAt: world.now() + 3 * dayMs,
    });
    const open = await listNextReactionsOfAppeals(world.store.read, [appealId], 'open');
    expect(
      open
        .filter(({ kind }) => kind === 'complaint')
        .map((next) => next.responsibleEmployeeId)
        .sort(),
    ).toEqual(['gleb', 'sofia']);
    expect(await listNoticesOfComplaint(world.store.read, id)).toHaveLength(4);
    await answerComplaint(as('sofia'), { complaintId: id, version: 4, ...solved });
    await closeComplaint(as('sofia'), { complaintId: id, version: 5, reason: 'клиент не берёт трубку' });
    await reopenComplaint(as('gleb'), { complaintId: id, version: 6, reason: 'проверить ещё раз' });
    expect(await view('gleb')).toMatchObject({ state: 'inWork', reopenedCount: 2, closedAt: null });
  });

  test('is written to the head and to the director, again and again until the mail server takes it', async () => {
    const { world, as, id } = await start(dialect);
    const sent: string[] = [];
    let isDown = true;
    const post = {
      send: async ({ to, subject }: { to: readonly string[]; subject: string }) => {
        if (isDown) return { result: 'retry' as const, problem: 'busy' };
        sent.push(`${to[0]}: ${subject}`);
        return { result: 'sent' as const };
      },
    };
    await sendNotices(as(null), { post });
    isDown = false;
    await sendNotices(as(null), { post });
    expect(sent).toEqual([]);
    world.pass(10_000);
    await sendNotices(as(null), { post });
    await sendNotices(as(null), { post });
    expect(sent.sort()).toEqual([
      'gleb@mlsit.example: Рекламация № 1: ООО «Ромашка»',
      'sofia@mlsit.example: Рекламация № 1: ООО «Ромашка»',
    ]);
    expect((await listNoticesOfComplaint(world.store.read, id)).every(({ state }) => state === 'sent')).toBe(
      true,
    );
  });
});

async function start(dialect: (typeof dialects)[number]) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world);
  const as = (name: TestName | null) => world.as(name && company.as(name));
  const counterpartyId = await makeTestCard(world, company, {
    name: 'ООО «Ромашка»',
    status: 'client',
    assignedTo: 'anna',
  });
  const { appealId } = await recordReaction(as('boris'), {
    counterparty: { use: 'existing', id: counterpartyId, complete: {} },
    appeal: { use: 'new', topic: 'рекламация', type: '', projectId: null, note: '' },
    reaction: { type: 'complaint', topic: '', note: 'не отвечают второй день', causedBy: 'support' },
    nextReactions: [],
  });
  const [complaint] = await listComplaintsOfCounterparties(world.store.read, [counterpartyId]);
  const id = complaint!.id;
  return { world, as, id, appealId, view: (name: TestName) => getComplaint(as(name), { complaintId: id }) };
}
