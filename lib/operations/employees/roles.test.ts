import { describe, expect, test } from 'vitest';
import type { Dialect } from '@/db/store';
import { dialects, openTestStore } from '@/db/testing';
import { loadPerson } from '@/lib/auth/person';
import { allows, type Grants, type Permission } from '@/lib/domain/employees/permission';
import { listImports } from '@/lib/operations/imports/list-imports';
import { listChanges } from '@/lib/operations/settings/list-changes';
import { createTestWorld } from '@/lib/operations/testing';
import { createRole } from './create-role';
import { disableEmployee } from './disable-employee';
import { getEmployee } from './get-employee';
import { listRoles } from './list-roles';
import { makeFirstAdministrator } from './make-first-administrator';
import { previewRole } from './preview-role';
import { insertTestCompany, type TestName, testPeople } from './testing';
import { updateEmployee } from './update-employee';
import { updateRole } from './update-role';

async function open(dialect: Dialect) {
  const world = createTestWorld(await openTestStore(dialect));
  await insertTestCompany(world.store, world.now());
  const people = testPeople();
  const administrator = world.as(people.alla);
  /** As their next request finds them. */
  const now = async (name: TestName) => (await loadPerson(world.store.read, name, world.now()))!;
  return {
    ...world,
    people,
    administrator,
    now,
    may: async (name: TestName, permission: Permission) => allows(await now(name), permission),
    decide: (roleId: string, version: number, grants: Grants) =>
      updateRole(administrator, { roleId, version, grants }),
    promote: (name: TestName) =>
      updateEmployee(administrator, { employeeId: name, roles: [...people[name].roles, 'administrator'] }),
  };
}

describe.each(dialects)('the rights of a role on %s', (dialect) => {
  test('are changed by an administrator alone and count from the next request on', async () => {
    const { as, people, now, decide } = await open(dialect);
    const forbidden = { code: 'forbidden' };
    await expect(
      updateRole(as(people.gleb), { roleId: 'head', version: 0, grants: {} }),
    ).rejects.toMatchObject(forbidden);
    await expect(listRoles(as(people.clara))).rejects.toMatchObject(forbidden);
    await expect(listImports(as(await now('polina')), { limit: 1 })).rejects.toMatchObject(forbidden);
    await decide('head', 0, { import: true, exportLists: false });
    expect(await listImports(as(await now('polina')), { limit: 1 })).toEqual({ rows: [], next: null });
    await decide('head', 1, {});
    await expect(listImports(as(await now('polina')), { limit: 1 })).rejects.toMatchObject(forbidden);
  });

  test('are changed once by two who change them at once: the later is told', async () => {
    const { decide } = await open(dialect);
    const both = await Promise.allSettled([
      decide('head', 0, { import: true }),
      decide('head', 0, { readAccessLog: true }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'conflict', details: { version: 1 } },
    });
  });

  test('stand in the history right by right, with who changed them', async () => {
    const { administrator, decide } = await open(dialect);
    await decide('head', 0, { import: true, exportLists: false });
    await decide('head', 1, { import: true });
    const { rows } = await listChanges(administrator, { noun: 'role', nounId: 'head', limit: 10 });
    expect(rows).toMatchObject([
      { employeeId: 'alla', nounName: null, fields: { exportLists: { from: false, to: 'byDefault' } } },
      { fields: { import: { from: 'byDefault', to: true }, exportLists: { from: 'byDefault', to: false } } },
    ]);
  });

  test('are told beforehand by whom they touch', async () => {
    const { administrator } = await open(dialect);
    const grants = { seeEveryCard: true, readJournal: false };
    expect(await previewRole(administrator, { roleId: 'salesManager', grants })).toEqual({
      changes: [
        {
          permission: 'seeEveryCard',
          gained: [
            { id: 'pavel', name: 'Панин Павел' },
            { id: 'polina', name: 'Попова Полина' },
          ],
          lost: [],
        },
      ],
      ...{ gainedCount: 2, lostCount: 0, losesOwn: false, leavesNobody: false },
    });
    const nobody = { roleId: 'administrator', grants: { administer: false } };
    expect(await previewRole(administrator, nobody)).toMatchObject({
      ...{ gainedCount: 0, lostCount: 1, losesOwn: true, leavesNobody: true },
    });
    await expect(previewRole(administrator, { roleId: 'gone', grants })).rejects.toMatchObject({
      code: 'notFound',
    });
  });
});

