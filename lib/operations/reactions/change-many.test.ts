import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { getAppeal } from '@/db/appeals';
import { getNextReaction, listNextReactionChanges, listNextReactionsOfAppeals } from '@/db/next-reactions';
import { dialects, openTestStore } from '@/db/testing';
import { dayMs, hourMs, minuteMs } from '@/lib/domain/duration';
import type { ChangeMany } from '@/lib/domain/reactions/next-reactions.contract';
import { createTestWorld, testStart } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { changeManyNextReactions } from './change-many-next-reactions';
import { closeNextReaction } from './close-next-reaction';
import { listSlips } from './list-slips';
import { postponeNextReaction } from './postpone-next-reaction';
import { commercialRecords, writeTestRecords } from './testing-records';
import { undoNextReactions } from './undo-next-reactions';

const tomorrow = { kind: 'postpone', dueAt: testStart + dayMs } as const;

describe.each(dialects)('many next reactions at once on %s', (dialect) => {
  test('are postponed by a head with one reason; what cannot be is told with why', async () => {
    const { as, write, row, change } = await start(dialect);
    const [first, second] = [await write('stepan'), await write('stepan')];
    const foreign = await write('pavel');
    const stale = await write('stepan');
    await postponeNextReaction(as('stepan'), {
      nextReactionId: stale,
      version: 1,
      dueAt: testStart + 2 * hourMs,
      reason: 'потом',
    });
    const { done, refused } = await change('sofia', tomorrow, [first, second, foreign, stale, 'нет такой']);
    expect(done.map(({ id }) => id)).toEqual([first, second].sort());
    expect(refused.map(({ id, code }) => [id, code]).sort()).toEqual(
      [
        [foreign, 'forbidden'],
        [stale, 'conflict'],
        ['нет такой', 'notFound'],
      ].sort(),
    );
    expect(refused.find(({ id }) => id === stale)).toMatchObject({ counterparty: 'ООО «Ромашка»' });
    expect(refused.find(({ id }) => id === foreign)).toMatchObject({ topic: '', counterparty: null });
    expect(await row(first)).toMatchObject({ dueAt: testStart + dayMs, postponedCount: 1, version: 2 });
    expect(await row(foreign)).toMatchObject({ dueAt: testStart + hourMs, version: 1 });
  });

  test('are no matter of those who answer for themselves alone', async () => {
    const { write, change } = await start(dialect);
    const id = await write('stepan');
    await expect(change('stepan', tomorrow, [id])).rejects.toMatchObject({ code: 'forbidden' });
    const past = change('sofia', { ...tomorrow, dueAt: testStart }, [id]);
    await expect(past).rejects.toMatchObject({ fields: { 'change.dueAt': 'inThePast' } });
    const far = change('sofia', { ...tomorrow, dueAt: testStart + 366 * dayMs }, [id]);
    await expect(far).rejects.toMatchObject({ fields: { 'change.dueAt': 'reactions.errors.dueTooLate' } });
    const nobody = { kind: 'handOver', responsible: { kind: 'employee', employeeId: 'nobody' } } as const;
    await expect(change('sofia', nobody, [id])).rejects.toMatchObject({ code: 'invalid' });
  });

  test('are taken back as they were, within a quarter of an hour', async () => {
    const { world, as, write, row, change } = await start(dialect);
    const id = await write('stepan');
    const before = await row(id);
    const to = { kind: 'department', departmentKind: 'management' } as const;
    for (const what of [tomorrow, { kind: 'handOver', responsible: to }, { kind: 'close' }] as const) {
      const { version } = (await row(id))!;
      const { done } = await change('sofia', what, [id], version);
      const undone = await undoNextReactions(as('sofia'), { rows: done });
      expect(undone).toMatchObject({ done: [{ id }], refused: [] });
      expect(await row(id)).toEqual({ ...before, version: version + 2 });
    }
    expect(await getAppeal(world.store.read, before!.appealId!)).toMatchObject({ closedAt: null });
    const changes = await listNextReactionChanges(world.store.read, [id]);
    expect(changes.map(({ what }) => what)).toEqual([
      'postponed',
      'undone',
      'handedOver',
      'undone',
      'closed',
      'undone',
    ]);
    const { done } = await change('sofia', tomorrow, [id], 7);
    world.pass(15 * minuteMs + 1);
    const late = await undoNextReactions(as('sofia'), { rows: done });
    expect(late.refused).toMatchObject([{ code: 'notPossibleNow', reason: 'tooLateToUndo' }]);
  });

  test('are taken back with what came of them, however long the act took', async () => {
    const { world, as, write, row, change } = await start(dialect, { tickMs: 1 });
    const id = await write('stepan');
    const { appealId, counterpartyId } = (await row(id))!;
    await world.store.tx(async ({ q, t }) => {
      await q
        .update(t.counterparties)
        .set({ assignedTo: 'anna' })
        .where(eq(t.counterparties.id, counterpartyId!));
    });
    const slips = async () => (await listSlips(as('anna'), { kind: 'clientPromise', limit: 9 })).rows;
    const { done: moved } = await change('sofia', tomorrow, [id]);
    expect(await slips()).toHaveLength(1);
    await undoNextReactions(as('sofia'), { rows: moved });
    expect(await slips()).toEqual([]);

    const { done: closed } = await change('sofia', { kind: 'close' }, [id], 3);
    expect((await getAppeal(world.store.read, appealId!))!.closedAt).not.toBeNull();
    await undoNextReactions(as('sofia'), { rows: closed });
    expect(await getAppeal(world.store.read, appealId!)).toMatchObject({ closedAt: null });
  });

  test('are taken back onto an appeal that was closed meanwhile by somebody else', async () => {
    const { world, as, write, row, change } = await start(dialect);
    const id = await write('stepan', 'pavel');
    const { appealId } = (await row(id))!;
    const { done } = await change('sofia', { kind: 'close' }, [id]);
    const [other] = await listNextReactionsOfAppeals(world.store.read, [appealId!], 'open');
    world.pass(minuteMs);
    await closeNextReaction(as('pavel'), {
      nextReactionId: other!.id,
      version: 1,
      reason: 'решено',
      outcome: 'closed',
    });
    expect((await getAppeal(world.store.read, appealId!))!.closedAt).not.toBeNull();
    const undone = await undoNextReactions(as('sofia'), { rows: done });
    expect(undone.refused).toEqual([]);
    expect(await row(id)).toMatchObject({ endedAt: null });
    expect(await getAppeal(world.store.read, appealId!)).toMatchObject({ closedAt: null, closeReason: null });
  });

  test('are not taken back by somebody else, nor when somebody went on from there', async () => {
    const { as, write, change } = await start(dialect);
    const id = await write('stepan');
    const { done } = await change('sofia', tomorrow, [id]);
    const foreign = await undoNextReactions(as('gleb'), { rows: done });
    expect(foreign.refused).toMatchObject([{ code: 'forbidden' }]);
    await postponeNextReaction(as('sofia'), {
      nextReactionId: id,
      version: 2,
      dueAt: testStart + 2 * dayMs,
      reason: 'ещё',
    });
    const stale = await undoNextReactions(as('sofia'), { rows: done });
    expect(stale.refused).toMatchObject([{ code: 'conflict' }]);
  });
});

async function start(dialect: (typeof dialects)[number], clock: { tickMs?: number } = {}) {
  const world = createTestWorld(await openTestStore(dialect), clock);
  const company = await hireTestCompany(world);
  const as = (name: Parameters<typeof company.as>[0]) => world.as(company.as(name));
  return {
    world,
    as,
    row: (id: string) => getNextReaction(world.store.read, id),
    /** A next reaction of each of them on one appeal, due in an hour; the first one's id. */
    write: async (...employeeIds: string[]) => {
      const nextReactions = employeeIds.map((employeeId) => ({
        responsible: { kind: 'employee', employeeId } as const,
        dueAt: testStart + hourMs,
      }));
      const plan = { ...commercialRecords, nextReactions };
      const written = await writeTestRecords(world, company.as('boris'), { plan, callId: null });
      return written.nextReactionIds[0]!;
    },
    change: (
      name: Parameters<typeof company.as>[0],
      change: ChangeMany['change'],
      ids: readonly string[],
      version = 1,
    ) =>
      changeManyNextReactions(as(name), {
        rows: ids.map((id) => ({ id, version })),
        change,
        reason: 'не успеваем',
      }),
  };
}
