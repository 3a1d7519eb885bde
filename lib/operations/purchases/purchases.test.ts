import { describe, expect, test } from 'vitest';
import { insertProject } from '@/db/projects';
import { dialects, openTestStore } from '@/db/testing';
import { purchaseInputSchema } from '@/lib/domain/purchases/purchases.contract';
import { getCounterparty } from '@/lib/operations/counterparties/get-counterparty';
import { listCardChanges } from '@/lib/operations/counterparties/list-card-changes';
import { listTimeline } from '@/lib/operations/counterparties/list-timeline';
import { makeTestCard } from '@/lib/operations/counterparties/testing-cards';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { listPurchases } from './list-purchases';
import { recordPurchase } from './record-purchase';
import { removePurchase } from './remove-purchase';
import { restorePurchase } from './restore-purchase';
import { updatePurchase } from './update-purchase';

const box = purchaseInputSchema.parse({
  projectId: 'archimed',
  contractNumber: '2026/118',
  sumKopecks: 12_500_000,
  boughtOn: '2026-10-20',
});

describe.each(dialects)('a purchase on %s', (dialect) => {
  test('makes a prospect a client, with the product, and stands in the timeline on its day', async () => {
    const { anna, counterpartyId } = await start(dialect);
    await recordPurchase(anna, { counterpartyId, ...box });
    const page = await getCounterparty(anna, { counterpartyId });
    expect(page.card).toMatchObject({ status: 'client', products: [{ name: 'ArchiMed+' }], version: 2 });
    expect(page.purchases).toMatchObject([
      { sumKopecks: 12_500_000, contractNumber: '2026/118', paidOn: null },
    ]);
    const { rows } = await listTimeline(anna, { counterpartyId, show: 'all', appeals: 'all', limit: 50 });
    expect(rows.map(({ kind, at }) => [kind, new Date(at).toISOString().slice(0, 10)])).toEqual([
      ['change', '2026-11-01'],
      ['purchase', '2026-10-20'],
    ]);
  });

  test('recorded by mistake is taken back and the client is a prospect again, until it is brought back', async () => {
    const { anna, counterpartyId } = await start(dialect);
    const status = async () => (await getCounterparty(anna, { counterpartyId })).card.status;
    const { purchaseId } = await recordPurchase(anna, { counterpartyId, ...box });
    await removePurchase(anna, { purchaseId });
    expect(await status()).toBe('prospect');
    expect((await listPurchases(anna, { counterpartyId, limit: 9 })).rows).toEqual([]);
    await restorePurchase(anna, { purchaseId });
    expect(await status()).toBe('client');
    await recordPurchase(anna, { counterpartyId, ...box, boughtOn: '2026-10-21' });
    await removePurchase(anna, { purchaseId });
    expect(await status()).toBe('client');
  });

  test('changed keeps what stood there before in the history of the card', async () => {
    const { anna, counterpartyId } = await start(dialect);
    const { purchaseId } = await recordPurchase(anna, { counterpartyId, ...box });
    const paid = { ...box, paidOn: '2026-10-25' };
    expect(await updatePurchase(anna, { purchaseId, version: 1, ...paid })).toEqual({ version: 2 });
    const late = updatePurchase(anna, { purchaseId, version: 1, ...box });
    await expect(late).rejects.toMatchObject({ code: 'conflict' });
    const { rows } = await listCardChanges(anna, { counterpartyId, field: 'purchases', limit: 9 });
    expect(rows.map(({ fields }) => fields.purchases)).toEqual([
      {
        from: '2026-10-20, ArchiMed+, 125000 ₽, № 2026/118',
        to: '2026-10-20, ArchiMed+, 125000 ₽, № 2026/118, ✓ 2026-10-25',
      },
    ]);
  });

  test('of a day yet to come is refused at its field, and support records none', async () => {
    const { world, company, anna, counterpartyId } = await start(dialect);
    const early = recordPurchase(anna, {
      counterpartyId,
      ...box,
      boughtOn: '2026-11-02',
      paidOn: '2026-11-03',
    });
    await expect(early).rejects.toMatchObject({ fields: { boughtOn: 'inFuture', paidOn: 'inFuture' } });
    const unknown = recordPurchase(anna, { counterpartyId, ...box, projectId: 'никакой' });
    await expect(unknown).rejects.toMatchObject({ fields: { projectId: 'notAChoice' } });
    const pavel = recordPurchase(world.as(company.as('pavel')), { counterpartyId, ...box });
    await expect(pavel).rejects.toMatchObject({ code: 'notFound' });
    expect((await getCounterparty(anna, { counterpartyId })).card.status).toBe('prospect');
  });
});

test('a purchase of nothing is refused at the sum', () => {
  const said = (sumKopecks: unknown) =>
    purchaseInputSchema.safeParse({ ...box, sumKopecks }).error?.issues.map(({ message }) => message);
  expect([said(0), said(null)]).toEqual([['sumIsZero'], ['notASum']]);
  expect(purchaseInputSchema.safeParse({ ...box, boughtOn: '2026-02-30' }).error?.issues[0]?.message).toBe(
    'notADay',
  );
});

async function start(dialect: (typeof dialects)[number]) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world);
  const row = { name: 'ArchiMed+', sortKey: 'archimed', createdAt: 0, disabledAt: null };
  await world.store.tx((db) => insertProject(db, { id: 'archimed', ...row }));
  const counterpartyId = await makeTestCard(world, company, { name: 'ООО «Ромашка»' });
  return { world, company, anna: world.as(company.as('anna')), counterpartyId };
}
