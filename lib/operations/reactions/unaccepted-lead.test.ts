import { describe, expect, test } from 'vitest';
import { updateDepartment } from '@/db/departments';
import { updateEmployee } from '@/db/employees';
import { dialects, openTestStore } from '@/db/testing';
import { minuteMs } from '@/lib/domain/duration';
import { closeAppeal } from '@/lib/operations/appeals/close-appeal';
import { fireDueDeadlines } from '@/lib/operations/deadlines/sweep';
import type { TestName } from '@/lib/operations/employees/testing';
import { acceptLead } from '@/lib/operations/leads/accept-lead';
import { getLead } from '@/lib/operations/leads/get-lead';
import { createTestWorld, testStart } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { closeNextReaction } from './close-next-reaction';
import { fulfilNextReaction } from './fulfil-next-reaction';
import { getNextReaction } from './get-next-reaction';
import { handOverNextReaction } from './hand-over-next-reaction';
import { writeTestRecords } from './testing-records';

const leadNotAccepted = { code: 'notPossibleNow', details: { reason: 'leadNotAccepted' } };

describe.each(dialects)('IN-11: a lead that nobody accepted on %s', (dialect) => {
  test('is not ended for everybody by one sales manager, nor given away', async () => {
    const { as, close, handOver, appealId, leadId, nextReactionId } = await start(dialect);
    await expect(close('pavel')).rejects.toMatchObject(leadNotAccepted);
    await expect(handOver('pavel', 'support')).rejects.toMatchObject(leadNotAccepted);
    await expect(handOver('pavel', 'sales')).rejects.toMatchObject(leadNotAccepted);
    const appeal = closeAppeal(as('pavel'), { appealId, version: 1, reason: 'не наше' });
    await expect(appeal).rejects.toMatchObject(leadNotAccepted);
    expect(await getLead(as('pavel'), { leadId })).toMatchObject({ state: 'offered' });
    const { nextReaction } = await getNextReaction(as('pavel'), { nextReactionId });
    expect(nextReaction.may).toEqual({
      act: true,
      fulfil: true,
      postpone: false,
      handOver: false,
      close: false,
    });
  });

  test('is ended with a reason by the head', async () => {
    const { as, close, leadId, nextReactionId } = await start(dialect);
    const { nextReaction } = await getNextReaction(as('polina'), { nextReactionId });
    expect(nextReaction.may).toEqual({
      act: true,
      fulfil: true,
      postpone: false,
      handOver: true,
      close: true,
    });
    await close('polina');
    expect(await getLead(as('pavel'), { leadId })).toMatchObject({ state: 'ended', endReason: 'не наше' });
  });

  test('is accepted by whoever does its work', async () => {
    const { as, leadId, nextReactionId } = await start(dialect);
    await fulfilNextReaction(as('pavel'), {
      nextReactionId,
      reaction: { type: 'outgoingCall', topic: '', note: 'выслал цены' },
      nextReactions: [],
      closeAppeal: { reason: 'купили' },
    });
    expect(await getLead(as('pavel'), { leadId })).toMatchObject({
      state: 'ended',
      acceptedBy: { id: 'pavel' },
      acceptedAt: testStart,
    });
  });

  test('comes to whoever heads the department by appointment, who may take it wherever they sit', async () => {
    const { world, as, company, leadId, nextReactionId } = await start(dialect);
    await world.store.tx((db) => updateDepartment(db, 'sales', { headId: 'marina' }));
    await world.store.tx((db) => updateEmployee(db, 'marina', { departmentId: 'support' }));
    world.pass(minuteMs);
    await fireDueDeadlines(world.as(null));
    const marina = { ...company.as('marina'), departmentId: 'support', departmentKind: 'support' } as const;
    const head = world.as({ ...marina, roles: ['supportSpecialist'] });
    expect(await getLead(head, { leadId })).toMatchObject({ state: 'escalated', may: { accept: true } });
    await acceptLead(head, { leadId });
    expect(await getNextReaction(as('pavel'), { nextReactionId })).toMatchObject({
      nextReaction: { employee: { id: 'marina' } },
    });
  });

  test('CS-9: escalated to an absent head, is taken or ended by their substitute', async () => {
    const { world, company, close, leadId } = await start(dialect);
    world.pass(minuteMs);
    await fireDueDeadlines(world.as(null));
    const substitute = world.as(company.as('stepan', ['polina']));
    expect(await getLead(substitute, { leadId })).toMatchObject({ may: { accept: true } });
    await expect(close('pavel')).rejects.toMatchObject({ code: 'forbidden' });
    await close('stepan', ['polina']);
    expect(await getLead(world.as(company.as('pavel')), { leadId })).toMatchObject({ state: 'ended' });
  });
});

describe.each(dialects)('IN-11: a lead that comes back to sales on %s', (dialect) => {
  test('from its head is offered again with a new minute', async () => {
    const { world, as, handOver, leadId } = await start(dialect);
    world.pass(2 * minuteMs);
    await fireDueDeadlines(world.as(null));
    await handOver('polina', 'sales');
    await fireDueDeadlines(world.as(null));
    expect(await getLead(as('pavel'), { leadId })).toMatchObject({
      state: 'offered',
      dueAt: testStart + 3 * minuteMs,
      may: { accept: true },
    });
  });

  test('from another department is a lead again', async () => {
    const { world, as, handOver, leadId, nextReactionId } = await start(dialect);
    await handOver('polina', 'support');
    world.pass(5 * minuteMs);
    await handOver('stepan', 'sales');
    expect(await getLead(as('pavel'), { leadId })).toMatchObject({
      state: 'offered',
      endReason: null,
      dueAt: testStart + 6 * minuteMs,
    });
    const { nextReaction } = await getNextReaction(as('pavel'), { nextReactionId });
    expect(nextReaction).toMatchObject({ dueAt: testStart + 6 * minuteMs });
  });
});

async function start(dialect: (typeof dialects)[number]) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world);
  const written = await writeTestRecords(world, company.as('anna'));
  const nextReactionId = written.nextReactionIds[0]!;
  const as = (name: TestName) => world.as(company.as(name));
  const version = async () => (await getNextReaction(as('anna'), { nextReactionId })).nextReaction.version;
  return {
    world,
    company,
    as,
    leadId: written.leadId!,
    appealId: written.appealId,
    nextReactionId,
    close: async (name: TestName, substitutesFor: readonly TestName[] = []) =>
      closeNextReaction(world.as(company.as(name, substitutesFor)), {
        nextReactionId,
        version: await version(),
        reason: 'не наше',
        outcome: 'closed',
      }),
    handOver: async (name: TestName, departmentKind: 'sales' | 'support') =>
      handOverNextReaction(as(name), {
        nextReactionId,
        version: await version(),
        responsible: { kind: 'department', departmentKind },
        reason: 'не наше',
      }),
  };
}
