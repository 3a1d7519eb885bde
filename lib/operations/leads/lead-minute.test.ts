import { describe, expect, test } from 'vitest';
import { getNextReaction } from '@/db/next-reactions';
import { dialects, openTestStore } from '@/db/testing';
import type { BusinessHours } from '@/lib/domain/deadlines/business-hours';
import { dayMs, minuteMs } from '@/lib/domain/duration';
import { fireDueDeadlines } from '@/lib/operations/deadlines/sweep';
import type { TestName } from '@/lib/operations/employees/testing';
import { rerouteNextReaction } from '@/lib/operations/reactions/reroute-next-reaction';
import { writeTestRecords } from '@/lib/operations/reactions/testing-records';
import { createTestWorld, testStart } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { acceptLead } from './accept-lead';
import { declineLead } from './decline-lead';
import { getLead } from './get-lead';
import { listLeads } from './list-leads';

const halfMinuteMs = minuteMs / 2;
/** The test world begins on a Sunday at 09:00. */
const fromMonday: BusinessHours = {
  timeZone: 'Europe/Moscow',
  weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, intervals: [{ from: '09:00', until: '18:00' }] })),
  holidays: [],
};

describe.each(dialects)('the minute of a lead on %s', (dialect) => {
  test('IN-11: gone, it brings the lead to the head of sales once; it stays visible and may be accepted', async () => {
    const { world, as, sweep, leadId, nextReactionId } = await start(dialect);
    world.pass(minuteMs - 1);
    expect(await sweep()).toBe(0);
    world.pass(1);
    expect(await sweep()).toBe(1);
    expect(await sweep()).toBe(0);
    expect((await listLeads(as('pavel'))).waiting).toMatchObject([
      { id: leadId, state: 'escalated', escalationReason: 'minuteGone', may: { accept: true } },
    ]);
    expect(await getNextReaction(world.store.read, nextReactionId)).toMatchObject({
      responsibleEmployeeId: 'polina',
    });
    await acceptLead(as('pavel'), { leadId });
    expect(await getNextReaction(world.store.read, nextReactionId)).toMatchObject({
      responsibleEmployeeId: 'pavel',
    });
  });

  test('IN-11: is measured in working time, on the day it was accepted', async () => {
    const { world, as, leadId } = await start(dialect, fromMonday);
    world.pass(dayMs + halfMinuteMs);
    await acceptLead(as('pavel'), { leadId });
    const { today } = await listLeads(as('pavel'));
    expect(today).toEqual({ acceptedCount: 1, averageAcceptMs: halfMinuteMs });
    world.pass(dayMs);
    expect((await listLeads(as('pavel'))).today.acceptedCount).toBe(0);
  });

  test('IN-11: stands still until the department opens', async () => {
    const { world, as, sweep, leadId } = await start(dialect, fromMonday);
    world.pass(2 * minuteMs);
    expect(await sweep()).toBe(0);
    expect(await getLead(as('pavel'), { leadId })).toMatchObject({
      state: 'offered',
      isPaused: true,
      startedAt: testStart + dayMs,
      dueAt: testStart + dayMs + minuteMs,
    });
    world.pass(dayMs - 2 * minuteMs + halfMinuteMs);
    expect(await sweep()).toBe(0);
    expect(await getLead(as('pavel'), { leadId })).toMatchObject({ state: 'offered', isPaused: false });
    world.pass(halfMinuteMs);
    expect(await sweep()).toBe(1);
    expect(await getLead(as('pavel'), { leadId })).toMatchObject({ state: 'escalated' });
  });

  test('IN-10: tried again at the sales department, the lead has a whole new minute and is offered to all again', async () => {
    const { world, as, sweep, toSales, leadId } = await start(dialect);
    await declineLead(as('pavel'), { leadId, reason: 'занят' });
    world.pass(halfMinuteMs);
    await toSales();
    expect(await getLead(as('pavel'), { leadId })).toMatchObject({
      isOfferedToMe: true,
      may: { accept: true, decline: true },
    });
    world.pass(halfMinuteMs);
    expect(await sweep()).toBe(0);
    expect(await getLead(as('pavel'), { leadId })).toMatchObject({
      state: 'offered',
      dueAt: testStart + halfMinuteMs + minuteMs,
    });
    await declineLead(as('polina'), { leadId, reason: 'не мой город' });
    expect(await getLead(as('pavel'), { leadId })).toMatchObject({ state: 'offered' });
    world.pass(halfMinuteMs);
    expect(await sweep()).toBe(1);
    expect(await getLead(as('pavel'), { leadId })).toMatchObject({
      state: 'escalated',
      escalationReason: 'minuteGone',
    });
  });
});

async function start(dialect: (typeof dialects)[number], sales?: BusinessHours) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world, sales && { sales });
  for (const name of ['pavel', 'polina'] as const) await company.setPresence(name, 'available');
  const written = await writeTestRecords(world, company.as('anna'));
  const leadId = written.leadId!;
  const nextReactionId = written.nextReactionIds[0]!;
  const context = world.as(company.as('anna'));
  return {
    world,
    as: (name: TestName) => world.as(company.as(name)),
    leadId,
    nextReactionId,
    sweep: () => fireDueDeadlines(world.as(null), { subjectId: leadId }),
    toSales: async () => {
      for (const name of ['pavel', 'polina'] as const) await company.setPresence(name, 'available');
      await context.tx((tx) =>
        rerouteNextReaction(tx, context, {
          nextReactionId,
          responsible: { kind: 'department', departmentKind: 'sales' },
          employeeId: 'anna',
        }),
      );
    },
  };
}
