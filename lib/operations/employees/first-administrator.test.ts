import { describe, expect, test } from 'vitest';
import { isAnyCity } from '@/db/cities';
import { listDepartments } from '@/db/departments';
import { findEmployeeByEmail, updateEmployee } from '@/db/employees';
import { findOpenOneTimeLink } from '@/db/one-time-links';
import { dialects, openTestStore } from '@/db/testing';
import { personOfToken } from '@/lib/auth/bearer';
import { hashSecret } from '@/lib/auth/secrets';
import { createApiToken } from '@/lib/operations/sessions/create-api-token';
import { prepareInstallation } from '@/lib/operations/settings/prepare-installation';
import { createTestWorld } from '@/lib/operations/testing';
import { makeFirstAdministrator } from './make-first-administrator';
import { insertTestCompany } from './testing';

const name = { surname: 'Жданов', givenName: 'Кирилл', patronymic: 'Юрьевич' };

describe.each(dialects)('an empty installation on %s', (dialect) => {
  test('gets four departments and the cities, once', async () => {
    const { as, store } = createTestWorld(await openTestStore(dialect));
    expect((await prepareInstallation(as(null))).departments).toBe(4);
    expect(await prepareInstallation(as(null))).toEqual({ departments: 0, cities: 0 });
    const departments = await listDepartments(store.read);
    expect(departments.map((row) => row.kind)).toEqual(['client', 'sales', 'support', 'management']);
    expect(await isAnyCity(store.read)).toBe(true);
  });

  test('lets its first administrator in by a link, again while they have no password, and nobody after', async () => {
    const { as, store, now, secrets } = createTestWorld(await openTestStore(dialect));
    await prepareInstallation(as(null));
    await makeFirstAdministrator(as(null), { email: 'Zhdanov@mlsit.example', name });
    const { path } = await makeFirstAdministrator(as(null), { email: 'zhdanov@mlsit.example', name });
    const employee = await findEmployeeByEmail(store.read, 'zhdanov@mlsit.example');
    expect(employee).toMatchObject({ roles: ['administrator'], presentsAs: 'Кирилл' });
    const hash = secrets.hashSecret(path.replace('/invitation/', ''));
    expect(await findOpenOneTimeLink(store.read, hash, now())).toMatchObject({ employeeId: employee!.id });
    await store.tx((db) => updateEmployee(db, employee!.id, { passwordHash: 'set' }));
    const second = makeFirstAdministrator(as(null), { email: 'other@mlsit.example', name });
    await expect(second).rejects.toMatchObject({ code: 'conflict' });
  });

  test('a person of the demo company becomes the first administrator by their address', async () => {
    const { as, store, now } = createTestWorld(await openTestStore(dialect));
    await insertTestCompany(store, now());
    await makeFirstAdministrator(as(null), { email: 'marina@mlsit.example', name });
    const employee = await findEmployeeByEmail(store.read, 'marina@mlsit.example');
    expect(employee).toMatchObject({ surname: 'Макарова', roles: ['management', 'administrator'] });
  });
});

describe.each(dialects)('an API token on %s', (dialect) => {
  test('has the rights of its employee, until they are disabled', async () => {
    const { as, store, now } = createTestWorld(await openTestStore(dialect));
    await insertTestCompany(store, now());
    const context = { ...as(null), secrets: { ...as(null).secrets, hashSecret } };
    const { token } = await createApiToken(context, {
      ...{ email: 'Pavel@mlsit.example', label: 'CRM', scope: 'change', days: 365 },
    });
    expect(token).toMatch(/^cb_/);
    expect(await personOfToken(store, token, now())).toMatchObject({
      person: { id: 'pavel', roles: ['salesManager'] },
    });
    expect(await personOfToken(store, `${token}x`, now())).toBeNull();
    await store.tx((db) => updateEmployee(db, 'pavel', { disabledAt: now() }));
    expect(await personOfToken(store, token, now())).toBeNull();
    const forNobody = createApiToken(context, {
      ...{ email: 'nobody@mlsit.example', label: 'CRM', scope: 'read', days: 7 },
    });
    await expect(forNobody).rejects.toMatchObject({ code: 'notFound' });
  });
});
