import { describe, expect, test } from 'vitest';
import { insertProject } from '@/db/projects';
import { dialects, openTestStore } from '@/db/testing';
import { minuteMs } from '@/lib/domain/duration';
import { exportList } from '@/lib/operations/exports/export-list';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { createCounterparty } from './create-counterparty';
import { getCounterparty } from './get-counterparty';
import { listCategories } from './list-categories';
import { listCounterparties } from './list-counterparties';
import { mergeCounterparties } from './merge-counterparties';
import { searchCounterparties } from './search-counterparties';
import { makeTestCard } from './testing-cards';
import { undoMerge } from './undo-merge';
import { updateCounterparty } from './update-counterparty';

describe.each(dialects)('the list of cards on %s', (dialect) => {
  test('is narrowed to a city and to whose clients they are', async () => {
    const { names } = await start(dialect);
    expect(await names({})).toEqual(['Василёк', 'Ландыш', 'Ромашка']);
    expect(await names({ city: 'Кемерово' })).toEqual(['Василёк', 'Ромашка']);
    expect(await names({ city: 'Кемерово', status: 'client' })).toEqual(['Ромашка']);
    expect(await names({ employeeId: 'anna' })).toEqual(['Ромашка']);
    expect(await names({ employeeId: 'anna', city: 'Томск' })).toEqual([]);
  });

  test('is sorted by the last change of a card, from either end and page by page', async () => {
    const { clara, names, cards } = await start(dialect);
    expect(await names({ order: 'earliestChange' })).toEqual(['Ромашка', 'Василёк', 'Ландыш']);
    const { version } = (await getCounterparty(clara, { counterpartyId: cards[0]! })).card;
    await updateCounterparty(clara, { counterpartyId: cards[0]!, version, note: 'позвонить' });
    expect(await names({ order: 'latestChange' })).toEqual(['Ромашка', 'Ландыш', 'Василёк']);
    const first = await listCounterparties(clara, { order: 'latestChange', limit: 2 });
    const second = await listCounterparties(clara, { order: 'latestChange', limit: 2, after: first.next! });
    expect(second).toMatchObject({ rows: [{ name: 'Василёк' }], next: null });
  });

  test('is narrowed to a category, and says which there are', async () => {
    const { clara, names, cards } = await start(dialect);
    await edit(clara, cards[1]!, { category: 'Клиника' });
    expect(await names({ category: 'Клиника' })).toEqual(['Василёк']);
    expect(await names({ category: 'Клиника', city: 'Томск' })).toEqual([]);
    const { categories } = await listCategories(clara);
    expect(categories).toEqual(['Клиника', expect.any(String)].sort());
  });

  test('is narrowed to those who have a product, in either order, however their cards change and merge', async () => {
    const { world, clara, names, cards } = await start(dialect);
    const projectId = 'archimed';
    const [first, second, third] = cards as [string, string, string];
    expect(await names({ projectId })).toEqual([]);
    for (const id of [first, third]) await edit(clara, id, { products: [projectId] });
    expect(await names({ projectId })).toEqual(['Ландыш', 'Ромашка']);
    expect(await names({ projectId, order: 'latestChange' })).toEqual(['Ландыш', 'Ромашка']);
    expect(await names({ projectId, city: 'Кемерово' })).toEqual(['Ромашка']);
    const page = await listCounterparties(clara, { projectId, limit: 1 });
    expect(await listCounterparties(clara, { projectId, limit: 1, after: page.next! })).toMatchObject({
      rows: [{ name: 'Ромашка' }],
      next: null,
    });
    world.pass(minuteMs);
    await edit(clara, first, { name: 'Астра' });
    expect(await names({ projectId })).toEqual(['Астра', 'Ландыш']);
    expect(await names({ projectId, order: 'latestChange' })).toEqual(['Астра', 'Ландыш']);

    const versionOf = async (counterpartyId: string) =>
      (await getCounterparty(clara, { counterpartyId })).card.version;
    const { mergeId } = await mergeCounterparties(clara, {
      ...{ counterpartyId: second, otherId: first, take: {} },
      ...{ version: await versionOf(second), otherVersion: await versionOf(first) },
    });
    expect(await names({ projectId })).toEqual(['Василёк', 'Ландыш']);
    world.pass(minuteMs);
    await edit(clara, second, { note: 'звонили' });
    expect(await names({ projectId, order: 'latestChange' })).toEqual(['Василёк', 'Ландыш']);
    await undoMerge(clara, { mergeId });
    expect(await names({ projectId })).toEqual(['Астра', 'Ландыш']);
  });

  test('is searched among those who have a product and a category', async () => {
    const { clara, cards } = await start(dialect);
    await edit(clara, cards[0]!, { products: ['archimed'], category: 'Клиника' });
    const found = async (asked: Omit<Parameters<typeof searchCounterparties>[1], 'query'>) =>
      (await searchCounterparties(clara, { query: 'ромашка', ...asked })).cards.length;
    expect(await found({ projectId: 'archimed', category: 'Клиника' })).toBe(1);
    expect(await found({ projectId: 'other' })).toBe(0);
    expect(await found({ category: 'Аптека' })).toBe(0);
  });

  test('keeps what it is narrowed by when it is searched', async () => {
    const { clara } = await start(dialect);
    const found = async (asked: Omit<Parameters<typeof searchCounterparties>[1], 'query'>) =>
      (await searchCounterparties(clara, { query: 'цветы', ...asked })).cards.map(({ name }) => name).sort();
    await makeAll(clara, ['Цветы Оптом', 'Цветы Сибири']);
    expect(await found({})).toEqual(['Цветы Оптом', 'Цветы Сибири']);
    expect(await found({ status: 'client' })).toEqual([]);
    expect(await found({ status: 'prospect' })).toEqual(['Цветы Оптом', 'Цветы Сибири']);
    expect(await found({ city: 'Кемерово' })).toEqual([]);
  });

  test('taken along holds what else the cards hold, in the order on screen', async () => {
    const { clara, cards } = await start(dialect);
    const { version } = (await getCounterparty(clara, { counterpartyId: cards[0]! })).card;
    await updateCounterparty(clara, {
      counterpartyId: cards[0]!,
      version,
      ...{ inn: '4205001234', kpp: '420501001', priceType: 'Розничная' },
      ...{ emails: ['office@example.com'], products: ['archimed'] },
    });
    const { rows } = await exportList(clara, {
      ...{ list: 'counterparties', language: 'ru', order: 'latestChange', city: 'Кемерово' },
    });
    const part = (await rows.next()).value;
    expect(part).toMatchObject({
      rows: [
        {
          name: 'Ромашка',
          ...{ kpp: '420501001', priceType: 'Розничная', products: ['ArchiMed+'] },
          ...{ emails: ['office@example.com'], assignedTo: { id: 'anna' } },
        },
        { name: 'Василёк', products: [], assignedTo: null },
      ],
    });
  });
});

