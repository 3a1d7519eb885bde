import { describe, expect, test } from 'vitest';
import { dialects, openTestStore } from '@/db/testing';
import type { CardEdit } from '@/lib/domain/counterparties/card-edit';
import { dayMs } from '@/lib/domain/duration';
import { fireDueDeadlines } from '@/lib/operations/deadlines/sweep';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { dismissPair, suspectPair } from './judge-pair';
import { listDuplicates } from './list-duplicates';
import { listSimilar } from './list-similar';
import { planDuplicateSearch } from './search-duplicates';
import { makeTestCard, phones } from './testing-cards';
import { updateCounterparty } from './update-counterparty';

const typed = { name: '', phone: '', city: '', inn: '', email: '' };

describe.each(dialects)('duplicates on %s', (dialect) => {
  test('are offered while a card is typed, by phone, INN, e-mail and name, to who may see them', async () => {
    const { world, company, anna, card } = await start(dialect);
    const romashka = await card({
      name: 'ООО «Ромашка»',
      city: 'Кемерово',
      inn: '7707083893',
      phones: phones('+73842581234'),
      emails: ['info@romashka.example'],
    });
    const found = async (input: Partial<typeof typed>, as = anna) =>
      (await listSimilar(as, { ...typed, ...input })).cards.map(({ id, likeness }) => [id, likeness]);
    expect(await found({ phone: '8 (3842) 58-12-34' })).toEqual([[romashka, ['phone']]]);
    expect(await found({ inn: '7707 083893', email: 'INFO@romashka.example' })).toEqual([
      [romashka, ['inn', 'email']],
    ]);
    expect(await found({ name: 'ромашка' })).toEqual([[romashka, ['name']]]);
    expect(await found({ name: 'Ромажка', city: 'Кемерово' })).toEqual([[romashka, ['name']]]);
    expect(await found({ name: 'Ромашка', city: 'Томск' })).toEqual([]);
    expect(await found({ name: 'Василёк' })).toEqual([]);
    expect(await found({ name: 'Ромашка' }, world.as(company.as('pavel')))).toEqual([]);
  });

  test('are found by a misspelt name among many that begin like it, also when its beginning is misspelt', async () => {
    const { anna, card } = await start(dialect);
    const romashka = await card({ name: 'ООО «Ромашка»' });
    for (let count = 0; count < 61; count += 1) await card({ name: `Романтика ${count}` });
    const found = async (name: string) => {
      const { cards } = await listSimilar(anna, { ...typed, name });
      return cards.map(({ id }) => id);
    };
    expect(await found('Ромажка')).toEqual([romashka]);
    expect(await found('Рамашка')).toEqual([romashka]);
    expect(await found('Ремешки')).toEqual([]);
  });

  test('are looked for each night among the cards changed since, and what was said of a pair stays', async () => {
    const { world, company, anna, card, night } = await start(dialect);
    await planDuplicateSearch(world.as(null));
    await planDuplicateSearch(world.as(null));
    const one = await card({ name: 'ООО «Ромашка»', inn: '7707083893' });
    await card({ name: 'Ромашка, ООО' });
    await card({ name: 'ИП Лютиков', inn: '7707083893' });
    expect(await pairs(anna)).toEqual([]);
    await night();
    expect(await pairs(anna)).toEqual([
      ['inn', 'ИП Лютиков', 'ООО «Ромашка»'],
      ['name', 'ООО «Ромашка»', 'Ромашка, ООО'],
    ]);
    const { rows } = await listDuplicates(anna, { limit: 9 });
    const lyutikov = rows.find(({ likeness }) => likeness.includes('inn'))!;
    await dismissPair(anna, { pairId: lyutikov.id });
    await updateCounterparty(anna, { counterpartyId: one, version: 1, note: 'перепроверена' });
    await night();
    expect((await pairs(anna)).map(([likeness]) => likeness)).toEqual(['name']);
    await suspectPair(anna, { pairId: lyutikov.id });
    expect(await pairs(anna)).toHaveLength(2);
    for (const name of ['pavel', 'alla'] as const) {
      const foreign = listDuplicates(world.as(company.as(name)), { limit: 9 });
      await expect(foreign, name).rejects.toMatchObject({ code: 'forbidden' });
    }
  });

  test('of many cards are looked for in parts, with time for others in between', async () => {
    const { world, anna, card } = await start(dialect);
    for (let index = 0; index < 60; index += 1) await card({ name: `Склад ${index}` });
    await card({ name: 'Склад 7' });
    await planDuplicateSearch(world.as(null));
    world.pass(dayMs);
    expect(await fireDueDeadlines(world.as(null))).toBe(1);
    expect(await fireDueDeadlines(world.as(null))).toBe(0);
    world.pass(2000);
    expect(await fireDueDeadlines(world.as(null))).toBe(1);
    expect(await pairs(anna)).toEqual([['name', 'Склад 7', 'Склад 7']]);
    world.pass(3_600_000);
    expect(await fireDueDeadlines(world.as(null))).toBe(0);
  });
});

const pairs = async (as: Parameters<typeof listDuplicates>[0]) => {
  const { rows } = await listDuplicates(as, { limit: 50 });
  return rows.map(({ likeness, cards }) => [likeness.join(), ...cards.map(({ name }) => name).sort()]).sort();
};

async function start(dialect: (typeof dialects)[number]) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world);
  return {
    world,
    company,
    anna: world.as(company.as('anna')),
    card: (edit: CardEdit & { name: string }) => makeTestCard(world, company, edit),
    night: async () => {
      world.pass(dayMs);
      await fireDueDeadlines(world.as(null));
    },
  };
}
