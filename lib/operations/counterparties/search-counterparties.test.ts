import type { Database } from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { insertCities } from '@/db/cities';
import { findCounterpartiesByPhoneBeginnings } from '@/db/counterparty-phones';
import { dialects, openTestStore } from '@/db/testing';
import type { TestName } from '@/lib/operations/employees/testing';
import { commercialRecords } from '@/lib/operations/reactions/testing-records';
import { writeRecords } from '@/lib/operations/reactions/write-records';
import { cityRow } from '@/lib/operations/settings/city-row';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { createCounterparty } from './create-counterparty';
import { searchCounterparties } from './search-counterparties';
import { makeTestCard, phones } from './testing-cards';
import { updateCounterparty } from './update-counterparty';

describe.each(dialects)('searching for a card on %s', (dialect) => {
  test.each([
    ['the beginning of a name', 'ромаш'],
    ['any case', 'РОМАШКА'],
    ['words in any order', 'пётр ромаш'],
    ['е for ё', 'петр'],
    ['the wrong keyboard layout', 'hjvfirf'],
    ['Latin letters', 'romashka'],
    ['the contract number', '№ 2026 / 118'],
    ['the phone as it is written', '8 (3842) 58-12-34'],
    ['the last digits of the phone', '58-12-34'],
    ['the beginning of the phone', '8 (3842) 58'],
    ['the city code alone', '3842'],
    ['the beginning of the number without its code', '58-12'],
    ['three digits after the code', '581'],
    ['the same digits as they are written', '58-1'],
    ['the last four digits of the phone', '12-34'],
    ['the middle of a word', 'омашк'],
    ['the middle of a person, with a word of the name', 'вано ромаш'],
  ])('finds it by %s', async (_, query) => {
    const { search } = await start(dialect);
    expect(await search('anna', query)).toEqual(['ООО «Ромашка»']);
  });

  test('finds a mobile number by what follows its code, and no number by digits amid it', async () => {
    const { search } = await start(dialect);
    expect(await search('anna', '000-11')).toEqual(['ИП Сидоров']);
    expect(await search('anna', '81-23')).toEqual([]);
  });

  test('finds the same by the same digits, whatever stands between them; a contract of a year as it is written', async () => {
    const { world, company, search } = await start(dialect);
    await makeTestCard(world, company, { name: 'Гимназия 581', contracts: ['58/1'] });
    await makeTestCard(world, company, { name: 'Гимназия 58', contracts: ['12/7'] });
    const known = { '581': ['Гимназия 581', 'ООО «Ромашка»'], '5812': ['ООО «Ромашка»'] };
    expect(await search('anna', '581')).toEqual(known['581']);
    for (const query of ['58-1', '5 81', '(58) 1']) {
      expect(await search('anna', query), query).toEqual(known['581']);
    }
    for (const query of ['5812', '58-12', '58 12']) {
      expect(await search('anna', query), query).toEqual(known['5812']);
    }
    expect(await search('anna', '2026-11')).toEqual(['ООО «Ромашка»']);
  });

  test('puts the exact contract number before names', async () => {
    const { world, company, search } = await start(dialect);
    await makeTestCard(world, company, { name: 'Аптека 2026 118' });
    expect(await search('anna', '2026/118')).toEqual(['ООО «Ромашка»', 'Аптека 2026 118']);
  });

  test('puts the names that begin so first, then those with the word, the newest first', async () => {
    const { world, company, search } = await start(dialect);
    for (const name of ['ООО «Белая ромашка»', 'ООО «Новая ромашка»', 'Ромашковый чай', 'Заромашье']) {
      world.pass(1000);
      await makeTestCard(world, company, { name });
    }
    expect(await search('anna', 'ромаш')).toEqual([
      'Ромашковый чай',
      'ООО «Ромашка»',
      'ООО «Новая ромашка»',
      'ООО «Белая ромашка»',
      'Заромашье',
    ]);
  });

  test('finds a renamed card by its new name alone', async () => {
    const { world, company, search } = await start(dialect);
    const card = await makeTestCard(world, company, { name: 'Подорожник' });
    await updateCounterparty(world.as(company.as('anna')), {
      counterpartyId: card,
      name: 'Одуванчик',
      version: 1,
    });
    expect(await search('anna', 'дуванч')).toEqual(['Одуванчик']);
    expect(await search('anna', 'дорожн')).toEqual([]);
  });

  test('finds a contact person, and nothing for another word', async () => {
    const { search } = await start(dialect);
    expect(await search('anna', 'Иванов')).toEqual(['ООО «Ромашка»']);
    expect(await search('anna', 'ромашка сидоров')).toEqual([]);
  });

  test('CS-10: shows the sales department the cards of its leads and no others', async () => {
    const { world, company, search } = await start(dialect);
    expect(await search('pavel', 'ромашка')).toEqual([]);
    const context = world.as(company.as('anna'));
    await context.tx((tx) =>
      writeRecords(tx, context, {
        plan: commercialRecords,
        callId: null,
        route: 'commercial',
        employee: company.as('anna'),
        happenedAt: world.now(),
      }),
    );
    expect(await search('pavel', 'ромашка')).toEqual(['ООО «Ромашка»']);
    expect(await search('stepan', 'ромашка')).toEqual([]);
    expect(await search('marina', 'ромашка')).toHaveLength(2);
  });

  test.each([
    ['phone', '8 (495) 123-45-67'],
    ['ending of a phone', '123-45-67'],
    ['contract number', '77/А'],
    ['name', 'общий'],
  ])(
    'CS-10: the one card of a sales manager is found by %s among many that are not theirs',
    async (_, query) => {
      const { world, company, search } = await start(dialect);
      const same = { name: 'ООО «Общий»', phones: phones('8 (495) 123-45-67'), contracts: ['77/А'] };
      for (let count = 0; count < 45; count += 1) await makeTestCard(world, company, same);
      const own = await createCounterparty(world.as(company.as('pavel')), {
        ...same,
        name: 'ООО «Общий свой»',
      });
      expect(await search('pavel', query)).toEqual(['ООО «Общий свой»']);
      const { cards } = await searchCounterparties(world.as(company.as('pavel')), { query });
      expect(cards.map(({ id }) => id)).toEqual([own.counterpartyId]);
    },
  );

  test('says whether there are more cards than it shows', async () => {
    const { world, company } = await start(dialect);
    const ask = () => searchCounterparties(world.as(company.as('anna')), { query: 'аптека' });
    for (let count = 1; count <= 20; count += 1)
      await makeTestCard(world, company, { name: `Аптека № ${count}` });
    expect(await ask()).toMatchObject({ cards: { length: 20 }, hasMore: false });
    await makeTestCard(world, company, { name: 'Аптека № 21' });
    expect(await ask()).toMatchObject({ cards: { length: 20 }, hasMore: true });
  });

  test('nobody who is not signed in searches', async () => {
    const { world } = await start(dialect);
    await expect(searchCounterparties(world.as(null), { query: 'ромашка' })).rejects.toMatchObject({
      code: 'unauthorized',
    });
  });
});

