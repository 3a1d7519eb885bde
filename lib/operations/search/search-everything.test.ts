import type { Database } from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { deleteAppealWords, findAppealsByWords } from '@/db/appeal-words';
import { insertComplaint } from '@/db/complaints';
import { deleteCounterpartyWords } from '@/db/counterparty-words';
import { scanRows } from '@/db/personal-data/scan-rows';
import { dialects, openTestStore } from '@/db/testing';
import { cardLimits } from '@/lib/domain/counterparties/card-limits';
import { createScrubber, noNeedles } from '@/lib/domain/personal-data/needles';
import { addOlderTopics } from '@/lib/operations/appeals/add-older-topics';
import { updateAppeal } from '@/lib/operations/appeals/update-appeal';
import { addOlderContacts } from '@/lib/operations/counterparties/add-older-contacts';
import { makeTestCard } from '@/lib/operations/counterparties/testing-cards';
import type { TestName } from '@/lib/operations/employees/testing';
import { handOverTestClient } from '@/lib/operations/folders/testing-folders';
import { commercialRecords } from '@/lib/operations/reactions/testing-records';
import { writeRecords } from '@/lib/operations/reactions/write-records';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { receivedComplaint } from '@/tests/round-rows';
import { searchEverything } from './search-everything';

describe.each(dialects)('one line for everything on %s', (dialect) => {
  test('a name finds the counterparty and its appeals', async () => {
    const { search } = await start(dialect);
    const { cards, appeals } = await search('anna', 'ромаш');
    expect(cards.map(({ name }) => name)).toEqual(['ООО «Ромашка»']);
    expect(appeals).toMatchObject([{ counterparty: { name: 'ООО «Ромашка»' } }]);
  });

  test('a number finds the appeal of that number first', async () => {
    const { search } = await start(dialect);
    const [appeal] = (await search('anna', 'ромаш')).appeals;
    expect((await search('anna', `№ ${appeal!.number}`)).appeals.map(({ id }) => id)).toEqual([appeal!.id]);
  });

  test('CS-10: who may not see the card finds neither it nor its appeal', async () => {
    const { search } = await start(dialect);
    const [appeal] = (await search('anna', 'ромаш')).appeals;
    expect(await search('stepan', 'ромаш')).toMatchObject({ cards: [], appeals: [] });
    expect(await search('stepan', String(appeal!.number))).toMatchObject({ appeals: [] });
  });

  test('a contact person of the list leads to the card, also one written down before they were searched for', async () => {
    const { world, company, search } = await start(dialect);
    const contact = { role: '', phone: '', phoneExtension: '', email: '', birthday: '' };
    const id = await makeTestCard(world, company, {
      name: 'ООО «Вереск»',
      contacts: [{ ...contact, name: 'Семёнова Ольга' }],
    });
    const found = async () => (await search('anna', 'семенова ол')).cards.map((card) => card.id);
    expect(await found()).toEqual([id]);
    await world.store.tx((db) => deleteCounterpartyWords(db, id));
    expect(await found()).toEqual([]);
    while (await addOlderContacts(world.as(company.as('anna'))));
    expect(await found()).toEqual([id]);
  });

  test('a number finds the folder and the complaint of that number, for whoever may see them', async () => {
    const { world, company, search } = await start(dialect);
    const { number, counterpartyId } = await handOverTestClient(world, company);
    const complaint = { ...receivedComplaint(world.now()), counterpartyId, appealId: 'appeal', number };
    await world.store.tx((db) => insertComplaint(db, complaint));
    expect(await search('anna', `№ ${number}`)).toMatchObject({
      folders: [{ number, counterpartyName: 'ООО «Ромашка»' }],
      complaints: [{ id: 'complaint', counterpartyName: 'ООО «Ромашка»' }],
    });
    expect(await search('alla', `№ ${number}`)).toMatchObject({ folders: [], complaints: [] });
    expect(await search('anna', `рекламация ${number}`)).toMatchObject({ folders: [], cards: [] });
    expect(await search('anna', `Folder no. ${number}`)).toMatchObject({
      folders: [{ number }],
      appeals: [],
      complaints: [],
    });
    expect(await search('anna', '№ 9999')).toMatchObject({ folders: [], complaints: [] });
  });

  test('a name with words of a topic finds the appeals of that topic, for whoever may see the card', async () => {
    const { search } = await start(dialect);
    const [appeal] = (await search('anna', 'ромаш')).appeals;
    const [word] = appeal!.topic.split(' ').slice(-1);
    for (const query of [`ромаш ${word}`, `${word!.slice(0, 3).toUpperCase()} ромашка`]) {
      expect(await search('anna', query)).toMatchObject({ cards: [], appeals: [{ id: appeal!.id }] });
    }
    expect(await search('anna', 'ромаш вертолёты')).toMatchObject({ cards: [], appeals: [] });
    expect(await search('stepan', `ромаш ${word}`)).toMatchObject({ appeals: [] });
  });

  test('a topic alone finds its appeals, in any case and alphabet, for whoever may see the card', async () => {
    const { world, company, search } = await start(dialect);
    const [appeal] = (await search('anna', 'ромаш')).appeals;
    const edit = { appealId: appeal!.id, version: appeal!.version };
    await updateAppeal(world.as(company.as('anna')), { ...edit, topic: 'Не печатает счёт в ArchiMed+' });
    for (const query of ['не печатает', 'СЧЕТ печат', 'арчимед', 'cxtn gtxfn']) {
      expect(
        (await search('anna', query)).appeals.map(({ id }) => id),
        query,
      ).toEqual([appeal!.id]);
    }
    expect((await search('anna', appeal!.topic)).appeals).toEqual([]);
    expect((await search('anna', 'печать вертолёта')).appeals).toEqual([]);
    expect((await search('stepan', 'не печатает')).appeals).toEqual([]);
  });

  test('a topic that a card of that name would hide is found beside the card’s appeals', async () => {
    const { world, company, search } = await start(dialect);
    const [appeal] = (await search('anna', 'ромаш')).appeals;
    await makeTestCard(world, company, { name: 'ООО «Принтер»' });
    const edit = { appealId: appeal!.id, version: appeal!.version };
    await updateAppeal(world.as(company.as('anna')), { ...edit, topic: 'Сломался принтер' });
    expect(await search('anna', 'принтер')).toMatchObject({
      cards: [{ name: 'ООО «Принтер»' }],
      appeals: [{ id: appeal!.id }],
    });
  });

  test('what an erasure takes out of a topic finds the appeal no more', async () => {
    const { world, company, search } = await start(dialect);
    const [appeal] = (await search('anna', 'ромаш')).appeals;
    const edit = { appealId: appeal!.id, version: appeal!.version };
    await updateAppeal(world.as(company.as('anna')), { ...edit, topic: 'Счёт для Верещагина Льва' });
    const scrub = createScrubber({ ...noNeedles(), names: ['Верещагина Льва'] });
    await world.store.tx((db) => scanRows(db, 'appeals', { scrub, after: null }));
    expect((await search('anna', 'верещагина')).appeals).toEqual([]);
    expect((await search('anna', 'счет')).appeals.map(({ id }) => id)).toEqual([appeal!.id]);
  });

  test('an appeal written down before topics were searched for is found by its topic after a while', async () => {
    const { world, company, search } = await start(dialect);
    const [appeal] = (await search('anna', 'ромаш')).appeals;
    await world.store.tx((db) => deleteAppealWords(db, appeal!.id));
    expect((await search('anna', appeal!.topic)).appeals).toEqual([]);
    while (await addOlderTopics(world.as(company.as('anna'))));
    expect((await search('anna', appeal!.topic)).appeals.map(({ id }) => id)).toEqual([appeal!.id]);
  });

  test('a colleague is found by the beginnings of a name in either alphabet, with the page of them one may open', async () => {
    const { search } = await start(dialect);
    const pages = async (name: TestName, query: string) =>
      (await search(name, query)).people.map(({ id, page }) => [id, page]);
    for (const query of ['ПАНИН', 'павел пан', 'Pavel', 'gfyby']) {
      expect(await pages('alla', query), query).toEqual([['pavel', 'employee']]);
    }
    expect(await pages('gleb', 'панин')).toEqual([['pavel', 'allWork']]);
    expect(await pages('polina', 'панин')).toEqual([['pavel', 'departmentWork']]);
    expect(await pages('stepan', 'панин')).toEqual([['pavel', 'presence']]);
    expect(await pages('anna', 'панин вертолёт')).toEqual([]);
  });

  test('answers to the longest line, be it of one word or of many', async () => {
    const { search } = await start(dialect);
    const { name: longest } = cardLimits;
    for (const query of ['ю'.repeat(longest), 'ю '.repeat(longest / 2), '58 '.repeat(longest / 3)]) {
      expect(await search('anna', query)).toMatchObject({ cards: [], appeals: [] });
    }
  });

  test('says that more cards answer than are shown', async () => {
    const { world, company, search } = await start(dialect);
    for (let count = 1; count <= 7; count += 1)
      await makeTestCard(world, company, { name: `Аптека ${count}` });
    expect(await search('anna', 'аптека')).toMatchObject({ cards: { length: 6 }, hasMoreCards: true });
    expect(await search('anna', 'ромаш')).toMatchObject({ hasMoreCards: false });
  });
});

test('words of topics are looked up by the index on SQLite, and no appeal beside theirs', async () => {
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
  await findAppealsByWords(read, [{ beginsWith: 'печат' }, { is: 'счет' }], 'all', 6);
  expect(plans).toContainEqual(
    expect.stringMatching(/^SEARCH appeal_words USING .*\(word>\? AND word<\?\)$/),
  );
  expect(plans).toContainEqual(expect.stringMatching(/^SEARCH appeals USING .*\(id=\?\)/));
  expect(plans.filter((line) => line.startsWith('SCAN'))).toEqual(['SCAN candidates']);
});

async function start(dialect: (typeof dialects)[number]) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world);
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
  const search = (name: TestName, query: string) => searchEverything(world.as(company.as(name)), { query });
  return { world, company, search };
}
