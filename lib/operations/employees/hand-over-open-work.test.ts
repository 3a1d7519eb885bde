import { describe, expect, test } from 'vitest';
import { getFeedCursor, listFeedAfter } from '@/db/feed';
import { dialects, openTestStore } from '@/db/testing';
import { dayMs, minuteMs } from '@/lib/domain/duration';
import { fireDueDeadlines } from '@/lib/operations/deadlines/sweep';
import { acceptLead } from '@/lib/operations/leads/accept-lead';
import { getLead } from '@/lib/operations/leads/get-lead';
import { listLeads } from '@/lib/operations/leads/list-leads';
import { getNextReaction } from '@/lib/operations/reactions/get-next-reaction';
import { handOverNextReaction } from '@/lib/operations/reactions/hand-over-next-reaction';
import { writeTestRecords } from '@/lib/operations/reactions/testing-records';
import { createTestWorld, testStart } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { disableEmployee } from './disable-employee';
import type { TestName } from './testing';

describe.each(dialects)('the accepted lead of a person who is disabled on %s', (dialect) => {
  test('goes on with a successor of the sales department', async () => {
    const { as, disable, leadId, nextReactionId } = await start(dialect);
    await disable('polina');
    expect((await listLeads(as('polina'))).accepted).toMatchObject([
      { id: leadId, acceptedBy: { id: 'polina' }, may: { finish: true } },
    ]);
    const { nextReaction } = await getNextReaction(as('polina'), { nextReactionId });
    expect(nextReaction).toMatchObject({ employee: { id: 'polina' }, dueAt: testStart + minuteMs });
  });

  test('ends when the successor is of another department', async () => {
    const { as, disable, leadId, nextReactionId } = await start(dialect);
    await disable('stepan');
    expect(await getLead(as('polina'), { leadId })).toMatchObject({
      state: 'ended',
      endReason: 'handedOver',
    });
    const { nextReaction } = await getNextReaction(as('stepan'), { nextReactionId });
    expect(nextReaction).toMatchObject({ employee: { id: 'stepan' }, department: { kind: 'support' } });
  });

  test('IN-11: waits to be accepted again without a successor, and with its minute gone goes to the head', async () => {
    const { world, as, disable, leadId, nextReactionId } = await start(dialect);
    await disable(null);
    expect(await getLead(as('polina'), { leadId })).toMatchObject({
      state: 'offered',
      acceptedBy: null,
      may: { accept: true },
    });
    world.pass(minuteMs);
    await fireDueDeadlines(world.as(null));
    expect((await listLeads(as('polina'))).waiting).toMatchObject([{ id: leadId, state: 'escalated' }]);
    const { nextReaction } = await getNextReaction(as('polina'), { nextReactionId });
    expect(nextReaction).toMatchObject({ employee: { id: 'polina' } });
  });

  test('is told to the department it leaves and at its appeal', async () => {
    const { world, disable, leadId, nextReactionId, appealId } = await start(dialect);
    const cursor = await getFeedCursor(world.store.read);
    await disable('stepan');
    const told = await listFeedAfter(world.store.read, cursor);
    expect(told).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ noun: 'lead', nounId: leadId, departmentId: 'sales' }),
        expect.objectContaining({ noun: 'nextReaction', nounId: nextReactionId, departmentId: 'sales' }),
        expect.objectContaining({ noun: 'nextReaction', nounId: nextReactionId, departmentId: 'support' }),
        expect.objectContaining({ noun: 'appeal', nounId: appealId }),
      ]),
    );
  });
});

describe.each(dialects)('an accepted lead handed over on %s', (dialect) => {
  test('to a colleague is theirs', async () => {
    const { as, handOver, leadId } = await start(dialect);
    await handOver({ kind: 'employee', employeeId: 'polina' });
    expect(await getLead(as('polina'), { leadId })).toMatchObject({
      state: 'accepted',
      acceptedBy: { id: 'polina' },
      acceptedAt: testStart,
    });
  });

  test('back to the sales department waits to be accepted again', async () => {
    const { as, handOver, leadId } = await start(dialect);
    await handOver({ kind: 'department', departmentKind: 'sales' });
    expect(await getLead(as('polina'), { leadId })).toMatchObject({ state: 'offered', acceptedBy: null });
    await acceptLead(as('polina'), { leadId });
  });

  test('IN-11: back to the sales department has a new minute', async () => {
    const { world, as, handOver, leadId, nextReactionId } = await start(dialect);
    world.pass(20 * minuteMs);
    await handOver({ kind: 'department', departmentKind: 'sales' });
    await fireDueDeadlines(world.as(null));
    const startedAt = testStart + 20 * minuteMs;
    expect(await getLead(as('polina'), { leadId })).toMatchObject({
      state: 'offered',
      startedAt,
      dueAt: startedAt + minuteMs,
    });
    const { nextReaction } = await getNextReaction(as('polina'), { nextReactionId });
    expect(nextReaction).toMatchObject({ employee: null, dueAt: startedAt + minuteMs });
    world.pass(minuteMs);
    await fireDueDeadlines(world.as(null));
    expect(await getLead(as('polina'), { leadId })).toMatchObject({ escalationReason: 'minuteGone' });
  });

  test('back to the sales department keeps the later time the caller was promised', async () => {
    const { as, handOver, leadId, nextReactionId } = await start(dialect);
    await handOver({ kind: 'department', departmentKind: 'sales' }, testStart + dayMs);
    expect(await getLead(as('polina'), { leadId })).toMatchObject({ dueAt: testStart + minuteMs });
    const { nextReaction } = await getNextReaction(as('polina'), { nextReactionId });
    expect(nextReaction).toMatchObject({ dueAt: testStart + dayMs });
  });
});

/** Pavel has accepted a lead. */
async function start(dialect: (typeof dialects)[number]) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world);
  const as = (name: TestName) => world.as(company.as(name));
  const written = await writeTestRecords(world, company.as('anna'));
  const leadId = written.leadId!;
  const nextReactionId = written.nextReactionIds[0]!;
  await acceptLead(as('pavel'), { leadId });
  return {
    world,
    as,
    leadId,
    nextReactionId,
    appealId: written.appealId,
    disable: (successorId: TestName | null) =>
      disableEmployee(as('alla'), { employeeId: 'pavel', successorId, reason: 'уволился' }),
    handOver: (responsible: Parameters<typeof handOverNextReaction>[1]['responsible'], dueAt?: number) =>
      handOverNextReaction(as('pavel'), {
        nextReactionId,
        version: 2,
        responsible,
        reason: 'отпуск',
        ...(dueAt !== undefined && { dueAt }),
      }),
  };
}
