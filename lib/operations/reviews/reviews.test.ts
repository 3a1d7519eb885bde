import { describe, expect, test } from 'vitest';
import { dialects, openTestStore } from '@/db/testing';
import { dayMs, hourMs, minuteMs } from '@/lib/domain/duration';
import { cursorOf } from '@/lib/domain/paging';
import { makeTestCard } from '@/lib/operations/counterparties/testing-cards';
import { updateCounterparty } from '@/lib/operations/counterparties/update-counterparty';
import type { TestName } from '@/lib/operations/employees/testing';
import { acceptLead } from '@/lib/operations/leads/accept-lead';
import { handOverNextReaction } from '@/lib/operations/reactions/hand-over-next-reaction';
import { commercialRecords, writeTestRecords } from '@/lib/operations/reactions/testing-records';
import { updateReaction } from '@/lib/operations/reactions/update-reaction';
import { writeRecords } from '@/lib/operations/reactions/write-records';
import { createTestWorld, testStart } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { acknowledgeRemark } from './acknowledge-remark';
import { listRemarks, listReviews } from './list-reviews';
import { markReviewed } from './mark-reviewed';

const all = { state: 'all', limit: 50 } as const;

describe.each(dialects)('the review of reactions from calls on %s', (dialect) => {
  test('shows route, responsible, due, done and lateness of each, and none made without a call', async () => {
    const { world, company, as, reactionId, leadId } = await start(dialect);
    await writeTestRecords(world, company.as('anna'), { callId: null });
    world.pass(3 * minuteMs);
    await acceptLead(as('pavel'), { leadId });
    world.pass(minuteMs);
    const { rows } = await listReviews(as('marina'), all);
    expect(rows).toMatchObject([
      {
        reaction: { id: reactionId, route: 'commercial', employee: { name: 'Сидорова\u00A0А.' } },
        promises: [
          {
            department: { kind: 'sales' },
            employee: { id: 'pavel' },
            dueAt: testStart + minuteMs,
            doneAt: testStart + 3 * minuteMs,
            lateMs: 2 * minuteMs,
          },
        ],
        review: null,
        may: { review: true },
      },
    ]);
  });

  test('IN-11: counts no closed hours as lateness', async () => {
    const { world, as } = await start(dialect, {
      sales: {
        timeZone: 'Europe/Moscow',
        weekly: [{ weekday: 1, intervals: [{ from: '09:00', until: '18:00' }] }],
        holidays: [],
      },
    });
    world.pass(2 * dayMs);
    const { rows } = await listReviews(as('marina'), all);
    expect(rows).toMatchObject([{ promises: [{ lateMs: 9 * hourMs - minuteMs }] }]);
  });

  test('finds the late ones by the moment a lead was accepted', async () => {
    const { world, as, leadId } = await start(dialect);
    await acceptLead(as('pavel'), { leadId });
    world.pass(5 * minuteMs);
    expect((await listReviews(as('marina'), { ...all, late: true })).rows).toEqual([]);
    expect((await listReviews(as('marina'), { ...all, route: 'support' })).rows).toEqual([]);
    expect((await listReviews(as('marina'), { ...all, employeeId: 'anna' })).rows).toHaveLength(1);
  });

  test('IN-4: shows management whom to confirm as a client, until they are one', async () => {
    const { world, company, as } = await start(dialect);
    const anna = as('anna');
    const card = { use: 'existing', complete: {} } as const;
    const counterpartyId = await makeTestCard(world, company, { name: 'ИП Петров' });
    const { reactionId } = await anna.tx((tx) =>
      writeRecords(tx, anna, {
        plan: {
          ...commercialRecords,
          counterparty: { ...card, id: counterpartyId },
          nextReactions: [
            { responsible: { kind: 'department', departmentKind: 'support' }, dueSetting: 'minute' },
          ],
        },
        callId: 'call',
        route: 'support',
        employee: company.as('anna'),
        happenedAt: world.now(),
      }),
    );
    const toConfirm = async () => (await listReviews(as('marina'), { ...all, toConfirm: true })).rows;
    expect(await toConfirm()).toMatchObject([{ reaction: { id: reactionId } }]);
    await updateCounterparty(as('marina'), { counterpartyId, version: 1, status: 'client' });
    expect(await toConfirm()).toEqual([]);
  });

  test('a remark returns to the employee, who acknowledges and answers it', async () => {
    const { as, reactionId } = await start(dialect);
    await markReviewed(as('marina'), { reactionId, remark: 'Город не записан' });
    expect((await listReviews(as('marina'), { ...all, state: 'unreviewed' })).rows).toEqual([]);
    expect((await listRemarks(as('anna'), { limit: 50 })).rows).toMatchObject([
      { reaction: { id: reactionId }, review: { remark: 'Город не записан' }, may: { acknowledge: true } },
    ]);
    await expect(acknowledgeRemark(as('boris'), { reactionId })).rejects.toMatchObject({ code: 'forbidden' });
    await acknowledgeRemark(as('anna'), { reactionId, answer: 'Допишу' });
    await acknowledgeRemark(as('anna'), { reactionId, answer: 'Ещё раз' });
    expect((await listRemarks(as('anna'), { limit: 50 })).rows).toEqual([]);
    const { rows } = await listReviews(as('marina'), { ...all, state: 'reviewed' });
    expect(rows).toMatchObject([{ review: { answer: 'Допишу', acknowledgedAt: testStart } }]);
  });

  test('remarks come in pages, oldest first, and are counted on all of them', async () => {
    const { world, company, as, reactionId } = await start(dialect);
    const other = await writeTestRecords(world, company.as('anna'));
    await markReviewed(as('marina'), { reactionId: other.reactionId, remark: 'Первое' });
    world.pass(minuteMs);
    await markReviewed(as('marina'), { reactionId, remark: 'Второе' });
    const first = await listRemarks(as('anna'), { limit: 1 });
    const second = await listRemarks(as('anna'), { limit: 1, after: first.next! });
    expect([...first.rows, ...second.rows].map((row) => row.review?.remark)).toEqual(['Первое', 'Второе']);
    expect([first.count, second.count, second.next]).toEqual([2, 2, null]);
  });

  test('a promise given to another department after its lead was accepted is still to be kept', async () => {
    const { world, as, leadId, nextReactionId } = await start(dialect);
    await acceptLead(as('pavel'), { leadId });
    await handOverNextReaction(as('pavel'), {
      nextReactionId,
      version: 2,
      responsible: { kind: 'department', departmentKind: 'support' },
      reason: 'не продажа',
    });
    world.pass(3 * minuteMs);
    const { rows } = await listReviews(as('marina'), { ...all, late: true });
    expect(rows).toMatchObject([{ promises: [{ doneAt: null, lateMs: 2 * minuteMs }] }]);
  });

  test('begin anew after the cursor of another list', async () => {
    const { as, reactionId } = await start(dialect);
    const { rows } = await listReviews(as('marina'), { ...all, after: cursorOf('ромашка', 'card') });
    expect(rows).toMatchObject([{ reaction: { id: reactionId } }]);
  });

  test('marking again changes nothing, and a new remark asks anew', async () => {
    const { world, as, reactionId } = await start(dialect);
    const first = await markReviewed(as('marina'), { reactionId });
    world.pass(minuteMs);
    expect(await markReviewed(as('gleb'), { reactionId })).toEqual(first);
    await markReviewed(as('gleb'), { reactionId, remark: 'Уточните тему' });
    expect((await listRemarks(as('anna'), { limit: 50 })).rows).toHaveLength(1);
    await expect(acknowledgeRemark(as('anna'), { reactionId: 'none' })).rejects.toMatchObject({
      code: 'notFound',
    });
  });

  test('a head reviews what their department did or has to do, a manager nothing', async () => {
    const { as, reactionId } = await start(dialect);
    for (const name of ['clara', 'polina'] as const) {
      expect((await listReviews(as(name), all)).rows).toHaveLength(1);
    }
    expect((await listReviews(as('sofia'), all)).rows).toEqual([]);
    await expect(markReviewed(as('sofia'), { reactionId })).rejects.toMatchObject({ code: 'notFound' });
    await expect(listReviews(as('anna'), all)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(markReviewed(as('anna'), { reactionId })).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('what was written of an act is corrected by its author, with history', async () => {
    const { as, reactionId } = await start(dialect);
    const edit = { reactionId, version: 1, note: 'просили прайс' };
    await expect(updateReaction(as('boris'), edit)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await updateReaction(as('anna'), edit)).toEqual({ version: 2 });
    await expect(updateReaction(as('anna'), edit)).rejects.toMatchObject({ code: 'conflict' });
    expect(await updateReaction(as('clara'), { ...edit, version: 2 })).toEqual({ version: 2 });
  });
});

async function start(dialect: (typeof dialects)[number], hours: Parameters<typeof hireTestCompany>[1] = {}) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world, hours);
  const written = await writeTestRecords(world, company.as('anna'));
  return {
    world,
    company,
    as: (name: TestName) => world.as(company.as(name)),
    reactionId: written.reactionId,
    leadId: written.leadId!,
    nextReactionId: written.nextReactionIds[0]!,
  };
}