test('numbers without their code are looked up by the index on SQLite', async () => {
  const { read } = await openTestStore('sqlite');
  const { $client } = read.q as unknown as { $client: Database };
  const prepare = $client.prepare.bind($client);
  const plans: string[] = [];
  $client.prepare = ((source: string) => {
    const unknown = Array.from(source.matchAll(/\?/g), () => null);
    const plan = prepare(`explain query plan ${source}`).all(...unknown) as { detail: string }[];
    plans.push(...plan.map(({ detail }) => detail));
    return prepare(source);
  }) as Database['prepare'];
  await findCounterpartiesByPhoneBeginnings(read, ['+738425812', '+790058'], 'all', 5);
  const seek = /^SEARCH counterparty_phones USING INDEX counterparty_phones_e164 \(e164>\? AND e164<\?\)/;
  expect(plans).toEqual([
    expect.stringMatching(/^SCAN beginning VIRTUAL TABLE/),
    expect.stringMatching(seek),
  ]);
});

async function start(dialect: (typeof dialects)[number]) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world);
  const kemerovo = {
    ...{ name: 'Кемерово', nameEn: 'Kemerovo', region: 'Кемеровская область' },
    ...{ timeZone: 'Asia/Novokuznetsk', diallingCodes: ['3842'] },
  };
  await world.store.tx((db) => insertCities(db, [cityRow(kemerovo, 'kemerovo', 0)]));
  await makeTestCard(world, company, {
    name: 'ООО «Ромашка»',
    contactPerson: 'Иванов Пётр Сергеевич',
    phones: phones('+7 3842 581234'),
    contracts: ['2026/118'],
  });
  await makeTestCard(world, company, { name: 'ИП Сидоров', phones: phones('8-913-000-11-22') });
  const search = async (name: TestName, query: string) =>
    (await searchCounterparties(world.as(company.as(name)), { query })).cards.map((card) => card.name);
  return { world, company, search };
}
