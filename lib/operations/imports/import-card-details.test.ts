import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { listChanges } from '@/db/changes';
import { insertProject } from '@/db/projects';
import { insertRound, listRoundsOfCounterparty } from '@/db/rounds';
import type { Dialect } from '@/db/store';
import { dialects, openTestStore } from '@/db/testing';
import { getCounterparty } from '@/lib/operations/counterparties/get-counterparty';
import { listCounterparties } from '@/lib/operations/counterparties/list-counterparties';
import { searchCounterparties } from '@/lib/operations/counterparties/search-counterparties';
import { makeTestCard } from '@/lib/operations/counterparties/testing-cards';
import { updateCounterparty } from '@/lib/operations/counterparties/update-counterparty';
import type { TestName } from '@/lib/operations/employees/testing';
import { createCardField } from '@/lib/operations/settings/create-card-field';
import { updateCardField } from '@/lib/operations/settings/update-card-field';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { plannedRound } from '@/tests/round-rows';
import { getImport } from './get-import';
import { listImportRows } from './list-import-rows';
import { previewImport } from './preview-import';
import { startImport } from './start-import';
import { undoImport } from './undo-import';
import { workOnImports } from './work-on-imports';

const titles =
  'Наименование;ИНН;КПП;Электронная почта;Тип цены;Ведёт;Продукты;Контактное лицо;День рождения;Телефон контактного лица;Филиал;Договор есть;Открыт';
const full =
  'ООО «Ромашка»;4205000908;4205 01001;a@romashka.example, b@romashka.example;розничная;Белов;Архимед, Гален;Иванов Пётр;5.03;8 913 000-11-22;томск;да;30.11.2020';

