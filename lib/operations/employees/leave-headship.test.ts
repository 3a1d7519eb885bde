import { describe, expect, test } from 'vitest';
import { listChanges } from '@/db/changes';
import { getDepartment } from '@/db/departments';
import { dialects, openTestStore } from '@/db/testing';
import { minuteMs } from '@/lib/domain/duration';
import { fireDueDeadlines } from '@/lib/operations/deadlines/sweep';
import { getLead } from '@/lib/operations/leads/get-lead';
import { writeTestRecords } from '@/lib/operations/reactions/testing-records';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { disableEmployee } from './disable-employee';
import { updateTestEmployee } from './testing-updates';

const leaving = { employeeId: 'polina', successorId: null, reason: 'уволена' };

describe.each(dialects)('a head of a department on %s', (dialect) => {
  test('who is disabled heads it no more, with history', async () => {
    const { world, administrator, headId } = await start(dialect);
    await disableEmployee(administrator, leaving);
    expect(await headId()).toBeNull();
    expect(await listChanges(world.store.read, 'department', 'sales')).toMatchObject([
      { employeeId: 'alla', fields: { headId: { from: 'polina', to: null } } },
    ]);
  });

  test('whose phone or other roles change heads it still', async () => {
    const { administrator, headId } = await start(dialect);
    await updateTestEmployee(administrator, { employeeId: 'polina', phone: '+74951234567' });
    await updateTestEmployee(administrator, { employeeId: 'polina', roles: ['head'] });
    expect(await headId()).toBe('polina');
  });

  test('IN-11: who left leaves escalated leads to the whole department', async () => {
    const { world, company, administrator } = await start(dialect);
    const { leadId } = await writeTestRecords(world, company.as('anna'));
    await disableEmployee(administrator, leaving);
    world.pass(minuteMs);
    await fireDueDeadlines(world.as(null));
    expect(await getLead(world.as(company.as('pavel')), { leadId: leadId! })).toMatchObject({
      state: 'escalated',
      may: { accept: true },
    });
  });
});

async function start(dialect: (typeof dialects)[number]) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world);
  return {
    world,
    company,
    administrator: world.as(company.as('alla')),
    headId: async () => (await getDepartment(world.store.read, 'sales'))?.headId,
  };
}
