import { describe, expect, test } from 'vitest';
import { dialects, openTestStore } from '@/db/testing';
import { updatePromises } from '@/lib/operations/settings/update-promises';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { listChoices } from './list-choices';

describe.each(dialects)('what a reaction card offers on %s', (dialect) => {
  test('names how soon each promise is due as the administrator set it', async () => {
    const world = createTestWorld(await openTestStore(dialect));
    const company = await hireTestCompany(world);
    const promises = { commercial: 3, support: 5, cooperation: 10, callBack: 2 };
    expect((await listChoices(world.as(company.as('anna')))).promises.commercial).toBe(1);
    const administrator = world.as({ ...company.as('anna'), roles: ['administrator'] });
    await updatePromises(administrator, { ...promises, version: 0 });
    expect((await listChoices(world.as(company.as('anna')))).promises).toEqual(promises);
  });
});
