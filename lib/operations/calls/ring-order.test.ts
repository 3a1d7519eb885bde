import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { listCallOffers } from '@/db/call-offers';
import type { Dialect } from '@/db/store';
import { dialects } from '@/db/testing';
import type { RingOrder } from '@/lib/domain/employees/call-handling';
import { fireDueDeadlines } from '@/lib/operations/deadlines/sweep';
import { openLine } from '@/tests/call-driver';

/** A line whose departments ring one person after another, 15 s each. */
async function openInTurn(dialect: Dialect, ringOrder: RingOrder) {
  const line = await openLine(dialect);
  await line.store.tx(async (db) => {
    await db.q.update(db.t.departments).set({ ringOrder });
  });
  return line;
}

describe.each(dialects)('the order of ringing on %s', (dialect) => {
  test('round robin rings one person, then the next; two callers ring at two people (IN-11)', async () => {
    const line = await openInTurn(dialect, 'roundRobin');
    await line.available('anna', 'boris', 'clara');
    const call = await line.callerCalls();
    await call.callerJoins();
    expect(await call.offeredTo()).toEqual(['anna']);
    await line.pass(14);
    expect(await call.offeredTo()).toEqual(['anna']);
    await line.pass(1);
    expect(await call.offeredTo()).toEqual(['boris']);
    await line.pass(15);
    expect(await call.offeredTo()).toEqual(['clara']);
    const second = await line.callerCalls({ from: '+79131112233' });
    expect(await second.offeredTo()).toEqual(['anna']);
    await line.pass(15);
    expect(await call.offeredTo()).toEqual(['boris']);
  });

  test('longest idle rings whoever talked the longest ago (IN-11)', async () => {
    const line = await openInTurn(dialect, 'longestIdle');
    await line.available('anna', 'boris');
    const talk = async (from: string, seconds: number) => {
      const call = await line.callerCalls({ from });
      await call.callerJoins();
      const [name] = (await call.offeredTo()) as ('anna' | 'boris')[];
      await call.answers(name!);
      await line.pass(seconds);
      await call.callerHangsUp();
      await call.leaves(name!);
      await line.pass(30);
      return name;
    };
    expect(await talk('+79130000001', 5)).toBe('anna');
    expect(await talk('+79130000002', 5)).toBe('boris');
    expect(await talk('+79130000003', 5)).toBe('anna');
    await line.available('clara');
    expect(await talk('+79130000004', 5)).toBe('boris');
  });

  test('who declines gives the turn to the next one at once', async () => {
    const line = await openInTurn(dialect, 'roundRobin');
    await line.available('anna', 'boris');
    const call = await line.callerCalls();
    await call.callerJoins();
    await call.declines('anna');
    expect(await call.offeredTo()).toEqual(['boris']);
    await call.declines('boris');
    expect(await call.offeredTo()).toEqual([]);
    await line.pass(30);
    expect(await call.offeredTo()).toEqual(['anna']);
  });

  test('with nobody next the same phone goes on ringing, until somebody sits down', async () => {
    const line = await openInTurn(dialect, 'roundRobin');
    await line.available('anna');
    const call = await line.callerCalls();
    await call.callerJoins();
    await line.pass(20);
    expect(await call.offeredTo()).toEqual(['anna']);
    const [offer] = await listCallOffers(line.store.read, call.callId);
    expect(offer).toMatchObject({ endedAt: null, endsAt: (await call.row()).arrivedAt + 30_000 });
    await line.available('boris');
    await line.pass(1);
    expect(await call.offeredTo()).toEqual(['boris']);
  });

  test('a hand-over rings the people of the department in turn and comes back in its own time (IN-10)', async () => {
    const line = await openInTurn(dialect, 'roundRobin');
    await line.available('anna', 'pavel', 'polina');
    const call = await line.callerCalls();
    await call.callerJoins();
    await call.answers('anna');
    await call.handsOver({ kind: 'department', departmentKind: 'sales' });
    expect(await call.offeredTo()).toEqual(['pavel']);
    await line.pass(15);
    expect(await call.offeredTo()).toEqual(['polina']);
    await line.pass(10);
    await call.expectPhase('ringing');
    expect(await call.offeredTo()).toEqual(['anna']);
  });

  test('a claim ends the turns: a deadline that was set for them finds nothing to do', async () => {
    const line = await openInTurn(dialect, 'roundRobin');
    await line.available('anna', 'boris');
    const call = await line.callerCalls();
    await call.callerJoins();
    await call.answers('anna');
    const { deadlines } = line.store.read.t;
    const turns = await line.store.read.q.select().from(deadlines).where(eq(deadlines.kind, 'ring'));
    expect(turns).toMatchObject([{ outcome: 'withdrawn' }]);
    await line.pass(20);
    await call.expectPhase('talking');
    expect(await call.offeredTo()).toEqual([]);
  });

  test('a turn that is over is found in the database by whichever process sweeps next', async () => {
    const line = await openInTurn(dialect, 'longestIdle');
    await line.available('anna', 'boris');
    const call = await line.callerCalls();
    await call.callerJoins();
    line.world.pass(15_000);
    await line.available('anna', 'boris');
    expect(await fireDueDeadlines(line.system())).toBe(1);
    expect(await call.offeredTo()).toEqual(['boris']);
  });
});
