import { describe, expect, test } from 'vitest';
import { listChanges } from '@/db/changes';
import { getDepartment, updateDepartment } from '@/db/departments';
import { getEmployee, updateEmployee as updateRow } from '@/db/employees';
import { listNextReactionChanges } from '@/db/next-reactions';
import { listOpenNextReactions } from '@/db/open-next-reactions';
import { insertSession, listOpenSessions } from '@/db/sessions';
import type { Dialect } from '@/db/store';
import { dialects, openTestStore, somebodyWaits } from '@/db/testing';
import { employeeContracts } from '@/lib/domain/employees/employees.contract';
import type { RepeatedRequest } from '@/lib/operations/context';
import { insertTestCompany, testPeople } from '@/lib/operations/employees/testing';
import { createTestWorld } from '@/lib/operations/testing';
import { createEmployee } from './create-employee';
import { disableEmployee } from './disable-employee';
import { enableEmployee } from './enable-employee';
import { getEmployee as readEmployee } from './get-employee';
import { listEmployees } from './list-employees';
import { updateTestEmployee } from './testing-updates';
import { updateEmployee } from './update-employee';
import { updateMe } from './update-me';

async function open(dialect: Dialect) {
  const world = createTestWorld(await openTestStore(dialect));
  await insertTestCompany(world.store, world.now());
  const administrator = (request?: { key: string; bodyHash: string }) => world.as(testPeople().alla, request);
  return { ...world, people: testPeople(), administrator };
}

const newcomer = employeeContracts.create.body!.parse({
  surname: 'Ёлкина',
  givenName: 'Вера',
  patronymic: 'Павловна',
  email: 'Vera@Example.ru',
  departmentId: 'sales',
  roles: ['salesManager'],
  phone: '8 (495) 123-45-67',
  substituteId: null,
});

async function giveOpenWork(world: Awaited<ReturnType<typeof open>>, employeeId: string, count: number) {
  await world.store.tx(async (db) => {
    await db.q.insert(db.t.nextReactions).values(
      Array.from({ length: count }, () => ({
        id: world.newId(),
        kind: 'act' as const,
        topic: 'запрос цен по ArchiCredit',
        responsibleDepartmentId: 'sales',
        responsibleEmployeeId: employeeId,
        startedAt: world.now(),
        dueAt: world.now() + 60_000,
        postponedCount: 0,
        createdAt: world.now(),
        version: 1,
      })),
    );
  });
}

