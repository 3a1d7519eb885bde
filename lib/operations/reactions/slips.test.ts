import { describe, expect, test } from 'vitest';
import { updateCounterparty } from '@/db/counterparties';
import { dialects, openTestStore } from '@/db/testing';
import type { EscalationChain } from '@/lib/domain/deadlines/escalation';
import { dayMs, hourMs, minuteMs } from '@/lib/domain/duration';
import { fireDueDeadlines } from '@/lib/operations/deadlines/sweep';
import { changeTestDepartment } from '@/lib/operations/departments/testing';
import { createTestWorld, testStart } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { closeNextReaction } from './close-next-reaction';
import { getNextReaction } from './get-next-reaction';
import { handOverNextReaction } from './hand-over-next-reaction';
import { listSlips } from './list-slips';
import { listUrgentNextReactions } from './list-urgent-next-reactions';
import { postponeNextReaction } from './postpone-next-reaction';
import { commercialRecords, writeTestRecords } from './testing-records';
import { undoNextReactions } from './undo-next-reactions';

const chain: EscalationChain = [
  { afterMinutes: 30, to: 'head' },
  { afterMinutes: 60, to: 'management' },
  { afterMinutes: 120, to: 'generalDirector' },
];

describe.each(dialects)('a next reaction that slips, on %s', (dialect) => {
  test('is shown along the chain of its department, in its working minutes, until it is done', async () => {
    const { as, pass, nextReactionId, told } = await start(dialect, { chain });
    await pass(hourMs + 29 * minuteMs);
    expect(await told('escalation', 'sofia')).toEqual([]);
    await pass(minuteMs);
    expect(await told('escalation', 'sofia')).toEqual([nextReactionId]);
    expect(await told('escalation', 'marina')).toEqual([]);
    const { nextReaction, changes } = await getNextReaction(as('stepan'), { nextReactionId });
    expect(nextReaction.shownTo).toMatchObject({
      listener: 'head',
      employee: { id: 'sofia' },
      at: testStart + 90 * minuteMs,
    });
    expect(changes).toMatchObject([
      { what: 'shown', reason: 'head', to: { responsible: 'Соколова\u00a0С.' } },
    ]);
    await pass(30 * minuteMs);
    for (const name of ['marina', 'gleb'] as const)
      expect(await told('escalation', name)).toEqual([nextReactionId]);
    await pass(hourMs);
    expect((await listUrgentNextReactions(as('gleb'))).slips).toHaveLength(2);
    await closeNextReaction(as('stepan'), {
      nextReactionId,
      version: 1,
      reason: 'решено',
      outcome: 'closed',
    });
    for (const name of ['sofia', 'marina', 'gleb'] as const)
      expect(await told('escalation', name)).toEqual([]);
  });

  test('that gets a new due time or another person begins its chain anew', async () => {
    const { as, pass, nextReactionId, told } = await start(dialect, { chain });
    await pass(hourMs + 30 * minuteMs);
    await postponeNextReaction(as('stepan'), {
      nextReactionId,
      version: 1,
      dueAt: testStart + 5 * hourMs,
      reason: 'ждём ключ',
    });
    expect(await told('escalation', 'sofia')).toEqual([]);
    await pass(3 * hourMs);
    expect(await told('escalation', 'sofia')).toEqual([]);
    await pass(2 * hourMs);
    expect(await told('escalation', 'sofia')).toEqual([nextReactionId]);
    const to = { kind: 'employee', employeeId: 'sofia' } as const;
    await handOverNextReaction(as('stepan'), {
      nextReactionId,
      version: 2,
      responsible: to,
      reason: 'не успеваю',
    });
    await pass(minuteMs);
    expect(await told('escalation', 'sofia')).toEqual([]);
  });

  test('stands where it stood in its chain when the change is taken back, and nobody is told anew', async () => {
    const { as, pass, nextReactionId, told, world } = await start(dialect, { chain, assignedTo: 'anna' });
    await pass(hourMs + 40 * minuteMs);
    const look = async () => {
      const { nextReaction, changes } = await getNextReaction(as('stepan'), { nextReactionId });
      const { q, t } = world.store.read;
      const slips = await q.select().from(t.slips).orderBy(t.slips.id);
      return {
        shownTo: nextReaction.shownTo,
        shown: changes.filter(({ what }) => what === 'shown').length,
        slips,
      };
    };
    const timesOverdue = async () => {
      const { q, t } = world.store.read;
      const deadlines = await q.select().from(t.deadlines);
      return deadlines.filter(({ kind, outcome }) => kind === 'overdue' && outcome === 'fired').length;
    };
    const before = await look();
    expect(before).toMatchObject({ shownTo: { listener: 'head', at: testStart + 100 * minuteMs }, shown: 2 });
    const takeBack = async (version: number) => {
      await pass(minuteMs);
      const times = await timesOverdue();
      const rows = [{ id: nextReactionId, version }];
      expect((await undoNextReactions(as('stepan'), { rows })).refused).toEqual([]);
      await pass(minuteMs);
      expect(await look()).toEqual(before);
      expect(await timesOverdue()).toBe(times);
    };
    const change = { nextReactionId, reason: 'ждём ключ' };
    const later = { dueAt: testStart + dayMs };
    await postponeNextReaction(as('stepan'), { ...change, ...later, version: 1 });
    await takeBack(2);
    const responsible = { kind: 'employee', employeeId: 'sofia' } as const;
    await handOverNextReaction(as('stepan'), { ...change, responsible, version: 3 });
    await takeBack(4);
    await closeNextReaction(as('stepan'), { ...change, outcome: 'closed', version: 5 });
    await takeBack(6);
    await pass(13 * minuteMs);
    expect(await told('escalation', 'marina')).toEqual([]);
    await pass(minuteMs);
    expect(await told('escalation', 'marina')).toEqual([nextReactionId]);
  });

  test('without a chain is shown to nobody; a head who is not appointed is stood in for by management', async () => {
    const none = await start(dialect, { chain: [] });
    await none.pass(dayMs);
    expect(await none.told('escalation', 'sofia')).toEqual([]);
    const headless = await start(dialect, { chain });
    await changeTestDepartment(headless.as('alla'), { departmentId: 'support', headId: null });
    await headless.pass(hourMs + 31 * minuteMs);
    expect(await headless.told('escalation', 'marina')).toEqual([headless.nextReactionId]);
  });

  test('CO-3: is told to the client’s own manager once, and stays until it is settled', async () => {
    const { as, pass, nextReactionId, told, world, company } = await start(dialect, {
      chain: [],
      assignedTo: 'anna',
    });
    await pass(hourMs + 1);
    expect(await told('clientPromise', 'anna')).toEqual([nextReactionId]);
    expect(await told('clientPromise', 'boris')).toEqual([]);
    const standIn = await listSlips(world.as(company.as('boris', ['anna'])), {
      kind: 'clientPromise',
      limit: 9,
    });
    expect(standIn.rows).toMatchObject([{ cause: 'overdue', nextReaction: { id: nextReactionId } }]);
    await postponeNextReaction(as('stepan'), {
      nextReactionId,
      version: 1,
      dueAt: testStart + dayMs,
      reason: 'ждём ключ',
    });
    expect(await told('clientPromise', 'anna')).toEqual([nextReactionId]);
    await pass(dayMs);
    expect(await told('clientPromise', 'anna')).toHaveLength(2);
    await closeNextReaction(as('stepan'), {
      nextReactionId,
      version: 2,
      reason: 'решено',
      outcome: 'closed',
    });
    expect(await told('clientPromise', 'anna')).toEqual([]);
  });

  test('CO-3: moved before it is due is told too, but not to a manager who moved it or has to do it', async () => {
    const moved = await start(dialect, { chain: [], assignedTo: 'anna' });
    const postpone = { version: 1, dueAt: testStart + dayMs, reason: 'ждём ключ' };
    await postponeNextReaction(moved.as('stepan'), { ...postpone, nextReactionId: moved.nextReactionId });
    const { rows } = await listSlips(moved.as('anna'), { kind: 'clientPromise', limit: 9 });
    expect(rows).toMatchObject([{ cause: 'postponed', slippedFrom: testStart + hourMs }]);
    const own = await start(dialect, { chain: [], assignedTo: 'anna', responsible: 'anna' });
    await postponeNextReaction(own.as('anna'), { ...postpone, nextReactionId: own.nextReactionId });
    await own.pass(2 * dayMs);
    expect(await own.told('clientPromise', 'anna')).toEqual([]);
  });

  test('a head sets the chain of their own department, each step later than the one before', async () => {
    const { as } = await start(dialect, { chain });
    const set = (name: 'sofia' | 'stepan' | 'clara') =>
      changeTestDepartment(as(name), { departmentId: 'support', escalation: chain });
    await set('sofia');
    for (const name of ['stepan', 'clara'] as const)
      await expect(set(name)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

type Start = {
  chain: EscalationChain;
  assignedTo?: 'anna';
  responsible?: 'anna' | 'stepan';
};

/** A next reaction of support with a client, due in an hour. */
async function start(
  dialect: (typeof dialects)[number],
  { chain, assignedTo, responsible = 'stepan' }: Start,
) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world);
  const as = (name: Parameters<typeof company.as>[0]) => world.as(company.as(name));
  await changeTestDepartment(as('alla'), { departmentId: 'support', escalation: chain });
  const written = await writeTestRecords(world, company.as('boris'), {
    plan: {
      ...commercialRecords,
      nextReactions: [
        { responsible: { kind: 'employee', employeeId: responsible }, dueAt: testStart + hourMs },
      ],
    },
    callId: null,
  });
  await world.store.tx((db) =>
    updateCounterparty(db, written.counterpartyId, { assignedTo: assignedTo ?? null }),
  );
  return {
    world,
    company,
    as,
    nextReactionId: written.nextReactionIds[0]!,
    pass: async (ms: number) => {
      world.pass(ms);
      await fireDueDeadlines(world.as(null));
    },
    told: async (kind: 'escalation' | 'clientPromise', name: Parameters<typeof company.as>[0]) => {
      const { rows } = await listSlips(as(name), { kind, limit: 9 });
      return rows.map(({ nextReaction }) => nextReaction.id);
    },
  };
}