async function edit(
  context: Parameters<typeof listCounterparties>[0],
  counterpartyId: string,
  change: Omit<Parameters<typeof updateCounterparty>[1], 'counterpartyId' | 'version'>,
) {
  const { version } = (await getCounterparty(context, { counterpartyId })).card;
  await updateCounterparty(context, { counterpartyId, version, ...change });
}

async function makeAll(context: Parameters<typeof listCounterparties>[0], names: readonly string[]) {
  for (const name of names) await createCounterparty(context, { name });
}

async function start(dialect: (typeof dialects)[number]) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world);
  const clara = world.as(company.as('clara'));
  const project = { name: 'ArchiMed+', sortKey: 'archimed', createdAt: 0, disabledAt: null };
  await world.store.tx((db) => insertProject(db, { id: 'archimed', ...project }));
  const cards: string[] = [];
  for (const card of [
    { name: 'Ромашка', city: 'Кемерово', status: 'client', assignedTo: 'anna' },
    { name: 'Василёк', city: 'Кемерово' },
    { name: 'Ландыш', city: 'Томск' },
  ] as const) {
    cards.push(await makeTestCard(world, company, card));
    world.pass(minuteMs);
  }
  const names = async (asked: Omit<Parameters<typeof listCounterparties>[1], 'limit'>) =>
    (await listCounterparties(clara, { ...asked, limit: 9 })).rows.map(({ name }) => name);
  return { world, clara, names, cards };
}