describe.each(dialects)('people on %s', (dialect) => {
  test('a person is rung on a telephone unless they choose their browser, and keeps the number', async () => {
    const { administrator, as, people, store } = await open(dialect);
    const { id } = await createEmployee(administrator(), newcomer);
    expect(await getEmployee(store.read, id)).toMatchObject({ phoneKind: 'dialled', phone: '+74951234567' });
    await updateTestEmployee(administrator(), { employeeId: id, phoneKind: 'browser' });
    expect(await getEmployee(store.read, id)).toMatchObject({ phoneKind: 'browser', phone: '+74951234567' });
    const renamed = employeeContracts.update.body!.parse({ presentsAs: 'Верочка', version: 2 });
    await updateTestEmployee(administrator(), { employeeId: id, ...renamed });
    expect((await getEmployee(store.read, id))?.phoneKind).toBe('browser');
    await updateMe(as(people.anna), { phoneKind: 'browser' });
    expect((await getEmployee(store.read, 'anna'))?.phoneKind).toBe('browser');
    expect(await listChanges(store.read, 'employee', 'anna')).toMatchObject([
      { fields: { phoneKind: { from: 'dialled', to: 'browser' } } },
    ]);
  });

  test('a new person presents themselves by their first name, is found by surname, and is in the history (IN-1)', async () => {
    const { administrator, store } = await open(dialect);
    const { id } = await createEmployee(administrator(), newcomer);
    const view = await readEmployee(administrator(), { employeeId: id });
    expect(view).toMatchObject({
      presentsAs: 'Вера',
      email: 'vera@example.ru',
      phone: '+74951234567',
      departmentKind: 'sales',
      hasPassword: false,
    });
    expect(view).not.toHaveProperty('passwordHash');
    const [change] = await listChanges(store.read, 'employee', id);
    expect(change).toMatchObject({ employeeId: 'alla', fields: { surname: { from: null, to: 'Ёлкина' } } });
  });

  test('the same request sent twice makes one person', async () => {
    const { administrator } = await open(dialect);
    const request = { key: 'k1', bodyHash: 'h1' };
    const { id } = await createEmployee(administrator(request), newcomer);
    const again = await createEmployee(administrator(request), newcomer).catch((error: unknown) => error);
    expect((again as RepeatedRequest).result).toEqual({ id });
  });

  test('an address is used once, a department must be working, a substitute another working person', async () => {
    const { administrator, store, now } = await open(dialect);
    const { id } = await createEmployee(administrator(), newcomer);
    await store.tx((db) => updateRow(db, 'boris', { disabledAt: now() }));
    const wrong = { ...newcomer, departmentId: 'nowhere', substituteId: 'boris' };
    await expect(createEmployee(administrator(), wrong)).rejects.toMatchObject({
      code: 'invalid',
      fields: { email: 'alreadyUsed', departmentId: 'notAChoice', substituteId: 'notAChoice' },
    });
    const standsInForOneself = updateTestEmployee(administrator(), { employeeId: id, substituteId: id });
    await expect(standsInForOneself).rejects.toMatchObject({ fields: { substituteId: 'notAChoice' } });
  });

  test('of two people who change somebody at once the second is told, whoever was first', async () => {
    const { as, people, administrator } = await open(dialect);
    const change = (version: number, givenName: string) =>
      updateEmployee(administrator(), { employeeId: 'anna', version, givenName });
    expect(await change(1, 'Анна-Мария')).toEqual({ id: 'anna', version: 2 });
    await expect(change(1, 'Аня')).rejects.toMatchObject({ code: 'conflict', details: { version: 2 } });
    expect(await change(1, 'Анна-Мария')).toEqual({ id: 'anna', version: 2 });
    await updateMe(as(people.anna), { presentsAs: 'Мария' });
    await expect(change(2, 'Аня')).rejects.toMatchObject({ code: 'conflict', details: { version: 3 } });
    expect(await change(3, 'Аня')).toEqual({ id: 'anna', version: 4 });
  });

  test('nobody but an administrator adds, changes, disables or looks at rights', async () => {
    const { as, people } = await open(dialect);
    for (const person of [people.anna, people.clara, people.marina, people.gleb]) {
      const acts = [
        createEmployee(as(person), newcomer),
        updateEmployee(as(person), { employeeId: 'anna', version: 1, roles: ['administrator'] }),
        disableEmployee(as(person), { employeeId: 'boris', successorId: null, reason: 'уволен' }),
        enableEmployee(as(person), { employeeId: 'boris' }),
        readEmployee(as(person), { employeeId: 'boris' }),
      ];
      for (const act of acts) await expect(act).rejects.toMatchObject({ code: 'forbidden' });
    }
  });

  test('a person changes how they are presented and rung, and nothing of their rights', async () => {
    const { as, people, store } = await open(dialect);
    const given = { presentsAs: 'Аня', phone: '+74951112233', roles: ['administrator'] };
    await updateMe(as(people.anna), given);
    expect(await getEmployee(store.read, 'anna')).toMatchObject({
      presentsAs: 'Аня',
      phone: '+74951112233',
      roles: ['clientManager'],
    });
    await updateMe(as(people.anna), { presentsAs: '' });
    expect((await getEmployee(store.read, 'anna'))?.presentsAs).toBe('Анна');
  });

  test('the directory comes in pages by surname, and only administrators see the disabled', async () => {
    const { as, people, administrator, store, now } = await open(dialect);
    await store.tx((db) => updateRow(db, 'boris', { disabledAt: now() }));
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listEmployees(administrator(), { limit: 4, withDisabled: '1', after });
      seen.push(...page.rows.map((row) => row.id));
      after = page.next ?? undefined;
    } while (after);
    expect(seen).toHaveLength(10);
    expect(new Set(seen).size).toBe(10);
    const { rows } = await listEmployees(as(people.anna), { limit: 200, withDisabled: '1' });
    expect(rows.map((row) => row.id)).not.toContain('boris');
  });
});

