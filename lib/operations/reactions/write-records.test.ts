import { describe, expect, test } from 'vitest';
import { getAppeal, listAppealsOfCounterparties } from '@/db/appeals';
import { listChanges } from '@/db/changes';
import { getCounterparty, listCounterparties } from '@/db/counterparties';
import { listPhonesOfCounterparties } from '@/db/counterparty-phones';
import { findOpenLeadOfCall, listLeadOffers } from '@/db/leads';
import { listNextReactionsByIds } from '@/db/next-reactions';
import { listReactionsByIds } from '@/db/reactions';
import { updateSetting } from '@/db/settings';
import { dialects, openTestStore } from '@/db/testing';
import { minuteMs } from '@/lib/domain/duration';
import type { RecordsToWrite } from '@/lib/domain/reactions/records';
import { createTestWorld, testStart } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { commercialRecords as commercial } from './testing-records';
import { writeRecords } from './write-records';

const complaint: RecordsToWrite = {
  ...commercial,
  reaction: { type: 'complaint', topic: 'рекламация', note: 'программа не считает' },
  nextReactions: [
    { responsible: { kind: 'headOf', departmentKind: 'support' }, dueSetting: 'atOnce' },
    { responsible: { kind: 'generalDirector' }, dueSetting: 'atOnce' },
  ],
};
/** The test world begins at 09:00. */
const opensAtTen = {
  timeZone: 'Europe/Moscow',
  weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    intervals: [{ from: '10:00', until: '18:00' }],
  })),
  holidays: [],
};

