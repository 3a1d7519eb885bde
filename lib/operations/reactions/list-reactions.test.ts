import { describe, expect, test } from 'vitest';
import { insertProject } from '@/db/projects';
import { dialects, openTestStore } from '@/db/testing';
import { hourMs } from '@/lib/domain/duration';
import { listAppeals } from '@/lib/operations/appeals/list-appeals';
import { makeTestCard } from '@/lib/operations/counterparties/testing-cards';
import type { TestName } from '@/lib/operations/employees/testing';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { listReactions } from './list-reactions';
import { recordReaction } from './record-reaction';

describe.each(dialects)('the lists of what happened on %s', (dialect) => {
  test('narrow reactions to a type, a department, a person and a period', async () => {
    const { topics, start } = await twoActs(dialect);
    expect(await topics('gleb', {})).toEqual(['письмо', 'визит']);
    expect(await topics('gleb', { type: 'visit' })).toEqual(['визит']);
    expect(await topics('gleb', { departmentId: 'sales' })).toEqual(['письмо']);
    expect(await topics('gleb', { employeeId: 'anna' })).toEqual(['визит']);
    expect(await topics('gleb', { employeeId: 'anna', type: 'letterOut' })).toEqual([]);
    expect(await topics('gleb', { from: start + hourMs })).toEqual(['письмо']);
    expect(await topics('gleb', { until: start + hourMs })).toEqual(['визит']);
    expect(await topics('anna', { scope: 'mine', employeeId: 'polina' })).toEqual([]);
    expect(await topics('boris', { scope: 'department', employeeId: 'anna' })).toEqual(['визит']);
    expect(await topics('boris', { scope: 'department', departmentId: 'sales' })).toEqual([]);
  });

  test('narrow appeals to a project, to whoever wrote them down and to a period', async () => {
    const { appeals, start } = await twoActs(dialect);
    expect(await appeals({ state: 'all' })).toEqual(['письмо', 'визит']);
    expect(await appeals({ state: 'open', projectId: 'archimed' })).toEqual(['визит']);
    expect(await appeals({ state: 'closed', projectId: 'archimed' })).toEqual([]);
    expect(await appeals({ state: 'all', employeeId: 'polina' })).toEqual(['письмо']);
    expect(await appeals({ state: 'all', employeeId: 'polina', projectId: 'archimed' })).toEqual([]);
    expect(await appeals({ state: 'open', from: start + hourMs })).toEqual(['письмо']);
    expect(await appeals({ state: 'open', until: start + hourMs })).toEqual(['визит']);
  });
});

async function twoActs(dialect: (typeof dialects)[number]) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world);
  const as = (name: TestName) => world.as(company.as(name));
  const project = { name: 'ArchiMed+', sortKey: 'archimed', createdAt: 0, disabledAt: null };
  await world.store.tx((db) => insertProject(db, { id: 'archimed', ...project }));
  const counterpartyId = await makeTestCard(world, company, { name: 'ООО «Ромашка»', assignedTo: 'anna' });
  const act = (name: TestName, topic: string, type: 'visit' | 'letterOut', projectId: string | null) =>
    recordReaction(as(name), {
      counterparty: { use: 'existing', id: counterpartyId, complete: {} },
      appeal: { use: 'new', topic, type: '', projectId, note: '' },
      reaction: { type, topic: '', note: '' },
      nextReactions: [
        { responsible: { kind: 'employee', employeeId: 'polina' }, dueAt: world.now() + hourMs, topic: '' },
      ],
    });
  const start = world.now();
  await act('anna', 'визит', 'visit', 'archimed');
  world.pass(2 * hourMs);
  await act('polina', 'письмо', 'letterOut', null);
  return {
    start,
    topics: async (name: TestName, asked: Partial<Parameters<typeof listReactions>[1]>) =>
      (await listReactions(as(name), { scope: 'all', ...asked, limit: 9 })).rows.map(({ topic }) => topic),
    appeals: async (asked: Omit<Parameters<typeof listAppeals>[1], 'limit'>) =>
      (await listAppeals(as('gleb'), { ...asked, limit: 9 })).rows.map(({ topic }) => topic),
  };
}
