import { expect, test } from 'vitest';
import { updateDepartment } from '@/db/departments';
import { dialects, openTestStore } from '@/db/testing';
import { roundTheClock } from '@/lib/domain/deadlines/business-hours';
import { insertTestCompany } from '@/lib/operations/employees/testing';
import { createTestWorld } from '@/lib/operations/testing';
import { clientTimeZone, todayInClientDepartment } from './client-department';

test.each(dialects)(
  'the client department has the clock of its hours, else the company’s, on %s',
  async (dialect) => {
    const { store } = createTestWorld(await openTestStore(dialect));
    await insertTestCompany(store, 0);
    const evening = Date.parse('2026-11-03T19:30:00Z');
    const setHours = (hours: object) => store.tx((tx) => updateDepartment(tx, 'client', { hours }));
    await setHours(roundTheClock('Asia/Yekaterinburg'));
    expect(await todayInClientDepartment(store.read, evening)).toBe('2026-11-04');
    await setHours({ timeZone: 'nowhere' });
    expect(await clientTimeZone(store.read)).toBe('Europe/Moscow');
    expect(await todayInClientDepartment(store.read, evening)).toBe('2026-11-03');
  },
);
