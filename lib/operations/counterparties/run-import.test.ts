import { describe, expect, test, vi } from 'vitest';
import { nextNumber } from '@/db/counters';
import { dialects, openTestStore } from '@/db/testing';
import { type Context, RepeatedRequest } from '@/lib/operations/context';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { listCounterparties } from './list-counterparties';
import { listImports } from './list-imports';
import { previewImport } from './preview-import';
import { runImport } from './run-import';
import { searchCounterparties } from './search-counterparties';
import { makeTestCard, phones } from './testing-cards';

const file = [
  'Наименование;№ договора;Телефон;Город;Контактное лицо;Статус',
  'ООО «Ромашка»;2026/118;8 (3842) 58-12-34;Кемерово;Иванов Пётр;клиент',
  'ИП Петров;;не знаю;Томск;;',
  ';2026/119;;;;',
  'ООО «Ромашка плюс»;2026/118;;;;',
].join('\r\n');
const mapping = { 0: 'name', 1: 'contract', 2: 'phone', 3: 'city', 4: 'contactPerson', 5: 'status' } as const;

describe.each(dialects)('an import of counterparties on %s', (dialect) => {
  test('is shown first: columns understood, what each row would do, and what is wrong', async () => {
    const { clara } = await start(dialect);
    const preview = await previewImport(clara, { text: `\uFEFF${file}` });
    expect(preview.mapping).toEqual(mapping);
    expect(preview.counts).toEqual({ create: 2, complete: 0, same: 0, error: 2 });
    expect(preview.rows.map(({ row, result }) => [row, result])).toEqual([
      [4, 'error'],
      [5, 'error'],
      [2, 'create'],
      [3, 'create'],
    ]);
    expect(preview.rows[1]!.problems).toEqual([{ field: 'contract', problem: 'duplicateInFile' }]);
    expect((await listCounterparties(clara, { limit: 9 })).rows).toEqual([]);
  });

  test('makes cards that are found by contract, phone and name, and keeps its history', async () => {
    const { clara } = await start(dialect);
    const done = await runImport(clara, { fileName: 'база.csv', text: file, mapping });
    expect(done).toMatchObject({ createdCount: 2, updatedCount: 0 });
    expect(done.errors).toContainEqual({ row: 4, field: 'name', problem: 'nameMissing' });
    expect(done.errors).toContainEqual({ row: 3, field: 'phone', problem: 'phoneUnread' });
    for (const query of ['2026/118', '58-12-34', 'ромаш', 'иванов']) {
      expect((await searchCounterparties(clara, { query })).cards).toMatchObject([
        { name: 'ООО «Ромашка»', status: 'client', city: 'Кемерово' },
      ]);
    }
    expect((await listImports(clara, { limit: 20 })).rows).toMatchObject([
      { fileName: 'база.csv', employeeName: 'Котова\u00A0К.', createdCount: 2 },
    ]);
  });

  test('stays in the history, which comes in pages, newest first', async () => {
    const { world, clara } = await start(dialect);
    for (const fileName of ['первый.csv', 'второй.csv', 'третий.csv']) {
      await runImport(clara, { fileName, text: file, mapping });
      world.pass(1000);
    }
    const first = await listImports(clara, { limit: 2 });
    const second = await listImports(clara, { limit: 2, after: first.next! });
    expect([...first.rows, ...second.rows].map((row) => row.fileName)).toEqual([
      'третий.csv',
      'второй.csv',
      'первый.csv',
    ]);
    expect(second.next).toBeNull();
  });

  test('imported again changes nothing more', async () => {
    const { clara } = await start(dialect);
    await runImport(clara, { fileName: 'база.csv', text: file, mapping });
    const preview = await previewImport(clara, { text: file, mapping });
    expect(preview.counts).toMatchObject({ create: 1, same: 1 });
    const done = await runImport(clara, {
      fileName: 'база.csv',
      text: file.split('\r\n').slice(0, 2).join('\n'),
      mapping,
    });
    expect(done).toMatchObject({ createdCount: 0, updatedCount: 0, errors: [] });
  });

  test('completes the card of a known contract, and of a known phone with the same name', async () => {
    const { world, company, clara } = await start(dialect);
    await makeTestCard(world, company, { name: 'ООО «Ромашка»', contracts: ['2026/118'] });
    await makeTestCard(world, company, { name: 'ИП Петров', phones: phones('+79130001122') });
    await makeTestCard(world, company, { name: 'Сосед', phones: phones('+79130009999') });
    const text = [
      'Название,Договор,Телефон,Город',
      'Ромашка,2026/118,8 3842 58-12-34,Кемерово',
      'ип петров,,8 913 000-11-22,Томск',
      'Другой,,8 913 000-99-99,Омск',
    ].join('\n');
    const preview = await previewImport(clara, { text });
    expect(preview.rows.map((row) => row.result)).toEqual(['complete', 'complete', 'create']);
    expect(preview.rows[2]!.problems).toEqual([{ field: 'phone', problem: 'phoneKnown' }]);
    await runImport(clara, {
      fileName: 'a.csv',
      text,
      mapping: { 0: 'name', 1: 'contract', 2: 'phone', 3: 'city' },
    });
    const { cards } = await searchCounterparties(clara, { query: '2026/118' });
    expect(cards).toMatchObject([
      { name: 'ООО «Ромашка»', city: 'Кемерово', phones: [{ e164: '+73842581234' }] },
    ]);
  });

  test('sent again with its key is carried out once', async () => {
    const { world, company } = await start(dialect);
    const send = () =>
      runImport(world.as(company.as('clara'), { key: 'k', bodyHash: 'h' }), {
        fileName: 'a.csv',
        text: file,
        mapping,
      });
    await send();
    await expect(send()).rejects.toBeInstanceOf(RepeatedRequest);
  });

  const people = (count: number) =>
    ['Наименование', ...Array.from({ length: count }, (_, index) => `ИП Петров ${index}`)].join('\n');

  test('that was cut off shows what it did, and goes on when it is sent again: no card is made twice', async () => {
    const { world, company, clara } = await start(dialect);
    const context = world.as(company.as('clara'), { key: 'k', bodyHash: 'h' });
    let parts = 0;
    const cutOff: Context = {
      ...context,
      part: (act) => (++parts > 3 ? Promise.reject(new Error('the process died here')) : context.part(act)),
    };
    const input = { fileName: 'a.csv', text: people(250), mapping: { 0: 'name' } as const };
    await expect(runImport(cutOff, input)).rejects.toThrow('died');
    expect((await listImports(clara, { limit: 20 })).rows).toMatchObject([{ createdCount: 200 }]);
    expect(await runImport(context, input)).toMatchObject({ createdCount: 250, updatedCount: 0 });
    expect((await listImports(clara, { limit: 20 })).rows).toMatchObject([{ createdCount: 250 }]);
    expect(await world.store.read.q.select().from(world.store.read.t.counterparties)).toHaveLength(250);
    await expect(runImport(context, input)).rejects.toBeInstanceOf(RepeatedRequest);
  });

  test('lets others write meanwhile', async () => {
    const { world, clara } = await start(dialect);
    const done: string[] = [];
    const input = { fileName: 'a.csv', text: people(300), mapping: { 0: 'name' } as const };
    const running = runImport(clara, input).then(() => done.push('import'));
    await vi.waitUntil(async () => (await listImports(clara, { limit: 20 })).rows.length > 0, {
      interval: 1,
    });
    await world.store.tx((db) => nextNumber(db, 'appeal')).then(() => done.push('call'));
    await running;
    expect(done).toEqual(['call', 'import']);
  });

  test('is for the head of the client department, management and the administrator', async () => {
    const { world, company } = await start(dialect);
    const asking = (name: 'anna' | 'pavel' | 'alla') =>
      previewImport(world.as(company.as(name)), { text: file });
    await expect(asking('anna')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(asking('pavel')).rejects.toMatchObject({ code: 'forbidden' });
    expect((await asking('alla')).rowCount).toBe(4);
  });

  test('of an empty or endless file is refused', async () => {
    const { clara } = await start(dialect);
    await expect(previewImport(clara, { text: 'Наименование' })).rejects.toMatchObject({ code: 'invalid' });
    const endless = `Наименование\n${'ИП Петров\n'.repeat(5001)}`;
    await expect(previewImport(clara, { text: endless })).rejects.toMatchObject({
      fields: { text: 'import.errors.tooManyRows' },
    });
  });
});

async function start(dialect: (typeof dialects)[number]) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world);
  return { world, company, clara: world.as(company.as('clara')) };
}
