import { describe, expect, test } from 'vitest';
import { insertProject } from '@/db/projects';
import { dialects, openTestStore } from '@/db/testing';
import { cardEditSchema } from '@/lib/domain/counterparties/card-edit';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { createCounterparty } from './create-counterparty';
import { findCaller } from './find-caller';
import { getCounterparty } from './get-counterparty';
import { listCardChanges } from './list-card-changes';
import { searchCounterparties } from './search-counterparties';
import { type CounterpartyUpdate, updateCounterparty } from './update-counterparty';

const olga = {
  name: 'Ольга Иванова',
  role: 'бухгалтер',
  phone: '8 913 000-11-22',
  phoneExtension: '',
  email: 'olga@romashka.example',
  birthday: '--03-05',
};

describe.each(dialects)('the requisites and people of a card on %s', (dialect) => {
  test('are kept as told, and each of them leads to the card', async () => {
    const { anna, counterpartyId } = await start(dialect);
    const { card } = await getCounterparty(anna, { counterpartyId });
    expect(card).toMatchObject({
      inn: '7707083893',
      kpp: '773601001',
      priceType: 'Оптовая',
      phones: [],
      emails: ['Info@Romashka.example'],
      contacts: [{ name: 'Ольга Иванова', phone: { e164: '+79130001122' }, birthday: '--03-05' }],
      products: [{ name: 'ArchiMed+' }],
    });
    const searches = { '7707 083893': 'inn', 'info@ROM': 'email', 'olga@': 'email', '000-11-22': 'phone' };
    for (const [query, foundBy] of Object.entries(searches)) {
      expect((await searchCounterparties(anna, { query })).cards, query).toMatchObject([{ foundBy }]);
    }
    const { candidates } = await findCaller(anna, { phone: '+79130001122' });
    expect(candidates.map((candidate) => candidate.card.id)).toEqual([counterpartyId]);
  });

  test('have a history of their own, each: who, when, and what was there', async () => {
    const { world, company, anna, counterpartyId } = await start(dialect);
    const update = (change: Partial<CounterpartyUpdate>, version: number) =>
      updateCounterparty(anna, { counterpartyId, version, ...change });
    await update({ inn: '500100732259', kpp: '' }, 1);
    world.pass(60_000);
    await updateCounterparty(world.as(company.as('boris')), { counterpartyId, version: 2, inn: '' });
    await update({ contacts: [{ ...olga, role: 'директор' }] }, 3);
    const historyOf = async (field: string) => {
      const { rows } = await listCardChanges(anna, { counterpartyId, field, limit: 50 });
      return rows.map(({ employeeName, fields }) => [employeeName, fields[field]]);
    };
    expect(await historyOf('inn')).toEqual([
      ['Белов\u00A0Б.', { from: '500100732259', to: '' }],
      ['Сидорова\u00A0А.', { from: '7707083893', to: '500100732259' }],
    ]);
    expect(await historyOf('contacts')).toMatchObject([
      [
        'Сидорова\u00A0А.',
        {
          from: ['Ольга Иванова, бухгалтер, 8 913 000-11-22, olga@romashka.example, 05.03'],
          to: ['Ольга Иванова, директор, 8 913 000-11-22, olga@romashka.example, 05.03'],
        },
      ],
    ]);
    expect(await historyOf('name')).toEqual([]);
    const first = await listCardChanges(anna, { counterpartyId, limit: 2 });
    const rest = await listCardChanges(anna, { counterpartyId, limit: 2, after: first.next! });
    expect([first.rows.length, rest.rows.length, rest.next]).toEqual([2, 1, null]);
    const foreign = listCardChanges(world.as(company.as('pavel')), { counterpartyId, limit: 2 });
    await expect(foreign).rejects.toMatchObject({ code: 'notFound' });
  });

  test('with a birthday yet to come or a product nobody sells are refused at the field', async () => {
    const { anna, counterpartyId } = await start(dialect);
    const born = updateCounterparty(anna, {
      counterpartyId,
      version: 1,
      contacts: [olga, { ...olga, birthday: '2027-01-01' }],
    });
    await expect(born).rejects.toMatchObject({ fields: { 'contacts.1.birthday': 'inFuture' } });
    const sold = updateCounterparty(anna, { counterpartyId, version: 1, products: ['archimed', 'никакой'] });
    await expect(sold).rejects.toMatchObject({ fields: { 'products.1': 'notAChoice' } });
    expect((await getCounterparty(anna, { counterpartyId })).card.version).toBe(1);
  });
});

test('a wrong INN is kept as given, a wrong address or birthday is not', () => {
  expect(cardEditSchema.parse({ inn: ' 77 07 ', kpp: '7736ab001' })).toEqual({
    inn: '7707',
    kpp: '7736AB001',
  });
  const wrong = cardEditSchema.safeParse({
    emails: ['почта'],
    contacts: [{ name: 'Ольга', email: 'olga', birthday: '31.02' }],
  });
  expect(wrong.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
    ['emails.0', 'notAnEmail'],
    ['contacts.0.email', 'notAnEmail'],
    ['contacts.0.birthday', 'notABirthday'],
  ]);
});

async function start(dialect: (typeof dialects)[number]) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world);
  await world.store.tx((db) =>
    insertProject(db, {
      id: 'archimed',
      name: 'ArchiMed+',
      sortKey: 'archimed',
      createdAt: 0,
      disabledAt: null,
    }),
  );
  const anna = world.as(company.as('anna'));
  const { counterpartyId } = await createCounterparty(anna, {
    name: 'ООО «Ромашка»',
    inn: '7707083893',
    kpp: '773601001',
    priceType: 'Оптовая',
    emails: ['Info@Romashka.example'],
    contacts: [olga],
    products: ['archimed'],
  });
  return { world, company, anna, counterpartyId };
}
