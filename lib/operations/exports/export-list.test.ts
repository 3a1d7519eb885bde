import { describe, expect, test } from 'vitest';
import { insertCounterparties } from '@/db/counterparties';
import { getLead, insertLead } from '@/db/leads';
import { getNextReaction, insertNextReactions } from '@/db/next-reactions';
import type { Dialect } from '@/db/store';
import { dialects, openTestStore } from '@/db/testing';
import type { CardSummary } from '@/lib/domain/counterparties/card-views';
import type { ExportedList } from '@/lib/domain/exports/exported-list';
import { listAccessLog } from '@/lib/operations/access-log/list-access-log';
import { makeTestCard, phones } from '@/lib/operations/counterparties/testing-cards';
import { writeTestRecords } from '@/lib/operations/reactions/testing-records';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { type ExportedRows, exportList } from './export-list';

describe.each(dialects)('a list taken along as a file on %s', (dialect) => {
  test('holds every row of the list, page by page, narrowed as on screen', async () => {
    const { anna, cards } = await start(dialect, 205);
    const taken = await exportList(anna, { list: 'counterparties', language: 'ru' });
    expect((await allOf(taken.rows)).map(({ name }) => name)).toEqual(cards);
    const clients = await exportList(anna, { list: 'counterparties', language: 'ru', status: 'client' });
    expect(await allOf(clients.rows)).toEqual([]);
    const found = await exportList(anna, { list: 'counterparties', language: 'ru', query: 'Карточка 007' });
    expect((await allOf(found.rows)).map(({ name }) => name)).toEqual(['Карточка 007']);
    const many = await exportList(anna, { list: 'counterparties', language: 'ru', query: 'Карточка' });
    expect((await allOf(many.rows)).map(({ name }) => name).sort()).toEqual(cards);
  });

  test('that has no pages says so when there is more of it than the file takes', async () => {
    const { world, company, anna } = await start(dialect, 1);
    const pavel = world.as(company.as('pavel'));
    const leadId = (await writeTestRecords(world, company.as('anna'))).leadId!;
    const takeLeads = async () => (await exportList(pavel, { list: 'leads', language: 'ru' })).rows.next();
    expect(await takeLeads()).toMatchObject({ value: { rows: { length: 1 }, isCut: false } });
    await world.store.tx(async (db) => {
      const card = (await db.q.select().from(db.t.counterparties)).find(
        ({ name }) => name === 'Карточка 000',
      )!;
      const copies = Array.from({ length: 1000 }, () => world.newId());
      await insertCounterparties(
        db,
        copies.map((id) => ({ ...card, id })),
      );
      const lead = (await getLead(db, leadId))!;
      const next = (await getNextReaction(db, lead.nextReactionId))!;
      for (const id of copies) {
        await insertNextReactions(db, [{ ...next, id }]);
        await insertLead(db, { ...lead, id, nextReactionId: id });
      }
    });
    const search = { list: 'counterparties', language: 'ru', query: 'Карточка' } as const;
    const found = await exportList(anna, search);
    expect(await found.rows.next()).toMatchObject({ value: { rows: { length: 1000 }, isCut: true } });
    expect(await found.rows.next()).toMatchObject({ done: true });
    expect(await takeLeads()).toMatchObject({ value: { rows: { length: 1000 }, isCut: true } });
  });

  test('goes on record once, with who took it, by what it was narrowed and how many rows (CS-10)', async () => {
    const { anna, log } = await start(dialect, 205);
    const take = async (list: ExportedList, filters = {}) =>
      allOf((await exportList(anna, { list, language: 'ru', ...filters })).rows);
    await take('counterparties');
    await take('counterparties', { status: 'prospect' });
    await take('counterparties', { status: 'prospect' });
    const narrowed = { kind: 'listFile', subjectId: 'counterparties', filters: ['status'], rowCount: 205 };
    const whole = { ...narrowed, filters: [], isLaterPage: false, employee: { id: 'anna' } };
    const rows = await log();
    expect(rows).toHaveLength(3);
    expect(rows).toEqual(
      expect.arrayContaining(
        [narrowed, narrowed, whole].map((row) =>
          expect.objectContaining(
            'employee' in row ? { ...row, employee: expect.objectContaining(row.employee) } : row,
          ),
        ),
      ),
    );
  });

  test('is on record with as many rows as were handed out when whoever takes it turns away', async () => {
    const { anna, log } = await start(dialect, 205);
    const { rows } = await exportList(anna, { list: 'counterparties', language: 'ru' });
    await rows.next();
    await rows.return();
    expect(await log()).toMatchObject([{ kind: 'listFile', rowCount: 200 }]);
  });

  test('of too many rows is cut, and says so', async () => {
    const { anna, log } = await start(dialect, 7);
    const taken = await exportList(anna, { list: 'counterparties', language: 'ru' }, 5);
    expect(await taken.rows.next()).toMatchObject({ value: { rows: { length: 5 }, isCut: true } });
    expect(await taken.rows.next()).toMatchObject({ done: true });
    expect(await log()).toMatchObject([{ rowCount: 5 }]);
    const whole = await exportList(anna, { list: 'counterparties', language: 'ru' }, 7);
    expect(await whole.rows.next()).toMatchObject({ value: { isCut: false } });
  });

  test('is refused to whoever may not see the list, and with a filter that the list does not have', async () => {
    const { anna, log } = await start(dialect, 1);
    const asking = (filters: { list: ExportedList; [filter: string]: unknown }) => exportList(anna, filters);
    await expect(asking({ list: 'access-log' })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(asking({ list: 'counterparties', state: 'open' })).rejects.toMatchObject({
      code: 'invalid',
      fields: { state: 'invalid' },
    });
    await expect(asking({ list: 'counterparties', status: 'best' })).rejects.toMatchObject({
      code: 'invalid',
    });
    await expect(asking({ list: 'purchases' })).rejects.toMatchObject({
      fields: { counterpartyId: expect.any(String) },
    });
    expect(await log()).toEqual([]);
  });
});

async function allOf(rows: ExportedRows): Promise<CardSummary[]> {
  const all: CardSummary[] = [];
  for await (const part of rows) all.push(...(part.rows as CardSummary[]));
  return all;
}

async function start(dialect: Dialect, count: number) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world);
  const cards = Array.from({ length: count }, (_, at) => `Карточка ${String(at).padStart(3, '0')}`);
  for (const name of cards) await makeTestCard(world, company, { name, phones: phones('+79130001122') });
  const log = async () => {
    await world.accessLog.flush();
    return (await listAccessLog(world.as(company.as('gleb')), { limit: 50 })).rows;
  };
  return { world, company, anna: world.as(company.as('anna')), cards, log };
}