describe.each(dialects)('disabling a person on %s', (dialect) => {
  test('ends their sessions and hands every open next reaction to the successor, with history', async () => {
    const world = await open(dialect);
    const { administrator, store, now } = world;
    await giveOpenWork(world, 'pavel', 3);
    await store.tx((db) =>
      insertSession(db, {
        id: 's1',
        employeeId: 'pavel',
        createdAt: now(),
        lastSeenAt: now(),
        expiresAt: now() + 1000,
      }),
    );
    const answer = await disableEmployee(administrator(), {
      employeeId: 'pavel',
      successorId: 'polina',
      reason: 'уволился',
    });
    expect(answer).toEqual({ handedOver: 3, handedOverCalls: 0 });
    expect(await listOpenSessions(store.read, 'pavel', now())).toEqual([]);
    const handed = await listOpenNextReactions(store.read, { employeeIds: ['polina'], limit: 10 });
    expect(handed).toHaveLength(3);
    const [change] = await listNextReactionChanges(store.read, [handed[0]!.id]);
    expect(change).toMatchObject({
      what: 'handedOver',
      reason: 'уволился',
      from: { responsibleEmployeeId: 'pavel' },
      to: { responsibleEmployeeId: 'polina' },
    });
  });

  test('without a successor their open work goes to their department', async () => {
    const world = await open(dialect);
    await giveOpenWork(world, 'pavel', 1);
    await disableEmployee(world.administrator(), {
      employeeId: 'pavel',
      successorId: null,
      reason: 'болеет',
    });
    const open_ = await listOpenNextReactions(world.store.read, { departmentId: 'sales', limit: 10 });
    expect(open_).toMatchObject([{ responsibleEmployeeId: null, responsibleDepartmentId: 'sales' }]);
  });

  test('nobody is stood in for by them and no department is headed by them any more', async () => {
    const { administrator, store } = await open(dialect);
    await store.tx(async (db) => {
      await updateRow(db, 'pavel', { substituteId: 'polina' });
      await updateDepartment(db, 'sales', { headId: 'polina' });
    });
    await disableEmployee(administrator(), {
      employeeId: 'polina',
      successorId: 'pavel',
      reason: 'переведена',
    });
    expect((await getEmployee(store.read, 'pavel'))?.substituteId).toBeNull();
    expect((await getDepartment(store.read, 'sales'))?.headId).toBeNull();
  });

  test('comes too late a second time, and the person comes back without a password', async () => {
    const { administrator, store } = await open(dialect);
    await store.tx((db) => updateRow(db, 'pavel', { passwordHash: 'hash of x' }));
    const input = { employeeId: 'pavel', successorId: null, reason: 'отпуск' };
    await disableEmployee(administrator(), input);
    await expect(disableEmployee(administrator(), input)).rejects.toMatchObject({ code: 'conflict' });
    await enableEmployee(administrator(), { employeeId: 'pavel' });
    await enableEmployee(administrator(), { employeeId: 'pavel' });
    expect(await getEmployee(store.read, 'pavel')).toMatchObject({ disabledAt: null, passwordHash: null });
  });

  test('is a change of theirs, as the return is: who opened their card before is told', async () => {
    const { administrator, store } = await open(dialect);
    const seen = (await getEmployee(store.read, 'pavel'))!.version;
    const rename = (version: number) =>
      updateEmployee(administrator(), { employeeId: 'pavel', presentsAs: 'Паша', version });
    await disableEmployee(administrator(), { employeeId: 'pavel', successorId: null, reason: 'отпуск' });
    await expect(rename(seen)).rejects.toMatchObject({ code: 'conflict' });
    await enableEmployee(administrator(), { employeeId: 'pavel' });
    await expect(rename(seen + 1)).rejects.toMatchObject({ code: 'conflict' });
    await expect(rename(seen + 2)).resolves.toEqual({ id: 'pavel', version: seen + 3 });
  });

  test('there is always an administrator, and nobody disables themselves', async () => {
    const { administrator, as, people } = await open(dialect);
    const self = disableEmployee(administrator(), { employeeId: 'alla', successorId: null, reason: 'я' });
    await expect(self).rejects.toMatchObject({ code: 'notPossibleNow', details: { reason: 'oneself' } });
    const giveUp = updateTestEmployee(administrator(), { employeeId: 'alla', roles: ['management'] });
    await expect(giveUp).rejects.toMatchObject({ details: { reason: 'lastAdministrator' } });
    await updateTestEmployee(administrator(), {
      employeeId: 'marina',
      roles: ['management', 'administrator'],
    });
    const second = { ...people.marina, roles: ['management', 'administrator'] as const };
    await disableEmployee(as(second), { employeeId: 'alla', successorId: null, reason: 'сменился' });
    const last = updateTestEmployee(as(second), { employeeId: 'marina', roles: ['management'] });
    await expect(last).rejects.toMatchObject({ details: { reason: 'lastAdministrator' } });
  });

  test('who heads a department stays in it as a head until another is named', async () => {
    const { as, people, store } = await open(dialect);
    await store.tx((db) => updateDepartment(db, 'sales', { headId: 'polina' }));
    const problem = 'employees.problems.headsDepartment';
    const change = (given: object) => updateTestEmployee(as(people.alla), { employeeId: 'polina', ...given });
    await expect(change({ departmentId: 'support' })).rejects.toMatchObject({
      fields: { departmentId: problem },
    });
    await expect(change({ roles: ['salesManager'] })).rejects.toMatchObject({ fields: { roles: problem } });
    await change({ departmentId: 'sales', roles: ['head'] });
    await store.tx((db) => updateDepartment(db, 'sales', { headId: null }));
    await change({ departmentId: 'support', roles: ['supportSpecialist'] });
  });

  test('CS-10: how people get in is told to administrators, to their head and to themselves', async () => {
    const { as, people } = await open(dialect);
    const told = async (name: keyof typeof people) => {
      const { rows } = await listEmployees(as(people[name]), { limit: 200, withDisabled: '0' });
      return rows
        .filter(({ email, hasPassword }) => email !== null && hasPassword !== null)
        .map(({ id }) => id);
    };
    expect(await told('alla')).toHaveLength(Object.keys(people).length);
    expect((await told('polina')).toSorted()).toEqual(['pavel', 'polina']);
    for (const name of ['anna', 'pavel', 'marina', 'gleb'] as const) expect(await told(name)).toEqual([name]);
  });
});

test('on PostgreSQL a disabled person is taken from nobody who names another substitute meanwhile', async () => {
  const { administrator, store } = await open('postgres');
  await store.tx((db) => updateRow(db, 'pavel', { substituteId: 'polina' }));
  const isNamed = Promise.withResolvers<void>();
  const naming = store.tx(async (db) => {
    await updateRow(db, 'pavel', { substituteId: 'igor', version: 2 });
    isNamed.resolve();
    await somebodyWaits(store);
  });
  await isNamed.promise;
  const leaving = { employeeId: 'polina', successorId: null, reason: 'уволена' };
  await Promise.all([naming, disableEmployee(administrator(), leaving)]);
  expect(await getEmployee(store.read, 'pavel')).toMatchObject({ substituteId: 'igor', version: 2 });
});
