import { describe, expect, test } from 'vitest';
import { dialects, openTestStore } from '@/db/testing';
import { createCardField } from '@/lib/operations/settings/create-card-field';
import { listCardFields } from '@/lib/operations/settings/list-card-fields';
import { updateCardField } from '@/lib/operations/settings/update-card-field';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { getCounterparty } from './get-counterparty';
import { listCardChanges } from './list-card-changes';
import { makeTestCard } from './testing-cards';
import { updateCounterparty } from './update-counterparty';

describe.each(dialects)('a field that an administrator added to the card on %s', (dialect) => {
  test('is filled in with a history of its own, and taken out of use keeps what it held', async () => {
    const { alla, anna, counterpartyId, branch, site } = await start(dialect);
    const fill = (version: number, ownFields: Record<string, string>) =>
      updateCounterparty(anna, { counterpartyId, version, ownFields });
    await fill(1, { [branch]: 'Томск', [site]: 'romashka.example' });
    await fill(2, { [branch]: 'Кемерово' });
    expect(await fill(3, { [branch]: 'Кемерово' })).toEqual({ version: 3 });
    const { rows } = await listCardChanges(anna, { counterpartyId, field: `own_${branch}`, limit: 9 });
    expect(rows.map(({ fields }) => fields[`own_${branch}`])).toEqual([
      { from: 'Томск', to: 'Кемерово' },
      { from: '', to: 'Томск' },
    ]);

    await updateCardField(alla, { cardFieldId: branch, isDisabled: true });
    const values = async () =>
      (await getCounterparty(anna, { counterpartyId })).card.ownFields.map(({ id, value }) => [id, value]);
    expect(await values()).toEqual([
      [branch, 'Кемерово'],
      [site, 'romashka.example'],
    ]);
    await fill(3, { [branch]: '' });
    expect(await values()).toEqual([[site, 'romashka.example']]);
  });

  test('refuses what is not of its kind, and lets by what was a choice once', async () => {
    const { alla, anna, counterpartyId, branch } = await start(dialect);
    await updateCounterparty(anna, { counterpartyId, version: 1, ownFields: { [branch]: 'Томск' } });
    await updateCardField(alla, { cardFieldId: branch, choices: ['Кемерово', 'Омск'] });
    const same = { counterpartyId, version: 2, city: 'Томск', ownFields: { [branch]: 'Томск' } };
    expect(await updateCounterparty(anna, same)).toEqual({ version: 3 });
    const wrong = updateCounterparty(anna, {
      counterpartyId,
      version: 3,
      ownFields: { [branch]: 'Юрга', никакое: 'слово' },
    });
    await expect(wrong).rejects.toMatchObject({
      fields: { [`ownFields.${branch}`]: 'notAChoice', 'ownFields.никакое': 'notAChoice' },
    });
  });

  test('has a name of its own and at least two choices, and stands in its place', async () => {
    const { world, company, alla, branch, site } = await start(dialect);
    const twin = createCardField(alla, { name: 'ФИЛИАЛ', nameEn: '', kind: 'choice', choices: ['один'] });
    await expect(twin).rejects.toMatchObject({
      fields: { name: 'alreadyUsed', choices: 'cardFields.errors.twoChoices' },
    });
    await updateCardField(alla, { cardFieldId: site, position: 1 });
    await updateCardField(alla, { cardFieldId: branch, position: 2 });
    const { rows } = await listCardFields(world.as(company.as('pavel')));
    expect(rows.map(({ id }) => id)).toEqual([site, branch]);
    const gleb = createCardField(world.as(company.as('gleb')), {
      ...{ name: 'Сайт 2', nameEn: '', kind: 'text', choices: [] },
    });
    await expect(gleb).rejects.toMatchObject({ code: 'forbidden' });
  });
});

async function start(dialect: (typeof dialects)[number]) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world);
  const alla = world.as(company.as('alla'));
  const choices = ['Кемерово', 'Томск'];
  const { id: branch } = await createCardField(alla, {
    name: 'Филиал',
    nameEn: 'Branch',
    kind: 'choice',
    choices,
  });
  const { id: site } = await createCardField(alla, { name: 'Сайт', nameEn: '', kind: 'text', choices: [] });
  const counterpartyId = await makeTestCard(world, company, { name: 'ООО «Ромашка»' });
  return { world, company, alla, anna: world.as(company.as('anna')), counterpartyId, branch, site };
}
