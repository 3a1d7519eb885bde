import { describe, expect, test } from 'vitest';
import { dialects, openTestStore } from '@/db/testing';
import { getTranslator } from '@/lib/i18n/translator';
import { createProject } from '@/lib/operations/settings/create-project';
import { updateProject } from '@/lib/operations/settings/update-project';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { projectsToFilter } from './projects-to-filter';

describe.each(dialects)('the projects to narrow a list by, on %s', (dialect) => {
  test('have the disabled ones too, last and called so', async () => {
    const world = createTestWorld(await openTestStore(dialect));
    const company = await hireTestCompany(world);
    const administrator = world.as({ ...company.as('anna'), roles: ['administrator'] });
    const old = await createProject(administrator, { name: 'Archi' });
    const sold = await createProject(administrator, { name: 'ArchiMed+' });
    await updateProject(administrator, { projectId: old.id, version: 1, isDisabled: true });
    expect(await projectsToFilter(world.as(company.as('anna')), getTranslator('ru'))).toEqual([
      { id: sold.id, name: 'ArchiMed+' },
      { id: old.id, name: 'Archi (отключён)' },
    ]);
  });
});
