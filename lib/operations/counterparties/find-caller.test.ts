import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { getAppeal, insertAppeal } from '@/db/appeals';
import { type CityRow, insertCities } from '@/db/cities';
import { dialects, openTestStore } from '@/db/testing';
import { minuteMs } from '@/lib/domain/duration';
import { commercialRecords, writeTestRecords } from '@/lib/operations/reactions/testing-records';
import { writeRecords } from '@/lib/operations/reactions/write-records';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { createCounterparty } from './create-counterparty';
import { findCaller, listCallerCandidates } from './find-caller';
import { makeTestCard, phones } from './testing-cards';

describe.each(dialects)('a ringing number on %s', (dialect) => {
  test('IN-7: shows its card with open appeals and last events', async () => {
    const { world, company, candidates } = await start(dialect);
    const context = world.as(company.as('anna'));
    const { appealId } = await context.tx((tx) =>
      writeRecords(tx, context, {
        plan: commercialRecords,
        callId: null,
        route: 'commercial',
        employee: company.as('anna'),
        happenedAt: world.now() - minuteMs,
      }),
    );
    expect(await candidates('+73842581234')).toMatchObject([
      {
        card: { name: 'ООО «Ромашка»', status: 'prospect' },
        openAppeals: [{ id: appealId, number: 1, topic: 'запрос цен по ArchiCredit' }],
        lastEvents: [{ kind: 'reaction', type: 'incomingCall', employeeName: 'Сидорова\u00A0А.' }],
      },
    ]);
  });

  test('IN-8: shows an old appeal that is open still, behind however many that were closed since', async () => {
    const { world, company, candidates } = await start(dialect);
    const written = await writeTestRecords(world, company.as('anna'));
    await world.store.tx(async (db) => {
      const open = (await getAppeal(db, written.appealId))!;
      for (let number = 2; number < 40; number += 1) {
        const createdAt = open.createdAt + number;
        await insertAppeal(db, { ...open, id: `later ${number}`, number, createdAt, closedAt: createdAt });
      }
    });
    expect(await candidates('+73842581234')).toMatchObject([
      { openAppeals: [{ id: written.appealId }], lastEvents: [{ id: written.reactionId }] },
    ]);
  });

  test('IN-7: says who leads the client and what time it is there', async () => {
    const { world, company, candidates } = await start(dialect);
    const card = await makeTestCard(world, company, { name: 'ИП Петров', phones: phones('8 495 123-45-67') });
    await world.store.tx(async (db) => {
      await insertCities(db, [kemerovo]);
      await db.q
        .update(db.t.counterparties)
        .set({ assignedTo: 'anna', cityId: 'kemerovo' })
        .where(eq(db.t.counterparties.id, card));
    });
    expect(await candidates('+74951234567')).toMatchObject([
      { timeZone: 'Asia/Novokuznetsk', assignedTo: { id: 'anna', name: 'Сидорова\u00a0А.' } },
    ]);
  });

  test('IN-7: several cards of one number are all shown', async () => {
    const { world, company, candidates } = await start(dialect);
    await makeTestCard(world, company, { name: 'ИП Петров', phones: phones('8 495 123-45-67') });
    await makeTestCard(world, company, { name: 'ООО «Вектор»', phones: phones('+7 (495) 1234567 доб. 12') });
    const found = await candidates('+74951234567');
    expect(found.map((candidate) => candidate.card.name)).toEqual(['ИП Петров', 'ООО «Вектор»']);
  });

  test('IN-7: a withheld number is never matched, not even with cards whose phone could not be read', async () => {
    const { world, company, candidates } = await start(dialect);
    await makeTestCard(world, company, { name: 'ИП Неизвестный', phones: phones('скрыт') });
    expect(await candidates(null)).toEqual([]);
  });

  test('CS-10: asked by number, a sales manager is shown no card that is not theirs', async () => {
    const { world, company } = await start(dialect);
    await makeTestCard(world, company, { name: 'ИП Петров', phones: phones('8 495 123-45-67') });
    const ask = (name: 'anna' | 'pavel') => findCaller(world.as(company.as(name)), { phone: '+74951234567' });
    expect((await ask('anna')).candidates).toHaveLength(1);
    expect((await ask('pavel')).candidates).toEqual([]);
    for (let count = 0; count < 45; count += 1)
      await makeTestCard(world, company, { name: 'ИП Петров', phones: phones('8 495 123-45-67') });
    const own = { name: 'ИП Павлов', phones: phones('8 495 123-45-67') };
    await createCounterparty(world.as(company.as('pavel')), own);
    expect((await ask('pavel')).candidates).toMatchObject([{ card: { name: 'ИП Павлов' } }]);
    expect((await ask('anna')).candidates).toHaveLength(20);
  });
});

const kemerovo: CityRow = {
  id: 'kemerovo',
  name: 'Кемерово',
  nameEn: 'Kemerovo',
  nameNorm: 'кемерово',
  region: 'Кемеровская область',
  timeZone: 'Asia/Novokuznetsk',
  diallingCodes: ['3842'],
  sortKey: 'кемерово',
  version: 1,
  createdAt: 0,
  disabledAt: null,
};

async function start(dialect: (typeof dialects)[number]) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world);
  const candidates = (e164: string | null) => listCallerCandidates(world.store.read, e164, 'all');
  return { world, company, candidates };
}
