import { describe, expect, test } from 'vitest';
import { dialects } from '@/db/testing';
import type { MissedCaller } from '@/lib/domain/calls/missed-caller';
import type { TestName } from '@/lib/operations/employees/testing';
import { closeNextReaction } from '@/lib/operations/reactions/close-next-reaction';
import { handOverNextReaction } from '@/lib/operations/reactions/hand-over-next-reaction';
import { openLine, type TestLine } from '@/tests/call-driver';
import { listMissedCallers } from './list-missed-callers';

/** Somebody calls, waits so many seconds and gives up; the verdict on the call is passed. */
async function callsInVain(line: TestLine, from: string, seconds: number) {
  const call = await line.callerCalls({ from });
  await call.callerJoins();
  await line.pass(seconds);
  await call.callerHangsUp();
  await line.pass(15);
  return call;
}

const list = (line: TestLine, name: TestName, show: 'open' | 'settled' = 'open', more = {}) =>
  listMissedCallers(line.world.as(line.company.as(name)), { show, limit: 50, ...more });
const only = async (page: Promise<{ rows: MissedCaller[] }>) => {
  const { rows } = await page;
  expect(rows).toHaveLength(1);
  return rows[0]!;
};

const ivanov = '+79130000001';
const petrov = '+79130000002';

describe.each(dialects)('the list of missed callers on %s', (dialect) => {
  test('has one row per caller: how often, when last, how long they waited at most (IN-11)', async () => {
    const line = await openLine(dialect);
    await callsInVain(line, ivanov, 40);
    const last = await callsInVain(line, ivanov, 10);
    await callsInVain(line, petrov, 5);
    const { rows, next } = await list(line, 'anna');
    expect(next).toBeNull();
    expect(rows).toMatchObject([
      {
        ...{ caller: { e164: ivanov }, state: 'new', calls: 2, waitMs: 40_000, settledAfterMs: null },
        next: { callerText: '+7 (913) 000-00-01' },
      },
      { caller: { e164: petrov }, state: 'new', calls: 1, waitMs: 5000 },
    ]);
    const { arrivedAt } = await last.row();
    expect(rows[0]).toMatchObject({ lastAt: arrivedAt, reviewCallId: last.callId });
    expect(rows[0]!.firstAt).toBeLessThan(arrivedAt);
  });

  test('is narrowed to those who were missed in a period', async () => {
    const line = await openLine(dialect);
    await callsInVain(line, ivanov, 5);
    const between = line.world.now();
    line.world.pass(60_000);
    await callsInVain(line, petrov, 5);
    expect((await list(line, 'anna', 'open', { from: 1, until: line.world.now() + 1 })).rows).toHaveLength(2);
    expect(await only(list(line, 'anna', 'open', { until: between + 1 }))).toMatchObject({
      caller: { e164: ivanov },
    });
    expect(await only(list(line, 'anna', 'open', { from: between + 1 }))).toMatchObject({
      caller: { e164: petrov },
    });
    expect((await list(line, 'anna', 'settled', { from: 1 })).rows).toEqual([]);
  });

  test('shows who took it on, and is settled by calling back', async () => {
    const line = await openLine(dialect);
    await callsInVain(line, ivanov, 20);
    const { next } = await only(list(line, 'anna'));
    const asAnna = line.world.as(line.company.as('anna'));
    const { version } = await handOverNextReaction(asAnna, {
      nextReactionId: next.id,
      version: next.version,
      responsible: { kind: 'employee', employeeId: 'anna' },
      reason: 'взято в работу',
    });
    expect(await only(list(line, 'boris'))).toMatchObject({
      state: 'inWork',
      next: { employee: { id: 'anna' } },
    });
    line.world.pass(300_000);
    await closeNextReaction(asAnna, {
      nextReactionId: next.id,
      version,
      reason: 'дозвонилась',
      outcome: 'calledBack',
    });
    expect((await list(line, 'anna')).rows).toEqual([]);
    expect(await only(list(line, 'anna', 'settled'))).toMatchObject({
      state: 'calledBack',
      settledAfterMs: 315_000,
      next: { endedBy: { id: 'anna' } },
    });
  });

  test('a caller who gets through settles all their calls; a later one in vain opens a new row', async () => {
    const line = await openLine(dialect);
    await callsInVain(line, ivanov, 20);
    await callsInVain(line, ivanov, 20);
    await line.available('anna');
    const again = await line.callerCalls({ from: ivanov });
    await again.callerJoins();
    await again.answers('anna');
    expect((await list(line, 'anna')).rows).toEqual([]);
    expect(await only(list(line, 'anna', 'settled'))).toMatchObject({ state: 'calledAgain', calls: 2 });
    await again.callerHangsUp();
    await again.leaves('anna');
    await line.pass(30);
    await line.onBreak('anna');
    await callsInVain(line, ivanov, 20);
    expect(await only(list(line, 'anna'))).toMatchObject({ state: 'new', calls: 1 });
  });

  test('comes in pages, the longest waiting first, the newest settled first', async () => {
    const line = await openLine(dialect);
    const numbers = [1, 2, 3].map((number) => `+7913000001${number}`);
    for (const number of numbers) await callsInVain(line, number, 5);
    const pages = async (show: 'open' | 'settled') => {
      const seen: (string | null)[] = [];
      let after: string | undefined;
      do {
        const page = await list(line, 'anna', show, { limit: 2, after });
        seen.push(...page.rows.map(({ caller }) => caller.e164));
        after = page.next ?? undefined;
      } while (after);
      return seen;
    };
    expect(await pages('open')).toEqual(numbers);
    for (const { next } of (await list(line, 'anna')).rows) {
      await closeNextReaction(line.world.as(line.company.as('anna')), {
        nextReactionId: next.id,
        version: next.version,
        reason: 'реклама',
        outcome: 'closed',
      });
    }
    expect(await pages('open')).toEqual([]);
    expect(await pages('settled')).toEqual(numbers.toReversed());
  });

  test('is read by the client department and by those who review everything', async () => {
    const line = await openLine(dialect);
    await callsInVain(line, ivanov, 5);
    for (const name of ['anna', 'clara', 'marina', 'gleb'] as const) {
      expect((await list(line, name)).rows).toHaveLength(1);
    }
    for (const name of ['pavel', 'polina', 'alla'] as const) {
      await expect(list(line, name)).rejects.toMatchObject({ code: 'forbidden' });
    }
  });
});