describe.each(dialects)('the records of a finished route on %s', (dialect) => {
  test('IN-2: one card, one appeal, one reaction and the minute of the sales department, as one act', async () => {
    const { world, write } = await start(dialect);
    const written = await write(commercial);
    const db = world.store.read;
    expect(await getCounterparty(db, written.counterpartyId)).toMatchObject({
      name: 'ООО «Ромашка»',
      nameNorm: 'ромашка',
      status: 'prospect',
      category: 'Клиент',
      contactPerson: '—',
      createdBy: 'anna',
    });
    expect(await listPhonesOfCounterparties(db, [written.counterpartyId])).toMatchObject([
      { e164: '+73842581234', extension: '100', raw: '8 (3842) 58-12-34 доб. 100' },
    ]);
    expect(await getAppeal(db, written.appealId)).toMatchObject({ number: 1, closedAt: null });
    expect((await listReactionsByIds(db, [written.reactionId]))[0]).toMatchObject({
      route: 'commercial',
      callId: 'call',
      employeeId: 'anna',
      departmentId: 'client',
      happenedAt: testStart - 5 * minuteMs,
    });
    expect(await listNextReactionsByIds(db, written.nextReactionIds)).toMatchObject([
      {
        responsibleDepartmentId: 'sales',
        responsibleEmployeeId: null,
        startedAt: testStart,
        dueAt: testStart + minuteMs,
        endedAt: null,
      },
    ]);
  });

  test('IN-2: a next reaction of the sales department is a lead, offered to its available people', async () => {
    const { world, company, write } = await start(dialect);
    await company.setPresence('pavel', 'available');
    await company.setPresence('polina', 'lunch');
    const written = await write(commercial);
    const lead = await findOpenLeadOfCall(world.store.read, 'call');
    expect(lead).toMatchObject({ id: written.leadId, dueAt: testStart + minuteMs, departmentId: 'sales' });
    const offers = await listLeadOffers(world.store.read, [lead!.id]);
    expect(offers.map((offer) => offer.employeeId)).toEqual(['pavel']);
  });

  test('IN-11: the minute stands still outside the working hours of the responsible department', async () => {
    const { world, write } = await start(dialect, { sales: opensAtTen });
    const written = await write(commercial);
    const opening = testStart + 60 * minuteMs;
    expect(await listNextReactionsByIds(world.store.read, written.nextReactionIds)).toMatchObject([
      { startedAt: opening, dueAt: opening + minuteMs },
    ]);
  });

  test('IN-4: how long the minute of a route runs is a setting', async () => {
    const { world, write } = await start(dialect);
    const promises = { commercial: 3, support: 1, cooperation: 1, callBack: 1 };
    await world.store.tx((db) =>
      updateSetting(db, { key: 'promises', value: promises, updatedAt: testStart, updatedBy: null }),
    );
    const written = await write(commercial);
    expect(await listNextReactionsByIds(world.store.read, written.nextReactionIds)).toMatchObject([
      { dueAt: testStart + 3 * minuteMs },
    ]);
  });

  test('IN-2: an existing card keeps what it knows, and what it lacks is completed with history', async () => {
    const { world, write } = await start(dialect);
    const first = await write(commercial);
    const second = await write({
      ...commercial,
      counterparty: {
        use: 'existing',
        id: first.counterpartyId,
        complete: { city: 'Томск', contactPerson: 'Иванов Пётр', phone: '8-913-000-11-22' },
      },
      appeal: { use: 'existing', id: first.appealId },
    });
    const db = world.store.read;
    expect(second.counterpartyId).toBe(first.counterpartyId);
    expect(await getCounterparty(db, first.counterpartyId)).toMatchObject({
      city: 'Кемерово',
      contactPerson: 'Иванов Пётр',
      version: 2,
    });
    expect(await listPhonesOfCounterparties(db, [first.counterpartyId])).toHaveLength(2);
    const [change] = await listChanges(db, 'counterparty', first.counterpartyId);
    expect(change?.fields).toEqual({
      contactPerson: { from: '—', to: 'Иванов Пётр' },
      phones: {
        from: ['8 (3842) 58-12-34 доб. 100'],
        to: ['8 (3842) 58-12-34 доб. 100', '8-913-000-11-22'],
      },
    });
  });

  test('IN-8: a call about an open appeal adds a reaction and no new appeal', async () => {
    const { world, write } = await start(dialect);
    const first = await write(commercial);
    const second = await write({
      ...commercial,
      counterparty: { use: 'existing', id: first.counterpartyId, complete: {} },
      appeal: { use: 'existing', id: first.appealId },
    });
    expect(second.appealId).toBe(first.appealId);
    const appeals = await listAppealsOfCounterparties(world.store.read, [first.counterpartyId], 'all', 9);
    expect(appeals).toHaveLength(1);
    expect(await getCounterparty(world.store.read, first.counterpartyId)).toMatchObject({ version: 1 });
  });

  test('IN-9: a complaint goes at once to the head of the department concerned and to the general director', async () => {
    const { world, write } = await start(dialect);
    const written = await write(complaint);
    const left = await listNextReactionsByIds(world.store.read, written.nextReactionIds);
    expect(left.map((next) => next.responsibleEmployeeId).sort()).toEqual(['gleb', 'sofia']);
    expect(left.every((next) => next.dueAt === testStart && next.kind === 'complaint')).toBe(true);
    expect(written.leadId).toBeNull();
  });

  test('SA-3: at once does not wait for the department to open', async () => {
    const { world, write } = await start(dialect, { support: opensAtTen, management: opensAtTen });
    const written = await write(complaint);
    const left = await listNextReactionsByIds(world.store.read, written.nextReactionIds);
    expect(left.map(({ startedAt, dueAt }) => ({ startedAt, dueAt }))).toEqual([
      { startedAt: testStart, dueAt: testStart },
      { startedAt: testStart, dueAt: testStart },
    ]);
  });

  test('an appeal of another counterparty is refused and nothing is written', async () => {
    const { world, write } = await start(dialect);
    const first = await write(commercial);
    const refused = write({ ...commercial, appeal: { use: 'existing', id: first.appealId } });
    await expect(refused).rejects.toMatchObject({ code: 'invalid' });
    const cards = await listCounterparties(world.store.read, { scope: 'all', limit: 9 });
    expect(cards).toHaveLength(1);
  });

  test('an unknown card is refused', async () => {
    const { write } = await start(dialect);
    const refused = write({ ...commercial, counterparty: { use: 'existing', id: 'nobody', complete: {} } });
    await expect(refused).rejects.toMatchObject({ code: 'notFound' });
  });
});

async function start(dialect: (typeof dialects)[number], hours: Parameters<typeof hireTestCompany>[1] = {}) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world, hours);
  const context = world.as(company.as('anna'));
  const write = (plan: RecordsToWrite) =>
    context.tx((tx) =>
      writeRecords(tx, context, {
        plan,
        callId: 'call',
        route: 'commercial',
        employee: company.as('anna'),
        happenedAt: world.now() - 5 * minuteMs,
      }),
    );
  return { world, company, write };
}
