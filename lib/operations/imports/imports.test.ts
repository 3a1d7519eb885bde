import { describe, expect, test, vi } from 'vitest';
import { listChanges } from '@/db/changes';
import { listProductsOfCounterparty } from '@/db/counterparty-products';
import { nextNumber } from '@/db/counters';
import { insertProject } from '@/db/projects';
import type { Dialect } from '@/db/store';
import { dialects, openTestStore } from '@/db/testing';
import { dayMs, hourMs } from '@/lib/domain/duration';
import { guessImportMapping } from '@/lib/domain/imports/import-fields';
import type { ImportKind } from '@/lib/domain/imports/import-kind';
import type { ImportMapping } from '@/lib/domain/imports/import-mapping';
import { closeAppeal } from '@/lib/operations/appeals/close-appeal';
import { listAppeals } from '@/lib/operations/appeals/list-appeals';
import { type Context, RepeatedRequest } from '@/lib/operations/context';
import { getCounterparty } from '@/lib/operations/counterparties/get-counterparty';
import { listCounterparties } from '@/lib/operations/counterparties/list-counterparties';
import { searchCounterparties } from '@/lib/operations/counterparties/search-counterparties';
import { makeTestCard, phones } from '@/lib/operations/counterparties/testing-cards';
import { updateCounterparty } from '@/lib/operations/counterparties/update-counterparty';
import { forgetOldRows } from '@/lib/operations/deadlines/forget-old-rows';
import { listPurchases } from '@/lib/operations/purchases/list-purchases';
import { recordPurchase } from '@/lib/operations/purchases/record-purchase';
import { createCity } from '@/lib/operations/settings/create-city';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { getImport } from './get-import';
import { listImportRows } from './list-import-rows';
import { listImports } from './list-imports';
import { previewImport } from './preview-import';
import { readImportFile } from './read-import-file';
import { resumeImport } from './resume-import';
import { startImport } from './start-import';
import { stopImport } from './stop-import';
import { undoImport } from './undo-import';
import { workOnImports } from './work-on-imports';

const base = [
  'Наименование;№ договора;Телефон;Город;Контактное лицо;Статус',
  'ООО «Ромашка»;2026/118;8 (3842) 58-12-34;Кемерово;Иванов Пётр;клиент',
  'ИП Петров;;не знаю;Томск;;',
  ';2026/119;;;;',
  'ООО «Ромашка плюс»;2026/118;;;;',
].join('\r\n');

/** IMPORT_ROWS=100000 tries it with the longest file there is. */
const manyRows = Number(process.env.IMPORT_ROWS ?? 2000);

