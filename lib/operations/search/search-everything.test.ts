import { describe, expect, test } from 'vitest';
import { dialects, openTestStore } from '@/db/testing';
import { makeTestCard } from '@/lib/operations/counterparties/testing-cards';
import type { TestName } from '@/lib/operations/employees/testing';
import { commercialRecords } from '@/lib/operations/reactions/testing-records';
import { writeRecords } from '@/lib/operations/reactions/write-records';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
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

  test('says that more cards answer than are shown', async () => {
    const { world, company, search } = await start(dialect);
    for (let count = 1; count <= 7; count += 1)
      await makeTestCard(world, company, { name: `Аптека ${count}` });
    expect(await search('anna', 'аптека')).toMatchObject({ cards: { length: 6 }, hasMoreCards: true });
    expect(await search('anna', 'ромаш')).toMatchObject({ hasMoreCards: false });
  });
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
