import { describe, expect, test } from 'vitest';
import { updateEmployee } from '@/db/employees';
import type { Dialect } from '@/db/store';
import { dialects, openTestStore } from '@/db/testing';
import { type BusinessHours, roundTheClock } from '@/lib/domain/deadlines/business-hours';
import { insertTestCompany, testPeople } from '@/lib/operations/employees/testing';
import { createTestWorld } from '@/lib/operations/testing';
import { createDepartment } from './create-department';
import { disableDepartment } from './disable-department';
import { enableDepartment } from './enable-department';
import { listDepartments } from './list-departments';
import { changeTestDepartment } from './testing';
import { updateDepartment } from './update-department';

async function open(dialect: Dialect) {
  const world = createTestWorld(await openTestStore(dialect));
  await insertTestCompany(world.store, world.now());
  return { ...world, people: testPeople() };
}

const weekdays: BusinessHours = {
  timeZone: 'Asia/Novokuznetsk',
  weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, intervals: [{ from: '09:00', until: '18:00' }] })),
  holidays: [{ date: '2027-01-01', intervals: [] }],
};

const second = {
  kind: 'sales' as const,
  name: 'Второй отдел продаж',
  nameEn: 'Second sales',
  headId: null,
  hours: roundTheClock('Europe/Moscow'),
};

describe.each(dialects)('departments on %s', (dialect) => {
  test('a head changes the hours of their own department and nothing else (IN-11)', async () => {
    const { as, people } = await open(dialect);
    await changeTestDepartment(as(people.clara), { departmentId: 'client', hours: weekdays });
    const { rows } = await listDepartments(as(people.anna));
    expect(rows.find((row) => row.id === 'client')?.hours).toEqual(weekdays);
    const refused = [
      updateDepartment(as(people.clara), { departmentId: 'sales', hours: weekdays, version: 1 }),
      updateDepartment(as(people.clara), { departmentId: 'client', name: 'КО', version: 1 }),
      updateDepartment(as(people.anna), { departmentId: 'client', hours: weekdays, version: 1 }),
    ];
    for (const act of refused) await expect(act).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('a head decides how the calls of their own department ring, and the history tells it (IN-11)', async () => {
    const { as, people, store } = await open(dialect);
    const inTurn = { ringOrder: 'roundRobin' as const, ringSeconds: 20, tellsPosition: false };
    const before = (await listDepartments(as(people.anna))).rows.find((row) => row.id === 'client');
    expect(before).toMatchObject({ ringOrder: 'allAtOnce', ringSeconds: 15, tellsPosition: true });
    await changeTestDepartment(as(people.clara), { departmentId: 'client', ...inTurn });
    const after = (await listDepartments(as(people.anna))).rows.find((row) => row.id === 'client');
    expect(after).toMatchObject(inTurn);
    const [change] = await store.read.q.select().from(store.read.t.changes);
    expect(change?.fields).toEqual({
      ringOrder: { from: 'allAtOnce', to: 'roundRobin' },
      ringSeconds: { from: 15, to: 20 },
      tellsPosition: { from: true, to: false },
    });
    const refused = [
      updateDepartment(as(people.clara), { departmentId: 'sales', ...inTurn, version: 1 }),
      updateDepartment(as(people.anna), { departmentId: 'client', ...inTurn, version: 1 }),
    ];
    for (const act of refused) await expect(act).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('whoever changes a department that another changed meanwhile is refused', async () => {
    const { as, people } = await open(dialect);
    const read = async () => (await listDepartments(as(people.anna))).rows.find(({ id }) => id === 'client')!;
    const { version } = await read();
    const byHead = { departmentId: 'client', hours: weekdays, version };
    const saved = await updateDepartment(as(people.clara), byHead);
    expect(saved).toEqual({ id: 'client', version: version + 1 });
    const late = { departmentId: 'client', hours: second.hours, version };
    const refused = updateDepartment(as(people.alla), late);
    await expect(refused).rejects.toMatchObject({ code: 'conflict', details: { version: saved.version } });
    expect(await updateDepartment(as(people.clara), byHead)).toEqual(saved);
    expect(await read()).toMatchObject({ hours: weekdays, version: saved.version });
    await updateDepartment(as(people.alla), { ...late, version: saved.version });
    expect((await read()).hours).toEqual(second.hours);
  });

  test('taking a department out of use makes another version of it', async () => {
    const { as, people } = await open(dialect);
    const { id } = await createDepartment(as(people.alla), second);
    const rename = { departmentId: id, name: 'Третий отдел продаж', version: 1 };
    await disableDepartment(as(people.alla), { departmentId: id });
    await expect(updateDepartment(as(people.alla), rename)).rejects.toMatchObject({ code: 'conflict' });
  });

  test('an administrator names a head who works here', async () => {
    const { as, people } = await open(dialect);
    await changeTestDepartment(as(people.alla), { departmentId: 'sales', headId: 'polina' });
    const { rows } = await listDepartments(as(people.anna));
    expect(rows.find((row) => row.id === 'sales')).toMatchObject({
      headId: 'polina',
      headName: 'Попова\u00A0П.',
    });
    const nobody = changeTestDepartment(as(people.alla), { departmentId: 'sales', headId: 'nobody' });
    await expect(nobody).rejects.toMatchObject({ fields: { headId: 'notAChoice' } });
  });

  test('the head of a department works in it and has the role of a head', async () => {
    const { as, people, store, now } = await open(dialect);
    const notItsHead = { code: 'invalid', fields: { headId: 'departments.problems.notItsHead' } };
    const name = (headId: string | null) =>
      changeTestDepartment(as(people.alla), { departmentId: 'sales', headId });
    for (const headId of ['pavel', 'clara', 'gleb'])
      await expect(name(headId)).rejects.toMatchObject(notItsHead);
    await expect(createDepartment(as(people.alla), { ...second, headId: 'polina' })).rejects.toMatchObject(
      notItsHead,
    );
    await store.tx((db) => updateEmployee(db, 'polina', { disabledAt: now() }));
    await expect(name('polina')).rejects.toMatchObject({ fields: { headId: 'notAChoice' } });
    await store.tx((db) => updateEmployee(db, 'polina', { disabledAt: null }));
    await name('polina');
    await name(null);
  });

  test('the last of its kind stays, and so does one with people', async () => {
    const { as, people } = await open(dialect);
    const administrator = () => as(people.alla);
    const last = disableDepartment(administrator(), { departmentId: 'sales' });
    await expect(last).rejects.toMatchObject({ details: { reason: 'lastOfItsKind' } });
    const { id } = await createDepartment(administrator(), second);
    const peopled = disableDepartment(administrator(), { departmentId: 'sales' });
    await expect(peopled).rejects.toMatchObject({ details: { reason: 'hasEmployees' } });
    await disableDepartment(administrator(), { departmentId: id });
    await disableDepartment(administrator(), { departmentId: id });
    await enableDepartment(administrator(), { departmentId: id });
    const { rows } = await listDepartments(administrator());
    expect(rows.find((row) => row.id === id)?.disabledAt).toBeNull();
  });

  test('nobody else makes or disables departments', async () => {
    const { as, people } = await open(dialect);
    for (const person of [people.clara, people.marina, people.gleb]) {
      await expect(createDepartment(as(person), second)).rejects.toMatchObject({ code: 'forbidden' });
      const disable = disableDepartment(as(person), { departmentId: 'sales' });
      await expect(disable).rejects.toMatchObject({ code: 'forbidden' });
    }
  });
});