describe.each(dialects)('what a card holds beside what leads to it, in a file on %s', (dialect) => {
  test('goes into new cards, is found there by the next import, and goes away with them', async () => {
    const { clara, preview, load, undo, cards, page } = await start(dialect);
    const text = `${titles}\n${full}`;
    expect((await preview(text)).rows).toMatchObject([{ result: 'create', problems: [] }]);
    const job = await load(text);
    const [card] = await cards();
    expect(await page(card!.id)).toMatchObject({
      ...{ inn: '4205000908', kpp: '420501001', priceType: 'розничная' },
      emails: ['a@romashka.example', 'b@romashka.example'],
      assignedTo: { id: 'boris' },
      products: [{ name: 'Архимед' }, { name: 'Гален' }],
      contacts: [{ name: 'Иванов Пётр', birthday: '--03-05', phone: { e164: '+79130001122' } }],
      ownFields: [{ value: 'Томск' }, { value: 'yes' }, { value: '2020-11-30' }],
    });
    expect((await preview(text)).counts).toEqual({ create: 0, complete: 0, same: 1, error: 0 });
    expect(await load(text)).toMatchObject({ createdCount: 0, updatedCount: 0 });
    expect(await undo(job.id)).toMatchObject({ undoneCount: 1, keptCount: 0 });
    expect(await cards()).toEqual([]);
    expect((await searchCounterparties(clara, { query: '000-11-22' })).cards).toEqual([]);
  });

  test('completes a card without replacing anything, and is taken out of it again', async () => {
    const { world, company, anna, load, preview, undo, page, own, rounds } = await start(dialect);
    const contact = { role: 'директор', phone: '', phoneExtension: '', email: '', birthday: '' };
    const cardId = await makeTestCard(world, company, {
      name: 'ООО «Ромашка»',
      inn: '4205000908',
      priceType: 'оптовая',
      emails: ['B@romashka.example'],
      products: ['galen'],
      contacts: [{ ...contact, name: 'Иванов Пётр' }],
      ownFields: { [own.branch]: 'Омск' },
    });
    await world.store.tx((db) => insertRound(db, { ...plannedRound(world.now()), counterpartyId: cardId }));
    const before = await page(cardId);
    const text = `${titles}\n${full}\n${full
      .replace('розничная', 'оптовая')
      .replace('a@', 'c@')
      .replace(/Ромашка/, 'Ромашка филиал')}`;
    expect((await preview(text)).counts).toMatchObject({ complete: 2 });
    const job = await load(text);
    expect(job).toMatchObject({ createdCount: 0, updatedCount: 2 });
    expect(await page(cardId)).toMatchObject({
      ...{ kpp: '420501001', priceType: 'оптовая', assignedTo: { id: 'boris' } },
      emails: ['B@romashka.example', 'a@romashka.example', 'c@romashka.example'],
      products: [{ name: 'Архимед' }, { name: 'Гален' }],
      contacts: [
        { name: 'Иванов Пётр', role: 'директор', birthday: '--03-05', phone: { e164: '+79130001122' } },
      ],
      ownFields: [{ value: 'Омск' }, { value: 'yes' }, { value: '2020-11-30' }],
    });
    expect(await rounds(cardId)).toEqual(['boris']);
    const [, first] = await listChanges(world.store.read, 'counterparty', cardId);
    expect(first!.fields).toMatchObject({
      products: { from: ['Гален'], to: ['Архимед', 'Гален'] },
      assignedTo: { from: null, to: 'boris' },
      emails: { from: ['B@romashka.example'] },
    });
    expect(await undo(job.id)).toMatchObject({ undoneCount: 2, keptCount: 0 });
    expect(await page(cardId)).toEqual({
      ...before,
      version: expect.any(Number),
      emptiedFields: expect.any(Array),
    });
    expect(await rounds(cardId)).toEqual(['anna']);

    const again = await load(text);
    const { version } = await page(cardId);
    await updateCounterparty(anna, { counterpartyId: cardId, version, note: 'звонить утром' });
    expect(await undo(again.id)).toMatchObject({ undoneCount: 0, keptCount: 2 });
    expect(await page(cardId)).toMatchObject({ kpp: '420501001' });
  });

  test('does the same whichever part a row stands in', async () => {
    const { load, preview, cards, page } = await start(dialect);
    const head = 'Наименование;ИНН;КПП;E-mail;Продукты';
    const others = Array.from({ length: 250 }, (_, at) => `Клиент ${at};;;;`);
    const rows = [
      'Ромашка;4205000908;420501001;a@a.example;Гален',
      'Ромашка склад;4205000908;;a@a.example;Гален',
    ];
    const more = 'Ромашка опт;4205000908;999999999;b@a.example;Архимед';
    const near = [head, ...rows, more, ...others].join('\n');
    const far = [head, rows[0], ...others, rows[1], more].join('\n');
    const counts = { create: 251, complete: 1, same: 1, error: 0 };
    expect((await preview(near)).counts).toEqual(counts);
    expect((await preview(far)).counts).toEqual(counts);
    expect(await load(far)).toMatchObject({ createdCount: 251, updatedCount: 1 });
    const card = (await cards()).find(({ name }) => name === 'Ромашка')!;
    expect(await page(card.id)).toMatchObject({
      ...{ kpp: '420501001', emails: ['a@a.example', 'b@a.example'] },
      products: [{ name: 'Архимед' }, { name: 'Гален' }],
    });
  });

  test('comes from several rows of one INN, each with a contact person and an address of its own', async () => {
    const { load, preview, cards, page } = await start(dialect);
    const text = [
      'Наименование;ИНН;E-mail;Контактное лицо;День рождения',
      'Ромашка;4205000908;a@a.example;Иванов Пётр;5.03',
      'Ромашка;4205000908;b@a.example;Орлова Вера;6.03',
      'Ромашка;4205000908;B@a.example;Орлова Вера;6.03',
    ].join('\n');
    expect((await preview(text)).counts).toEqual({ create: 1, complete: 1, same: 0, error: 1 });
    expect(await load(text)).toMatchObject({ createdCount: 1, updatedCount: 1, errorCount: 1 });
    const [card] = await cards();
    expect(await page(card!.id)).toMatchObject({
      contactPerson: 'Иванов Пётр',
      emails: ['a@a.example', 'b@a.example'],
      contacts: [{ name: 'Иванов Пётр' }, { name: 'Орлова Вера', birthday: '--03-06' }],
    });
  });

  test('leaves out what it cannot read, says so, and imports the rest', async () => {
    const { world, load, preview, page, cards, clara } = await start(dialect);
    await world.store.tx(async (db) => {
      const { employees } = db.t;
      await db.q.update(employees).set({ surname: 'Белов' }).where(eq(employees.id, 'anna'));
    });
    const text = [
      titles,
      'Первая;;;никак, a@a.example;;Белов;Гален; Никакой;Иванов;31.02;;Юрга;может быть;когда-то',
      'Вторая;;;;;никто;;—;5.03;;;;',
      'Третья;;;;;clara@mlsit.example;;Петров;05.03.1980;не знаю;;нет;',
    ]
      .join('\n')
      .replace('Гален; Никакой', '"Гален; Никакой"');
    const shown = await preview(text);
    expect(
      shown.rows.map(({ problems }) => problems.map(({ field, problem }) => [field.slice(0, 4), problem])),
    ).toEqual([
      [
        ['emai', 'emailUnread'],
        ['mana', 'managerOfSeveral'],
        ['prod', 'productUnknown'],
        ['cont', 'birthdayUnread'],
        ['own_', 'valueUnread'],
        ['own_', 'valueUnread'],
        ['own_', 'valueUnread'],
      ],
      [
        ['mana', 'managerUnknown'],
        ['cont', 'contactUntold'],
      ],
      [['cont', 'phoneUnread']],
    ]);
    const job = await load(text);
    expect(job).toMatchObject({ createdCount: 3, errorCount: 0 });
    const { rows } = await listImportRows(clara, { importId: job.id, show: 'problems', limit: 9 });
    expect(rows[0]!.problems.at(-3)).toMatchObject({ ownField: { name: 'Филиал', nameEn: 'Branch' } });
    const [first, second, third] = (await cards()).sort((one, other) => one.name.localeCompare(other.name));
    const names = [second!.name, first!.name, third!.name];
    expect(names).toEqual(['Первая', 'Вторая', 'Третья']);
    expect(await page(second!.id)).toMatchObject({
      emails: ['a@a.example'],
      products: [{ name: 'Гален' }],
      assignedTo: null,
      contacts: [],
    });
    expect(await page(third!.id)).toMatchObject({
      assignedTo: { id: 'clara' },
      contacts: [{ name: 'Петров', birthday: '1980-03-05', phone: { raw: 'не знаю' } }],
    });
  });

  test('says whose client somebody is only for who may, and of nobody who is somebody’s already', async () => {
    const { load, preview, cards, page } = await start(dialect);
    const text = 'Наименование;Менеджер клиента\nРомашка;Белов\nЛютик;';
    expect((await preview(text, 'alla')).rows.map(({ result, problems }) => [result, ...problems])).toEqual([
      ['create', { field: 'manager', problem: 'managerNotAllowed' }],
      ['create'],
    ]);
    await load(text, 'alla');
    const card = (await cards()).find(({ name }) => name === 'Ромашка')!;
    expect((await page(card.id)).assignedTo).toBeNull();
    const byInn = 'Наименование;Договор;Менеджер\nМак;7;boris@mlsit.example';
    await load(byInn);
    await load(byInn.replace('boris', 'anna'));
    const poppy = (await cards()).find(({ name }) => name === 'Мак')!;
    expect((await page(poppy.id)).assignedTo).toMatchObject({ id: 'boris' });
  });

  test('knows an own field by its name in either language, and no more when it is out of use', async () => {
    const { alla, clara, own, load, preview } = await start(dialect);
    const text = 'Name;branch\nРомашка;Омск';
    expect((await preview(text)).mapping).toEqual({ 0: 'name', 1: `own_${own.branch}` });
    await load(text);
    expect(await preview(text)).toMatchObject({ isRemembered: true, mapping: { 1: `own_${own.branch}` } });
    await updateCardField(alla, { cardFieldId: own.branch, isDisabled: true });
    expect((await preview(text)).mapping).toEqual({ 0: 'name' });
    const mapping = { 0: 'name', 1: `own_${own.branch}` } as const;
    const input = { kind: 'counterparties', fileName: 'a.csv', text, mapping } as const;
    await expect(startImport(clara, input)).rejects.toMatchObject({
      fields: { mapping: 'import.errors.fieldOfAnotherKind' },
    });
  });
});

