import { describe, expect, test } from 'vitest';
import { dialects, openTestStore } from '@/db/testing';
import { getAppeal } from '@/lib/operations/appeals/get-appeal';
import { listAppeals } from '@/lib/operations/appeals/list-appeals';
import { listReactions } from '@/lib/operations/reactions/list-reactions';
import { commercialRecords, writeTestRecords } from '@/lib/operations/reactions/testing-records';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { findCaller } from './find-caller';
import { getCounterparty } from './get-counterparty';
import { listCounterparties } from './list-counterparties';
import { searchCounterparties } from './search-counterparties';

describe.each(dialects)('whoever has cards, appeals and reactions of their own (CS-10) on %s', (dialect) => {
  test('lists them and nothing of others', async () => {
    const { stepan, own } = await start(dialect);
    const page = { limit: 9 };
    expect((await listCounterparties(stepan, page)).rows.map(({ id }) => id)).toEqual([own.counterpartyId]);
    const appeals = await listAppeals(stepan, { state: 'all', ...page });
    expect(appeals.rows.map(({ id }) => id)).toEqual([own.appealId]);
    const reactions = await listReactions(stepan, { scope: 'all', ...page });
    expect(reactions.rows.map(({ id }) => id)).toEqual([own.reactionId]);
  });

  test('finds no card of others', async () => {
    const { stepan } = await start(dialect);
    for (const query of ['василёк', 'ромашка', '8 (3842) 58-12-34']) {
      const found = await searchCounterparties(stepan, { query });
      const names = found.cards.map(({ name }) => name);
      expect(names).toEqual(query === 'ромашка' ? [] : ['ООО «Василёк»']);
    }
    const caller = await findCaller(stepan, { phone: '+73842581234' });
    expect(caller.candidates.map(({ card }) => card.name)).toEqual(['ООО «Василёк»']);
  });

  test('opens no card and no appeal of others', async () => {
    const { stepan, own, foreign } = await start(dialect);
    expect((await getCounterparty(stepan, own)).card.name).toBe('ООО «Василёк»');
    expect((await getAppeal(stepan, own)).appeal.id).toBe(own.appealId);
    await expect(getCounterparty(stepan, foreign)).rejects.toMatchObject({ code: 'notFound' });
    await expect(getAppeal(stepan, foreign)).rejects.toMatchObject({ code: 'notFound' });
  });
});

/** The same act twice: a client manager's for sales, and a support specialist's for themselves. */
async function start(dialect: (typeof dialects)[number]) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world);
  const foreign = await writeTestRecords(world, company.as('anna'));
  const { counterparty: card } = commercialRecords;
  const own = await writeTestRecords(world, company.as('stepan'), {
    callId: null,
    plan: {
      ...commercialRecords,
      counterparty: { ...card, fields: { ...card.fields, name: 'ООО «Василёк»' } },
      nextReactions: [{ responsible: { kind: 'employee', employeeId: 'stepan' }, dueSetting: 'minute' }],
    },
  });
  return { stepan: world.as(company.as('stepan')), own, foreign };
}
