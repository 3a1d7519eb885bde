import { describe, expect, test } from 'vitest';
import { insertComplaint } from '@/db/complaints';
import { dialects, openTestStore } from '@/db/testing';
import type { ComplaintStretch } from '@/lib/domain/complaints/complaint';
import { dayMs } from '@/lib/domain/duration';
import type { TestName } from '@/lib/operations/employees/testing';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { listComplaints } from './list-complaints';

describe.each(dialects)('the list of complaints on %s', (dialect) => {
  test('SA-3: shows those that wait for the answer by their deadline, and those late with it alone', async () => {
    const { ids, world } = await start(dialect);
    expect(await ids('gleb', { state: 'all' })).toEqual(['e', 'd', 'c', 'b', 'a']);
    expect(await ids('gleb', { state: 'owed' })).toEqual(['a', 'd', 'b']);
    expect(await ids('stepan', { state: 'owed' })).toEqual(['a', 'd']);
    expect(await ids('gleb', { state: 'owed', late: true })).toEqual([]);
    world.pass(2 * dayMs);
    expect(await ids('gleb', { state: 'all', late: true })).toEqual(['a', 'd']);
    expect(await ids('gleb', { state: 'inWork', late: true })).toEqual(['d']);
    expect(await ids('gleb', { state: 'closed', late: true })).toEqual([]);
  });

  test('is narrowed to those one answers for, or stands in for somebody who does, and to a department’s', async () => {
    const { ids } = await start(dialect);
    expect(await ids('sofia', { state: 'all', scope: 'mine' })).toEqual(['c', 'a']);
    expect(await ids('stepan', { state: 'all', scope: 'mine' })).toEqual(['d']);
    expect(await ids('stepan', { state: 'all', scope: 'mine' }, 'sofia')).toEqual(['d', 'c', 'a']);
    expect(await ids('gleb', { state: 'all', departmentId: 'sales' })).toEqual(['e', 'b']);
    expect(await ids('gleb', { state: 'closed', departmentId: 'sales' })).toEqual(['e']);
    expect(await ids('stepan', { state: 'all', departmentId: 'sales' })).toEqual([]);
    expect(await ids('pavel', { state: 'owed', scope: 'mine', departmentId: 'support' })).toEqual([]);
  });

  test('counts what is open as it is narrowed', async () => {
    const { read } = await start(dialect);
    expect((await read('gleb', { state: 'all' })).counts).toEqual({ received: 2, inWork: 1, answered: 1 });
    expect((await read('sofia', { state: 'all', scope: 'mine' })).counts).toEqual({
      received: 1,
      inWork: 0,
      answered: 1,
    });
    expect((await read('gleb', { state: 'all', departmentId: 'sales' })).counts).toMatchObject({
      received: 1,
    });
  });

  test('goes on after a page in the order of the deadlines', async () => {
    const { as } = await start(dialect);
    const first = await listComplaints(as('gleb'), { state: 'owed', limit: 2 });
    expect(first.rows.map(({ id }) => id)).toEqual(['a', 'd']);
    const second = await listComplaints(as('gleb'), { state: 'owed', limit: 2, after: first.next! });
    expect(second).toMatchObject({ rows: [{ id: 'b' }], next: null });
  });
});

type Asked = { state: ComplaintStretch; scope?: 'mine'; departmentId?: string; late?: boolean };

async function start(dialect: (typeof dialects)[number]) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world);
  const as = (name: TestName, standingInFor?: TestName) =>
    world.as(company.as(name, standingInFor ? [standingInFor] : []));
  const now = world.now();
  const complaints = [
    { id: 'a', departmentId: 'support', ownerId: 'sofia', state: 'received', days: 1 },
    { id: 'b', departmentId: 'sales', ownerId: 'polina', state: 'received', days: 3 },
    { id: 'c', departmentId: 'support', ownerId: 'sofia', state: 'answered', days: 1 },
    { id: 'd', departmentId: 'support', ownerId: 'stepan', state: 'inWork', days: 1.5 },
    { id: 'e', departmentId: 'sales', ownerId: 'polina', state: 'closed', days: 1 },
  ] as const;
  for (const [index, { days, ...complaint }] of complaints.entries())
    await world.store.tx((db) =>
      insertComplaint(db, {
        ...complaint,
        ...{ number: index + 1, createdAt: now + index, createdBy: 'boris', dueAt: now + days * dayMs },
        ...{ counterpartyId: 'card', appealId: 'appeal', reactionId: complaint.id, callId: null },
        ...{ roundId: null, text: 'не отвечают', cause: '', answer: '', reopenedCount: 0, version: 1 },
        ...{ takenAt: null, answeredAt: null, answeredBy: null, closedBy: null, closeReason: null },
        closedAt: complaint.state === 'closed' ? now : null,
      }),
    );
  const read = (name: TestName, asked: Asked, standingInFor?: TestName) =>
    listComplaints(as(name, standingInFor), { ...asked, limit: 9 });
  const ids = async (...asked: Parameters<typeof read>) => (await read(...asked)).rows.map(({ id }) => id);
  return { world, as, read, ids };
}