async function start(dialect: Dialect) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world);
  const as = (name: TestName) => world.as(company.as(name));
  const clara = as('clara');
  const alla = as('alla');
  await world.store.tx(async (db) => {
    for (const [id, name] of Object.entries({ archimed: 'Архимед', galen: 'Гален' })) {
      await insertProject(db, { id, name, sortKey: name, createdAt: 0, disabledAt: null });
    }
  });
  const field = async (name: string, nameEn: string, kind: 'choice' | 'checkbox' | 'date') =>
    (await createCardField(alla, { name, nameEn, kind, choices: kind === 'choice' ? ['Томск', 'Омск'] : [] }))
      .id;
  const own = {
    branch: await field('Филиал', 'Branch', 'choice'),
    signed: await field('Договор есть', '', 'checkbox'),
    opened: await field('Открыт', '', 'date'),
  };
  const preview = (text: string, name: TestName = 'clara') =>
    previewImport(as(name), { kind: 'counterparties', text });
  const load = async (text: string, name: TestName = 'clara') => {
    const { mapping } = await preview(text, name);
    world.pass(1000);
    const input = { kind: 'counterparties', fileName: 'файл.csv', text, mapping } as const;
    const { importId } = await startImport(as(name), input);
    await workOnImports(world.as(null));
    return getImport(as(name), { importId });
  };
  const undo = async (importId: string) => {
    await undoImport(clara, { importId });
    await workOnImports(world.as(null));
    return getImport(clara, { importId });
  };
  const cards = async () => (await listCounterparties(clara, { limit: 300 })).rows;
  const page = async (counterpartyId: string) => (await getCounterparty(clara, { counterpartyId })).card;
  const rounds = async (cardId: string) =>
    (await listRoundsOfCounterparty(world.store.read, cardId, 9)).map(({ managerId }) => managerId);
  return { world, company, anna: as('anna'), clara, alla, own, preview, load, undo, cards, page, rounds };
}
