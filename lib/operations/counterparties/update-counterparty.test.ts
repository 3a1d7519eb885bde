import { describe, expect, test } from 'vitest';
import { updateEmployee } from '@/db/employees';
import { dialects, openTestStore } from '@/db/testing';
import type { TestName } from '@/lib/operations/employees/testing';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { createCounterparty } from './create-counterparty';
import { getCounterparty } from './get-counterparty';
import { listCardChanges } from './list-card-changes';
import { listCounterparties } from './list-counterparties';
import { searchCounterparties } from './search-counterparties';
import { makeTestCard, phones } from './testing-cards';
import { updateCounterparty } from './update-counterparty';

describe.each(dialects)('a counterparty card on %s', (dialect) => {
  test('is changed with history, and found by its new name and contract', async () => {
    const { anna, cardId } = await start(dialect);
    const change = { counterpartyId: cardId, version: 1, name: 'ООО «Василёк»', contracts: ['7/15'] };
    expect(await updateCounterparty(anna, change)).toEqual({ version: 2 });
    const page = await getCounterparty(anna, { counterpartyId: cardId });
    expect(page.card).toMatchObject({ name: 'ООО «Василёк»', contracts: ['7/15'], version: 2 });
    const { rows } = await listCardChanges(anna, { counterpartyId: cardId, limit: 50 });
    expect(rows).toMatchObject([
      {
        employeeName: 'Сидорова\u00A0А.',
        fields: {
          name: { from: 'ООО «Ромашка»', to: 'ООО «Василёк»' },
          contracts: { from: [], to: ['7/15'] },
        },
      },
    ]);
    for (const query of ['василек', '7/15']) {
      expect((await searchCounterparties(anna, { query })).cards).toHaveLength(1);
    }
    expect((await searchCounterparties(anna, { query: 'ромашка' })).cards).toHaveLength(0);
  });

  test('changed meanwhile by somebody else is not overwritten', async () => {
    const { world, company, anna, cardId } = await start(dialect);
    await updateCounterparty(world.as(company.as('boris')), {
      counterpartyId: cardId,
      version: 1,
      city: 'Томск',
    });
    const late = updateCounterparty(anna, { counterpartyId: cardId, version: 1, city: 'Омск' });
    await expect(late).rejects.toMatchObject({ code: 'conflict' });
    expect((await getCounterparty(anna, { counterpartyId: cardId })).card.city).toBe('Томск');
  });

  test('saved again without a change keeps its version and gets no history', async () => {
    const { anna, cardId } = await start(dialect);
    const same = { counterpartyId: cardId, version: 1, name: 'ООО «Ромашка»', phones: phones('58-12-34') };
    expect(await updateCounterparty(anna, same)).toEqual({ version: 1 });
    expect((await listCardChanges(anna, { counterpartyId: cardId, limit: 50 })).rows).toEqual([]);
  });

  test('CS-10: is not there for a sales manager who has nothing to do with it', async () => {
    const { world, company, cardId } = await start(dialect);
    const pavel = world.as(company.as('pavel'));
    await expect(getCounterparty(pavel, { counterpartyId: cardId })).rejects.toMatchObject({
      code: 'notFound',
    });
    const change = updateCounterparty(pavel, { counterpartyId: cardId, version: 1, city: 'Томск' });
    await expect(change).rejects.toMatchObject({ code: 'notFound' });
  });

  test('is seen by who made it, but only those who see every card say that it is a client’s', async () => {
    const { world, company } = await start(dialect);
    const pavel = world.as(company.as('pavel'));
    const { counterpartyId } = await createCounterparty(pavel, { name: 'ИП Новиков' });
    expect((await getCounterparty(pavel, { counterpartyId })).may).toEqual({
      edit: true,
      editStatus: false,
      assign: false,
      handOverFolder: true,
      recordPurchases: true,
    });
    const confirmed = updateCounterparty(pavel, { counterpartyId, version: 1, status: 'client' });
    await expect(confirmed).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('is given to somebody of the client department only by those who assign clients (CO-1)', async () => {
    const { world, company, anna, cardId } = await start(dialect);
    const give = (name: TestName, assignedTo: string | null, version = 1) =>
      updateCounterparty(world.as(company.as(name)), { counterpartyId: cardId, version, assignedTo });
    await expect(give('anna', 'anna')).rejects.toMatchObject({ code: 'forbidden' });
    const mine = createCounterparty(anna, { name: 'ООО «Мак»', status: 'client', assignedTo: 'anna' });
    await expect(mine).rejects.toMatchObject({ code: 'forbidden' });
    await world.store.tx((db) => updateEmployee(db, 'boris', { disabledAt: world.now() }));
    for (const who of ['pavel', 'boris', 'никто']) {
      await expect(give('clara', who), who).rejects.toMatchObject({ fields: { assignedTo: 'notAChoice' } });
    }
    expect(await give('clara', 'anna')).toEqual({ version: 2 });
    await expect(give('anna', null, 2)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await give('anna', 'anna', 2)).toEqual({ version: 2 });
    expect((await getCounterparty(anna, { counterpartyId: cardId })).may.assign).toBe(false);
  });

  test('with a number of another card is shown as its possible duplicate', async () => {
    const { world, company, anna } = await start(dialect);
    const one = await makeTestCard(world, company, { name: 'ИП Петров', phones: phones('8 913 000-11-22') });
    await makeTestCard(world, company, { name: 'Петров и К', phones: phones('+79130001122') });
    const page = await getCounterparty(anna, { counterpartyId: one });
    expect(page.duplicates.map((card) => card.name)).toEqual(['Петров и К']);
  });

  test('stands in a directory in Russian order, page by page', async () => {
    const { world, company, anna } = await start(dialect);
    for (const name of ['ИП Ёлкин', 'Егоров', 'ООО «Жук»', 'Еремин']) {
      await makeTestCard(world, company, { name });
    }
    const first = await listCounterparties(anna, { limit: 3 });
    expect(first.rows.map((card) => card.name)).toEqual(['Егоров', 'Еремин', 'ИП Ёлкин']);
    const rest = await listCounterparties(anna, { limit: 3, after: first.next! });
    expect(rest.rows.map((card) => card.name)).toEqual(['ООО «Жук»', 'ООО «Ромашка»']);
    expect(rest.next).toBeNull();

    const order = 'nameBackwards';
    const last = await listCounterparties(anna, { order, limit: 2 });
    expect(last.rows.map((card) => card.name)).toEqual(['ООО «Ромашка»', 'ООО «Жук»']);
    const before = await listCounterparties(anna, { order, limit: 2, after: last.next! });
    expect(before.rows.map((card) => card.name)).toEqual(['ИП Ёлкин', 'Еремин']);
  });
});

async function start(dialect: (typeof dialects)[number]) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world);
  const cardId = await makeTestCard(world, company, { name: 'ООО «Ромашка»', phones: phones('58-12-34') });
  return { world, company, anna: world.as(company.as('anna')), cardId };
}
