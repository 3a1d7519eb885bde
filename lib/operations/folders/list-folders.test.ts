import { describe, expect, test } from 'vitest';
import { updateFolder } from '@/db/folders';
import { dialects, openTestStore } from '@/db/testing';
import { dayMs } from '@/lib/domain/duration';
import type { TestName } from '@/lib/operations/employees/testing';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { confirmKey } from './confirm-key';
import { listFolders } from './list-folders';
import { orderCourier } from './order-courier';
import { planDelivery } from './plan-delivery';
import { reportDeviation } from './report-deviation';
import { takeOverFolder } from './take-over-folder';
import { handOverTestClient } from './testing-folders';

const courier = { name: 'Даймакс', phone: '94-08-53', prefix: '2', days: 4, pickupOn: '2026-11-02' };

describe.each(dialects)('the board of folders on %s', (dialect) => {
  test('ON-2: shows support what waits for its key, and says how much does', async () => {
    const { as, folderId, count } = await start(dialect);
    const counts = async () => (await listFolders(as('stepan'), { ...open, limit: 1 })).counts;
    expect(await counts()).toEqual({ incoming: 1, key: 0 });
    expect(await count('stepan', { waitsFor: 'takeOver' })).toBe(1);
    expect(await count('stepan', { waitsFor: 'confirmKey' })).toBe(0);
    await takeOverFolder(as('anna'), { folderId, seenManagerId: null });
    expect(await counts()).toEqual({ incoming: 0, key: 1 });
    expect(await count('stepan', { waitsFor: 'confirmKey' })).toBe(1);
    expect(await count('stepan', { waitsFor: 'confirmKey', state: 'done' })).toBe(0);
    await confirmKey(as('stepan'), { folderId });
    expect(await counts()).toEqual({ incoming: 0, key: 0 });
    expect(await count('stepan', { waitsFor: 'confirmKey', state: 'all' })).toBe(0);
  });

  test('ON-3: is narrowed to folders whose deviation is not settled', async () => {
    const { as, folderId, count } = await start(dialect);
    await takeOverFolder(as('anna'), { folderId, seenManagerId: null });
    expect(await count('pavel', { waitsFor: 'settleDeviation' })).toBe(0);
    await reportDeviation(as('anna'), { folderId, text: 'нет печати' });
    expect(await count('pavel', { waitsFor: 'settleDeviation' })).toBe(1);
    expect(await count('anna', { waitsFor: 'collectParcel' })).toBe(0);
  });

  test('ON-5: is narrowed to deliveries whose day has passed', async () => {
    const { world, as, folderId, count } = await start(dialect);
    await takeOverFolder(as('anna'), { folderId, seenManagerId: null });
    await orderCourier(as('anna'), { folderId, ...courier, version: 2 });
    await planDelivery(as('anna'), { folderId, deliveryOn: '2026-11-06', version: 3 });
    expect(await count('anna', { late: true })).toBe(0);
    world.pass(9 * dayMs);
    expect(await count('anna', { late: true })).toBe(1);
    await world.store.tx((db) =>
      updateFolder(db, folderId, { deliveredAt: world.now(), deliveredBy: 'anna' }),
    );
    expect(await count('anna', { late: true })).toBe(0);
  });

  test('is narrowed to whoever sold, handed over or took a folder', async () => {
    const { as, folderId, count } = await start(dialect);
    for (const employeeId of ['pavel', 'boris']) expect(await count('anna', { employeeId })).toBe(1);
    expect(await count('clara', { employeeId: 'anna' })).toBe(0);
    await takeOverFolder(as('anna'), { folderId, seenManagerId: null });
    expect(await count('clara', { employeeId: 'anna' })).toBe(1);
    expect(await count('clara', { employeeId: 'anna', state: 'done' })).toBe(0);
    expect(await count('pavel', { employeeId: 'anna' })).toBe(1);
    expect(await count('anna', { employeeId: 'polina', scope: 'mine' })).toBe(0);
  });

  test('finds a folder by its number and by its client, for whom its folders are', async () => {
    const { count } = await start(dialect);
    for (const text of ['1', 'ромашка', '58-12-34']) {
      expect(await count('stepan', { text }), text).toBe(1);
      expect(await count('pavel', { text: '1', employeeId: 'boris' }), text).toBe(1);
    }
    for (const text of ['3', 'василёк']) expect(await count('stepan', { text }), text).toBe(0);
    expect(await count('alla', { text: '1' })).toBe(0);
    expect(await count('clara', { text: 'ромашка', employeeId: 'anna' })).toBe(0);
  });
});

const open = { state: 'open', scope: 'all' } as const;

async function start(dialect: (typeof dialects)[number]) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world);
  const as = (name: TestName) => world.as(company.as(name));
  const { folderId } = await handOverTestClient(world, company);
  const count = async (name: TestName, asked: Partial<Parameters<typeof listFolders>[1]>) =>
    (await listFolders(as(name), { ...open, ...asked, limit: 9 })).rows.length;
  return { world, as, folderId, count };
}