describe.each(dialects)('somebody who may administer on %s', (dialect) => {
  const last = { code: 'notPossibleNow', details: { reason: 'lastAdministrator' } };

  test('is always left, however the right would be lost', async () => {
    const { as, people, administrator, now, may, decide } = await open(dialect);
    await expect(decide('administrator', 0, { administer: false })).rejects.toMatchObject(last);
    expect(await may('alla', 'administer')).toBe(true);
    await decide('management', 0, { administer: true });
    await decide('administrator', 0, { administer: false });
    expect([await may('alla', 'administer'), await may('marina', 'administer')]).toEqual([false, true]);
    await expect(listRoles(as(await now('alla')))).rejects.toMatchObject({ code: 'forbidden' });
    const marina = as(await now('marina'));
    const leave = { employeeId: 'marina', successorId: null, reason: 'отпуск' };
    await expect(updateEmployee(marina, { employeeId: 'marina', roles: ['head'] })).rejects.toMatchObject(
      last,
    );
    await expect(disableEmployee(administrator, leave)).rejects.toMatchObject(last);
    await expect(updateRole(marina, { roleId: 'management', version: 1, grants: {} })).rejects.toMatchObject(
      last,
    );
    expect(people.alla.roles).toEqual(['administrator']);
  });

  test('is left when two administrators give it up at once', async () => {
    const { as, people, now, promote, may } = await open(dialect);
    await promote('marina');
    const alla = as(people.alla);
    const marina = as(await now('marina'));
    const both = await Promise.allSettled([
      updateEmployee(alla, { employeeId: 'alla', roles: ['management'] }),
      updateEmployee(marina, { employeeId: 'marina', roles: ['management'] }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const left = [await may('alla', 'administer'), await may('marina', 'administer')];
    expect(left.filter(Boolean)).toHaveLength(1);
  });

  test('is let in from the shell only while nobody who may administer has a password', async () => {
    const { as, decide, store } = await open(dialect);
    await decide('management', 0, { administer: true });
    await store.tx((db) => db.q.update(db.t.employees).set({ passwordHash: 'set' }));
    const name = { surname: 'Жданов', givenName: 'Кирилл', patronymic: null };
    const first = makeFirstAdministrator(as(null), { email: 'zhdanov@mlsit.example', name });
    await expect(first).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe.each(dialects)('a role that an administrator added on %s', (dialect) => {
  const auditor = { name: 'контролёр', nameEn: 'auditor', grants: { readJournal: true, administer: false } };

  test('gives people its rights and no others, and may be all they have', async () => {
    const { administrator, now, may } = await open(dialect);
    const { id } = await createRole(administrator, auditor);
    await updateEmployee(administrator, { employeeId: 'stepan', roles: [], addedRoles: [id] });
    expect([await may('stepan', 'readJournal'), await may('stepan', 'exportLists')]).toEqual([true, false]);
    expect((await now('stepan')).adjustedRoles).toEqual([
      { id, name: 'контролёр', nameEn: 'auditor', grants: { readJournal: true } },
    ]);
    expect(await getEmployee(administrator, { employeeId: 'stepan' })).toMatchObject({
      roles: [],
      addedRoles: [{ id, name: 'контролёр', nameEn: 'auditor' }],
    });
    const { rows } = await listChanges(administrator, { noun: 'employee', nounId: 'stepan', limit: 1 });
    expect(rows[0]!.fields).toMatchObject({ addedRoles: { from: null, to: ['контролёр'] } });
    await expect(
      updateEmployee(administrator, { employeeId: 'stepan', addedRoles: [] }),
    ).rejects.toMatchObject({ fields: { roles: 'employees.problems.noRole' } });
    await expect(
      updateEmployee(administrator, { employeeId: 'boris', addedRoles: ['gone'] }),
    ).rejects.toMatchObject({ fields: { addedRoles: 'notAChoice' } });
  });

  test('has a name of its own, is renamed, and is disabled only while nobody has it', async () => {
    const { administrator, may } = await open(dialect);
    const { id } = await createRole(administrator, auditor);
    const again = createRole(administrator, { ...auditor, name: 'Контролёр', nameEn: 'other' });
    await expect(again).rejects.toMatchObject({ fields: { name: 'alreadyUsed' } });
    await updateEmployee(administrator, { employeeId: 'stepan', addedRoles: [id] });
    await updateRole(administrator, { roleId: id, version: 1, name: 'аудитор' });
    const disabled = { roleId: id, version: 2, isDisabled: true };
    await expect(updateRole(administrator, disabled)).rejects.toMatchObject({
      ...{ code: 'notPossibleNow', details: { reason: 'roleInUse', employees: 1 } },
    });
    await updateEmployee(administrator, { employeeId: 'stepan', addedRoles: [] });
    await updateRole(administrator, disabled);
    const give = () => updateEmployee(administrator, { employeeId: 'stepan', addedRoles: [id] });
    await expect(give()).rejects.toMatchObject({ fields: { addedRoles: 'notAChoice' } });
    await updateRole(administrator, { roleId: id, version: 3, isDisabled: false });
    await give();
    expect(await may('stepan', 'readJournal')).toBe(true);
    const { rows } = await listRoles(administrator);
    expect(rows.at(-1)).toMatchObject({ id, isAdded: true, name: 'аудитор', employees: 1, version: 4 });
    await expect(
      updateRole(administrator, { roleId: 'head', version: 0, isDisabled: true }),
    ).rejects.toMatchObject({ code: 'invalid' });
  });
});