describe.each(dialects)('a file that is imported on %s', (dialect) => {
  test('is shown first: columns understood, what each row would do, and what is wrong; nothing is written', async () => {
    const { clara } = await start(dialect);
    const preview = await previewImport(clara, { kind: 'counterparties', text: `\uFEFF${base}` });
    expect(preview.mapping).toEqual({
      0: 'name',
      1: 'contract',
      2: 'phone',
      3: 'city',
      4: 'contactPerson',
      5: 'status',
    });
    expect(preview.counts).toEqual({ create: 2, complete: 0, same: 0, error: 2 });
    expect(preview.rows.map(({ row, result }) => [row, result])).toEqual([
      [4, 'error'],
      [5, 'error'],
      [2, 'create'],
      [3, 'create'],
    ]);
    expect(preview.rows[1]!.problems).toEqual([{ field: 'contract', problem: 'duplicateInFile' }]);
    expect((await listCounterparties(clara, { limit: 9 })).rows).toEqual([]);
    const unmapped = { kind: 'counterparties', text: base, mapping: { 2: 'phone' } } as const;
    expect(await previewImport(clara, unmapped)).toMatchObject({
      problem: 'import.errors.notMapped.counterparties',
      rows: [],
    });
  });

  test('makes cards that are found by contract, phone and name, and names the rows there is something to say of', async () => {
    const { clara, load } = await start(dialect);
    const job = await load('counterparties', base);
    expect(job).toMatchObject({
      state: 'done',
      rowCount: 4,
      doneCount: 4,
      createdCount: 2,
      errorCount: 2,
      employee: { name: 'Котова\u00A0К.' },
    });
    for (const query of ['2026/118', '58-12-34', 'ромаш', 'иванов']) {
      expect((await searchCounterparties(clara, { query })).cards).toMatchObject([
        { name: 'ООО «Ромашка»', status: 'client', city: 'Кемерово' },
      ]);
    }
    const rows = { importId: job.id, show: 'problems' } as const;
    const first = await listImportRows(clara, { ...rows, limit: 2 });
    const second = await listImportRows(clara, { ...rows, limit: 2, after: first.next! });
    expect(second.next).toBeNull();
    expect([...first.rows, ...second.rows]).toMatchObject([
      {
        row: 3,
        result: 'create',
        problems: [{ problem: 'phoneUnread' }],
        counterparty: { name: 'ИП Петров' },
      },
      { row: 4, result: 'error', problems: [{ field: 'name', problem: 'missing' }] },
      { row: 5, result: 'error', cells: ['ООО «Ромашка плюс»', '2026/118', '', '', '', ''] },
    ]);
  });

  test('asks to look at a city that the directory does not know, and keeps it as it stands in the file', async () => {
    const { world, company, clara } = await start(dialect);
    const tomsk = {
      name: 'Томск',
      nameEn: 'Tomsk',
      region: 'Томская область',
      timeZone: 'Asia/Tomsk',
      diallingCodes: ['3822'],
    };
    await createCity(world.as(company.as('alla')), tomsk);
    const text = 'Название,Город\nПервый,Томск\nВторой,Томскк\nТретий,—';
    const preview = await previewImport(clara, { kind: 'counterparties', text });
    expect(preview.rows.map(({ result, problems }) => [result, ...problems])).toEqual([
      ['create'],
      ['create', { field: 'city', problem: 'cityUnknown' }],
      ['create'],
    ]);
  });

  test('imported again changes nothing more, and its columns are mapped as they were last time', async () => {
    const { clara, load } = await start(dialect);
    const mapping = { 0: 'name', 1: 'contract', 3: 'note' } as const;
    await load('counterparties', base, mapping);
    const again = await previewImport(clara, { kind: 'counterparties', text: base.toUpperCase() });
    expect(again).toMatchObject({ isRemembered: true, mapping });
    expect(again.counts).toEqual({ create: 0, complete: 0, same: 2, error: 2 });
    expect(await load('counterparties', base, mapping)).toMatchObject({
      ...{ createdCount: 0, updatedCount: 0, errorCount: 2 },
    });
    expect((await previewImport(clara, { kind: 'contracts', text: base })).isRemembered).toBe(false);
    expect(await load('counterparties', base.split('\r\n').slice(0, 2).join('\n'))).toMatchObject({
      createdCount: 0,
      updatedCount: 1,
    });
  });

  test('completes the card of a known contract, INN, and phone with the same name', async () => {
    const { world, company, clara, load } = await start(dialect);
    await makeTestCard(world, company, { name: 'ООО «Ромашка»', contracts: ['2026/118'] });
    await makeTestCard(world, company, { name: 'ИП Петров', phones: phones('+79130001122') });
    await makeTestCard(world, company, { name: 'Сосед', phones: phones('+79130009999') });
    const text = [
      'Название,Договор,Телефон,Город,ИНН',
      'Ромашка,2026/118,8 3842 58-12-34,Кемерово,4205000908',
      'ип петров,,8 913 000-11-22,Томск,',
      'Другой,,8 913 000-99-99,Омск,',
    ].join('\n');
    const preview = await previewImport(clara, { kind: 'counterparties', text });
    expect(preview.rows.map((row) => row.result)).toEqual(['complete', 'complete', 'create']);
    expect(preview.rows[2]!.problems).toEqual([{ field: 'phone', problem: 'phoneKnown' }]);
    await load('counterparties', text);
    const { cards } = await searchCounterparties(clara, { query: '4205000908' });
    expect(cards).toMatchObject([
      { name: 'ООО «Ромашка»', city: 'Кемерово', phones: [{ e164: '+73842581234' }] },
    ]);
  });

  test('with several rows of one INN makes one card of them, also when they stand in different parts', async () => {
    const { world, clara, load, undo } = await start(dialect);
    const text = [
      'Наименование;ИНН;Договор;Телефон;Контактное лицо',
      'ООО «Ромашка»;4205000908;2026/1;;',
      'Ромашка;4205 000908;2026/2;;',
      'Ромашка (склад);4205000908;;8 913 000-11-22;',
      'Ромашка (склад);4205000908;;8 913 000-11-22;',
      'Ромашка;4205000908;;;',
      ...people(250)
        .split('\n')
        .slice(1)
        .map((name) => `${name};;;;`),
      'Ромашка;4205000908;2026/3;;Иванов Пётр',
    ].join('\n');
    const preview = await previewImport(clara, { kind: 'counterparties', text });
    expect(preview.counts).toEqual({ create: 251, complete: 3, same: 1, error: 1 });
    const job = await load('counterparties', text);
    expect(job).toMatchObject({ createdCount: 251, updatedCount: 3, errorCount: 1 });
    const found = async () => (await searchCounterparties(clara, { query: '4205000908' })).cards;
    expect(await found()).toMatchObject([{ name: 'ООО «Ромашка»', phones: [{ e164: '+79130001122' }] }]);
    const id = (await found())[0]!.id;
    expect((await getCounterparty(clara, { counterpartyId: id })).card).toMatchObject({
      contracts: ['2026/1', '2026/2', '2026/3'],
      contactPerson: 'Иванов Пётр',
    });
    const again = await previewImport(clara, { kind: 'counterparties', text });
    expect(again.counts).toEqual({ create: 0, complete: 0, same: 255, error: 1 });

    expect(await undo(job.id)).toMatchObject({ undoneCount: 254, keptCount: 0 });
    expect((await listCounterparties(clara, { limit: 9 })).rows).toEqual([]);
    expect(await listChanges(world.store.read, 'counterparty', id)).toEqual([]);
  });

  test('with several rows of one INN completes the card to which the first of them gives it', async () => {
    const { world, company, clara, load } = await start(dialect);
    await makeTestCard(world, company, { name: 'ООО «Ромашка»', contracts: ['1'] });
    const text = 'Название,ИНН,Договор\nРомашка,4205000908,1\nРомашка,4205000908,2';
    const preview = await previewImport(clara, { kind: 'counterparties', text });
    expect(preview.counts).toEqual({ create: 0, complete: 2, same: 0, error: 0 });
    expect(await load('counterparties', text)).toMatchObject({ createdCount: 0, updatedCount: 2 });
    expect((await searchCounterparties(clara, { query: '4205000908' })).cards).toMatchObject([
      { name: 'ООО «Ромашка»', contracts: ['1', '2'] },
    ]);
  });

  test('takes a doubtful INN with a remark', async () => {
    const { clara, load } = await start(dialect);
    const text = 'Название,ИНН\nРомашка,4205000909\nМак,1';
    const preview = await previewImport(clara, { kind: 'counterparties', text });
    const doubtful = { field: 'inn', problem: 'innDoubtful' };
    expect(preview.rows.map(({ result, problems }) => [result, ...problems])).toEqual([
      ['create', doubtful],
      ['create', doubtful],
    ]);
    expect(await load('counterparties', text)).toMatchObject({ createdCount: 2, errorCount: 0 });
  });

  test('gives no card an INN that another has, though a contract leads to it', async () => {
    const { world, company, clara, load } = await start(dialect);
    await makeTestCard(world, company, { name: 'ООО «Лютик»', contracts: ['7'] });
    await makeTestCard(world, company, { name: 'ООО «Мак»', contracts: ['8'] });
    await makeTestCard(world, company, { name: 'ООО «Клевер»', inn: '7707083893' });
    const text =
      'Название,ИНН,Договор,Город\nРомашка,4205000908,1,Кемерово\nЛютик,4205000908,7,Томск\nМак,7707083893,8,';
    const preview = await previewImport(clara, { kind: 'counterparties', text });
    const ofAnother = { field: 'inn', problem: 'innOfAnother' };
    expect(preview.rows.map(({ result, problems }) => [result, ...problems])).toEqual([
      ['create'],
      ['complete', ofAnother],
      ['same', ofAnother],
    ]);
    await load('counterparties', text);
    const of = async (query: string) =>
      (await searchCounterparties(clara, { query })).cards.map(({ name }) => name);
    expect(await of('4205000908')).toEqual(['Ромашка']);
    expect(await of('7707083893')).toEqual(['ООО «Клевер»']);
    expect((await searchCounterparties(clara, { query: 'лютик' })).cards).toMatchObject([{ city: 'Томск' }]);
  });

  test('does not make one more card of an INN that several have, but completes the one of that name', async () => {
    const { world, company, clara, load } = await start(dialect);
    for (const name of ['ООО «Ромашка»', 'Ромашка филиал']) {
      await makeTestCard(world, company, { name, inn: '4205000908' });
    }
    const text = 'Название,ИНН,Город\nРомашка,4205000908,Кемерово\nЛютик,4205000908,Томск';
    const preview = await previewImport(clara, { kind: 'counterparties', text });
    expect(preview.rows.map(({ result, problems }) => [result, ...problems])).toEqual([
      ['error', { field: 'inn', problem: 'innOfSeveral' }],
      ['complete'],
    ]);
    expect(await load('counterparties', text)).toMatchObject({ createdCount: 0, updatedCount: 1 });
  });

  test('does not make one more card of a name that its city knows when nothing else tells it, and says so', async () => {
    const { world, company, load, clara } = await start(dialect);
    await makeTestCard(world, company, { name: 'ИП Петров', city: 'Томск' });
    const text = [
      'Название,Город,Телефон',
      'Петров,томск,не знаю',
      'Петров,,',
      'Петров,Омск,',
      'ип петров,Омск,',
      'Петров,Томск,8 913 000-11-22',
    ].join('\n');
    const preview = await previewImport(clara, { kind: 'counterparties', text });
    expect(preview.rows.map(({ row, result, problems }) => [row, result, problems.at(-1)?.problem])).toEqual([
      [5, 'error', 'duplicateInFile'],
      [2, 'same', 'nameKnown'],
      [3, 'same', 'nameKnown'],
      [4, 'create', undefined],
      [6, 'create', undefined],
    ]);
    expect(await load('counterparties', text)).toMatchObject({ createdCount: 2, errorCount: 1 });
    expect(await load('counterparties', text)).toMatchObject({ createdCount: 0, updatedCount: 0 });
  });

  test(
    'goes on where it was cut off, also in the middle of being handed in: nothing is doubled',
    async () => {
      const { world, company, clara } = await start(dialect);
      const context = world.as(company.as('clara'), { key: 'k', bodyHash: 'h' });
      const input = {
        kind: 'counterparties',
        fileName: 'a.csv',
        text: people(manyRows),
        mapping: { 0: 'name' },
      } as const;
      await expect(startImport(dyingAfter(2, context), input)).rejects.toThrow('died');
      await workOnImports(world.as(null));
      expect((await listImports(clara, { limit: 20 })).rows).toMatchObject([
        { state: 'receiving', doneCount: 0 },
      ]);
      const { importId } = await startImport(context, input);
      await expect(startImport(context, input)).rejects.toBeInstanceOf(RepeatedRequest);

      await expect(workOnImports(dyingAfter(3, world.as(null)))).rejects.toThrow('died');
      expect(await getImport(clara, { importId })).toMatchObject({ state: 'running', doneCount: 600 });
      await Promise.all([workOnImports(world.as(null)), workOnImports(world.as(null))]);
      expect(await getImport(clara, { importId })).toMatchObject({
        state: 'done',
        doneCount: manyRows,
        createdCount: manyRows,
      });
      const made = await world.store.read.q.select().from(world.store.read.t.counterparties);
      expect(new Set(made.map(({ name }) => name)).size).toBe(manyRows);
      expect(made).toHaveLength(manyRows);
      expect(await world.store.read.q.select().from(world.store.read.t.importParts)).toEqual([]);
    },
    30_000 + manyRows * 5,
  );

  test('can be stopped and resumed; one not handed in whole is forgotten', async () => {
    const { world, clara } = await start(dialect);
    const input = {
      kind: 'counterparties',
      fileName: 'a.csv',
      text: people(250),
      mapping: { 0: 'name' },
    } as const;
    const { importId } = await startImport(clara, input);
    await stopImport(clara, { importId });
    await workOnImports(world.as(null));
    expect(await getImport(clara, { importId })).toMatchObject({ state: 'stopped', doneCount: 0 });
    await expect(stopImport(clara, { importId })).rejects.toMatchObject({ code: 'notPossibleNow' });
    await resumeImport(clara, { importId });
    await workOnImports(world.as(null));
    expect(await getImport(clara, { importId })).toMatchObject({ state: 'done', createdCount: 250 });

    await expect(startImport(dyingAfter(1, clara), input)).rejects.toThrow('died');
    world.pass(hourMs + 1);
    await workOnImports(world.as(null));
    expect((await listImports(clara, { limit: 20 })).rows).toMatchObject([{ id: importId }]);
  });

  test('is stopped by what fails three times, with a way on', async () => {
    const { world, clara } = await start(dialect);
    const input = {
      kind: 'counterparties',
      fileName: 'a.csv',
      text: people(150),
      mapping: { 0: 'name' },
    } as const;
    const { importId } = await startImport(clara, input);
    const failures = new Map<string, number>();
    const told: string[] = [];
    const failing: Context = {
      ...world.as(null),
      newId: () => {
        throw new Error('disk full');
      },
    };
    for (const times of [1, 2, 3]) {
      await workOnImports(failing, { failures, report: (what) => told.push(what) });
      expect((await getImport(clara, { importId })).state).toBe(times < 3 ? 'running' : 'stopped');
    }
    expect(told).toHaveLength(3);
    expect(await getImport(clara, { importId })).toMatchObject({ failedAt: world.now(), doneCount: 0 });
    await resumeImport(clara, { importId });
    await workOnImports(world.as(null), { failures });
    expect(await getImport(clara, { importId })).toMatchObject({ state: 'done', failedAt: null });
  });

  test('lets others write meanwhile', async () => {
    const { world, clara } = await start(dialect);
    const input = {
      kind: 'counterparties',
      fileName: 'a.csv',
      text: people(400),
      mapping: { 0: 'name' },
    } as const;
    const { importId } = await startImport(clara, input);
    const done: string[] = [];
    const running = workOnImports(world.as(null)).then(() => done.push('import'));
    await vi.waitUntil(async () => (await getImport(clara, { importId })).doneCount > 0, { interval: 1 });
    await world.store.tx((db) => nextNumber(db, 'appeal')).then(() => done.push('call'));
    await running;
    expect(done).toEqual(['call', 'import']);
  });

  test('is for the head of the client department, management and the administrator', async () => {
    const { world, company } = await start(dialect);
    const asking = (name: 'anna' | 'pavel' | 'alla') =>
      previewImport(world.as(company.as(name)), { kind: 'counterparties', text: base });
    await expect(asking('anna')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(asking('pavel')).rejects.toMatchObject({ code: 'forbidden' });
    expect((await asking('alla')).rowCount).toBe(4);
  });

  test('that is empty is refused', async () => {
    const { clara } = await start(dialect);
    const asking = (text: string) => previewImport(clara, { kind: 'counterparties', text });
    await expect(asking('Наименование')).rejects.toMatchObject({ fields: { text: 'import.errors.noRows' } });
    await expect(asking(' ')).rejects.toMatchObject({ fields: { text: 'import.errors.noRows' } });
  });
});

test('a file of more than a hundred thousand rows is refused', async () => {
  expect((await readImportFile(people(100_000))).lines).toHaveLength(100_000);
  await expect(readImportFile(people(100_001))).rejects.toMatchObject({
    fields: { text: 'import.errors.tooManyRows' },
  });
});

describe.each(dialects)('an import that is undone on %s', (dialect) => {
  test('leaves nothing of what it made, and cards that it completed as they were', async () => {
    const { world, company, clara, load, undo } = await start(dialect);
    const cardId = await makeTestCard(world, company, { name: 'ООО «Ромашка»', contracts: ['1'] });
    const before = await getCounterparty(clara, { counterpartyId: cardId });
    const text = [
      'Наименование;Договор;Телефон;Город',
      'Ромашка;1;8 3842 58-12-34;Кемерово',
      'Новая;2;8 913 000-11-22;',
      'Ромашка;;8 3842 58-12-34;',
    ].join('\n');
    const job = await load('counterparties', text);
    expect(job).toMatchObject({ createdCount: 2, updatedCount: 1 });
    expect(await undo(job.id)).toMatchObject({
      state: 'undone',
      undoneCount: 3,
      keptCount: 0,
      undoneBy: { id: 'clara' },
      undoneAt: world.now(),
    });
    expect((await listCounterparties(clara, { limit: 9 })).rows.map(({ name }) => name)).toEqual([
      'ООО «Ромашка»',
    ]);
    const after = await getCounterparty(clara, { counterpartyId: cardId });
    expect({ ...after.card, version: 0 }).toEqual({ ...before.card, version: 0 });
    for (const query of ['новая', '58-12-34', '000-11-22']) {
      expect((await searchCounterparties(clara, { query })).cards).toEqual([]);
    }
    await expect(undoImport(clara, { importId: job.id })).rejects.toMatchObject({ code: 'notPossibleNow' });
  });

  test('keeps what was changed since and what is in use, and names it', async () => {
    const { clara, load, undo } = await start(dialect);
    const job = await load('counterparties', 'Наименование\nПервая\nВторая\nТретья\nЧетвёртая');
    const cards = (await listCounterparties(clara, { limit: 9 })).rows;
    const idOf = (name: string) => cards.find((card) => card.name === name)!.id;
    await updateCounterparty(clara, { counterpartyId: idOf('Вторая'), version: 1, note: 'звонить утром' });
    await recordPurchase(clara, {
      counterpartyId: idOf('Третья'),
      ...{
        contractNumber: '',
        projectId: null,
        sumKopecks: 100,
        boughtOn: '2026-10-01',
        paidOn: null,
        note: '',
      },
    });
    await load('appeals', 'Контрагент;Тема;Создано;Закрыто\nЧетвёртая;цены;01.10.2026;02.10.2026');
    expect(await undo(job.id)).toMatchObject({ undoneCount: 1, keptCount: 3 });
    expect(await listImportRows(clara, { importId: job.id, show: 'kept', limit: 9 })).toMatchObject({
      rows: [
        { row: 3, undoing: 'changed', counterparty: { name: 'Вторая' } },
        { row: 4, undoing: 'changed', counterparty: { name: 'Третья' } },
        { row: 5, undoing: 'inUse', counterparty: { name: 'Четвёртая' } },
      ],
    });
  });

  test('goes on where it was cut off', async () => {
    const { world, clara, load } = await start(dialect);
    const { id: importId } = await load('counterparties', people(450));
    await undoImport(clara, { importId });
    await expect(workOnImports(dyingAfter(2, world.as(null)))).rejects.toThrow('died');
    expect(await getImport(clara, { importId })).toMatchObject({ state: 'undoing', undoneCount: 200 });
    await workOnImports(world.as(null));
    expect(await getImport(clara, { importId })).toMatchObject({ state: 'undone', undoneCount: 450 });
    expect((await listCounterparties(clara, { limit: 9 })).rows).toEqual([]);
  });

  test('is undone within 30 days, and not while it runs', async () => {
    const { world, clara, load } = await start(dialect);
    const { id: importId } = await load('counterparties', people(1));
    const input = {
      kind: 'counterparties',
      fileName: 'b.csv',
      text: people(3),
      mapping: { 0: 'name' },
    } as const;
    const running = await startImport(clara, input);
    await expect(undoImport(clara, running)).rejects.toMatchObject({ code: 'notPossibleNow' });
    world.pass(30 * dayMs + 1);
    await expect(undoImport(clara, { importId })).rejects.toMatchObject({ code: 'notPossibleNow' });
    expect((await getImport(clara, { importId })).may).toEqual({ stop: false, resume: false, undo: false });
  });

  test('that cannot be undone any more keeps nothing of the file but what was said of its rows', async () => {
    const { world, clara, load } = await start(dialect);
    const { id: importId } = await load('counterparties', base);
    world.pass(30 * dayMs);
    await forgetOldRows(world.as(null));
    const rows = () => listImportRows(clara, { importId, show: 'problems', limit: 9 });
    expect((await rows()).rows[1]).toMatchObject({ row: 4, cells: ['', '2026/119', '', '', '', ''] });
    world.pass(1);
    await forgetOldRows(world.as(null));
    expect((await rows()).rows).toMatchObject([{ row: 3 }, { row: 4, cells: [] }, { row: 5, cells: [] }]);
    const kept = await world.store.read.q.select().from(world.store.read.t.importRows);
    expect(JSON.stringify(kept)).not.toContain('2026/118');
    expect(kept).toHaveLength(3);
  });
});

describe.each(dialects)('contracts, purchases and appeals on %s', (dialect) => {
  test('contracts go to the card that INN, phone or name lead to, and are taken back', async () => {
    const { world, company, clara, load, undo } = await start(dialect);
    const cardId = await makeTestCard(world, company, { name: 'ООО «Ромашка»', contracts: ['1'] });
    await makeTestCard(world, company, { name: 'Тёзка' });
    await makeTestCard(world, company, { name: 'ООО Тёзка' });
    const text = [
      'Контрагент;Номер договора',
      'ромашка;2026/7',
      'ромашка;1',
      'Тёзка;3',
      'Никто;4',
      'ромашка;2026/7',
    ].join('\n');
    const job = await load('contracts', text);
    expect(job).toMatchObject({ createdCount: 1, errorCount: 3 });
    const { rows } = await listImportRows(clara, { importId: job.id, show: 'problems', limit: 9 });
    expect(rows.map(({ row, problems }) => [row, problems[0]!.problem])).toEqual([
      [4, 'cardOfSeveral'],
      [5, 'cardNotFound'],
      [6, 'duplicateInFile'],
    ]);
    const contracts = async () => (await getCounterparty(clara, { counterpartyId: cardId })).card.contracts;
    expect(await contracts()).toEqual(['1', '2026/7']);
    await undo(job.id);
    expect(await contracts()).toEqual(['1']);
  });

  test('a purchase makes a prospect a client, is not made twice, and is taken back with what it changed', async () => {
    const { world, company, clara, load, undo } = await start(dialect);
    const cardId = await makeTestCard(world, company, { name: 'ООО «Ромашка»' });
    const text = [
      'Клиент;Сумма;Дата;Дата оплаты',
      'Ромашка;12 500,50 ₽;20.10.2026;',
      'Ромашка;много;20.10.2026;',
      'Ромашка;1;31.12.2026;',
      'Ромашка;2;1.9.2026;2.9.2026',
    ].join('\n');
    const job = await load('purchases', text);
    expect(job).toMatchObject({ createdCount: 2, errorCount: 2 });
    expect(await load('purchases', text)).toMatchObject({ createdCount: 0 });
    const purchases = async () => (await listPurchases(clara, { counterpartyId: cardId, limit: 9 })).rows;
    const status = async () => (await getCounterparty(clara, { counterpartyId: cardId })).card.status;
    expect(await purchases()).toMatchObject([
      { sumKopecks: 1_250_050, boughtOn: '2026-10-20', paidOn: null },
      { sumKopecks: 200, boughtOn: '2026-09-01', paidOn: '2026-09-02' },
    ]);
    expect(await status()).toBe('client');
    expect(await undo(job.id)).toMatchObject({ undoneCount: 2 });
    expect(await purchases()).toEqual([]);
    expect(await status()).toBe('prospect');
  });

  test('a purchase taken back takes along the product it added, unless another purchase is of it', async () => {
    const { world, company, clara, load, undo } = await start(dialect);
    await world.store.tx(async (db) => {
      for (const [id, name] of Object.entries({ archimed: 'Архимед', galen: 'Гален', pulse: 'Пульс' })) {
        await insertProject(db, { id, name, sortKey: name, createdAt: 0, disabledAt: null });
      }
    });
    const cardId = await makeTestCard(world, company, { name: 'ООО «Ромашка»', products: ['galen'] });
    const text = [
      'Клиент;Сумма;Дата;Проект',
      'Ромашка;100;20.10.2026;Архимед',
      'Ромашка;200;21.10.2026;Архимед',
      'Ромашка;300;21.10.2026;Пульс',
      'Ромашка;400;21.10.2026;Гален',
    ].join('\n');
    const job = await load('purchases', text);
    const products = async () => (await listProductsOfCounterparty(world.store.read, cardId)).sort();
    expect(await products()).toEqual(['archimed', 'galen', 'pulse']);
    await recordPurchase(clara, {
      ...{ counterpartyId: cardId, contractNumber: '', projectId: 'pulse', sumKopecks: 100 },
      ...{ boughtOn: '2026-10-01', paidOn: null, note: '' },
    });
    expect(await undo(job.id)).toMatchObject({ undoneCount: 4, keptCount: 0 });
    expect(await products()).toEqual(['galen', 'pulse']);
    const [last] = await listChanges(world.store.read, 'counterparty', cardId);
    expect(last!.fields).toMatchObject({
      products: { from: ['Архимед', 'Гален', 'Пульс'], to: ['Гален', 'Пульс'] },
    });
  });

  test('the contract of a purchase finds the card, and is taken back unless another purchase stands in it (IN-4)', async () => {
    const { world, company, clara, load, undo } = await start(dialect);
    const cardId = await makeTestCard(world, company, { name: 'ООО «Ромашка»', contracts: ['Д-1'] });
    const text = [
      'Клиент;Сумма;Дата;Номер договора',
      'Ромашка;100;20.10.2026;АК-55/26',
      'Ромашка;200;21.10.2026;АК-55/26',
      'Ромашка;300;21.10.2026;АК-56/26',
      'Ромашка;400;21.10.2026;Д-1',
      'Ромашка;500;21.10.2026;',
    ].join('\n');
    const job = await load('purchases', text);
    expect(job).toMatchObject({ createdCount: 5 });
    const contracts = async () => (await getCounterparty(clara, { counterpartyId: cardId })).card.contracts;
    const found = async (query: string) =>
      (await searchCounterparties(clara, { query })).cards.map(({ id, foundBy }) => ({ id, foundBy }));
    expect(await contracts()).toEqual(['Д-1', 'АК-55/26', 'АК-56/26']);
    expect(await found('АК-55/26')).toEqual([{ id: cardId, foundBy: 'contract' }]);
    await recordPurchase(clara, {
      ...{ counterpartyId: cardId, contractNumber: 'АК-56/26', projectId: null, sumKopecks: 100 },
      ...{ boughtOn: '2026-10-01', paidOn: null, note: '' },
    });
    expect(await undo(job.id)).toMatchObject({ undoneCount: 5, keptCount: 0 });
    expect(await contracts()).toEqual(['Д-1', 'АК-56/26']);
    expect(await found('АК-55/26')).toEqual([]);
    const changes = await listChanges(world.store.read, 'counterparty', cardId);
    expect(changes.flatMap(({ fields }) => (fields.contracts ? [fields.contracts] : []))[0]).toEqual({
      from: ['Д-1', 'АК-55/26', 'АК-56/26'],
      to: ['Д-1', 'АК-56/26'],
    });
  });

  test('appeals come closed with their day, or open with a next reaction, and are taken back unless somebody dealt with them', async () => {
    const { world, company, clara, load, undo } = await start(dialect);
    await makeTestCard(world, company, { name: 'ООО «Ромашка»' });
    const text = [
      'Контрагент;Тема;Создано;Закрыто;Причина закрытия;Срок',
      'Ромашка;цены;01.10.2026;05.10.2026;получил ответ;',
      'Ромашка;обучение;02.10.2026;;;20.11.2026',
      'Ромашка;доставка;03.10.2026;;;20.11.2026',
      'Ромашка;без срока;02.10.2026;;;',
      'Ромашка;срок прошёл;02.10.2026;;;10.10.2026',
      'Ромашка;наоборот;05.10.2026;01.10.2026;;',
    ].join('\n');
    const job = await load('appeals', text);
    expect(job).toMatchObject({ createdCount: 3, errorCount: 3 });
    const { rows } = await listImportRows(clara, { importId: job.id, show: 'problems', limit: 9 });
    expect(rows.map(({ problems }) => problems[0]!.problem)).toEqual([
      'neitherClosedNorDue',
      'dayInPast',
      'dayBeforeOther',
    ]);
    const appeals = async () => (await listAppeals(clara, { state: 'all', limit: 9 })).rows;
    expect(await appeals()).toMatchObject([
      { topic: 'доставка', closedAt: null, next: { department: { kind: 'client' } } },
      { topic: 'обучение', closedAt: null, next: { dueAt: Date.UTC(2026, 10, 20, 15) } },
      { topic: 'цены', closedAt: Date.UTC(2026, 9, 5, 9), closeReason: 'получил ответ', next: null },
    ]);
    expect(await load('appeals', text)).toMatchObject({ createdCount: 0 });
    const [delivery] = await appeals();
    await closeAppeal(clara, { appealId: delivery!.id, version: 1, reason: 'передумали' });
    expect(await undo(job.id)).toMatchObject({ undoneCount: 2, keptCount: 1 });
    expect((await appeals()).map(({ topic }) => topic)).toEqual(['доставка']);
  });
});

const people = (count: number) =>
  ['Наименование', ...Array.from({ length: count }, (_, index) => `Клиент ${index}`)].join('\n');

/** Acts so many times, and then as a process that was killed. */
function dyingAfter(acts: number, context: Context): Context {
  let done = 0;
  return {
    ...context,
    part: (act) => (++done > acts ? Promise.reject(new Error('the process died here')) : context.part(act)),
  };
}

async function start(dialect: Dialect) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world);
  const clara = world.as(company.as('clara'));
  const load = async (kind: ImportKind, text: string, given?: ImportMapping) => {
    const mapping = given ?? guessImportMapping(kind, text.split(/\r?\n/)[0]!.split(/[;,]/));
    world.pass(1000);
    const { importId } = await startImport(clara, { kind, fileName: 'файл.csv', text, mapping });
    await workOnImports(world.as(null));
    return getImport(clara, { importId });
  };
  const undo = async (importId: string) => {
    await undoImport(clara, { importId });
    await workOnImports(world.as(null));
    return getImport(clara, { importId });
  };
  return { world, company, clara, load, undo };
}
