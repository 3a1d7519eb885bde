import { describe, expect, test } from 'vitest';
import { updateSetting } from '@/db/settings';
import type { Dialect } from '@/db/store';
import { dialects } from '@/db/testing';
import { openLine } from '@/tests/call-driver';
import { changeAfterCall } from './change-after-call';
import { listPresence } from './list-presence';

async function open(dialect: Dialect, afterCallSeconds = 30) {
  const line = await openLine(dialect);
  const { world, company, store } = line;
  await store.tx((db) =>
    updateSetting(db, { key: 'times', value: { afterCallSeconds }, updatedAt: world.now(), updatedBy: null }),
  );
  await line.available('anna', 'pavel');
  const call = await line.callerCalls();
  await call.callerJoins();
  await call.answers('anna');
  const anna = async () => {
    const { rows } = await listPresence(world.as(company.as('boris')), {});
    return rows.find((row) => row.employeeId === 'anna')!;
  };
  const change = (change: 'extend' | 'end') => changeAfterCall(world.as(company.as('anna')), { change });
  return { line, call, anna, change, world };
}

describe.each(dialects)('the time after a call on %s', (dialect) => {
  test('begins when the caller hangs up, and no other call rings until it is over', async () => {
    const { line, call, anna, world } = await open(dialect);
    await call.callerHangsUp();
    expect(await anna()).toMatchObject({
      derived: 'afterCall',
      afterCallUntil: world.now() + 30_000,
      isAvailable: false,
    });
    const next = await line.callerCalls();
    expect(await next.offeredTo()).toEqual([]);
    world.pass(20_000);
    await line.available('anna');
    expect(await anna()).toMatchObject({ derived: 'idle', afterCallUntil: null, isAvailable: true });
  });

  test('begins for who hangs up after a call was handed over to them, and for the manager once it is taken', async () => {
    const { call, anna, line, world } = await open(dialect);
    await call.handsOver({ kind: 'department', departmentKind: 'sales' });
    expect(await anna()).toMatchObject({ derived: 'idle' });
    await call.answers('pavel');
    expect(await anna()).toMatchObject({ derived: 'afterCall' });
    world.pass(5_000);
    await call.leaves('pavel');
    const { rows } = await listPresence(world.as(line.company.as('boris')), {});
    expect(rows.find((row) => row.employeeId === 'pavel')).toMatchObject({
      afterCallUntil: world.now() + 30_000,
    });
  });

  test('does not begin for a line that dropped: the call comes back to the same person', async () => {
    const { call } = await open(dialect);
    await call.leaves('anna');
    expect(await call.offeredTo()).toEqual(['anna']);
  });

  test('is made a minute longer, or ended, by the person; afterwards it is refused', async () => {
    const { call, change, world } = await open(dialect);
    await call.callerHangsUp();
    expect(await change('extend')).toMatchObject({ afterCallUntil: world.now() + 90_000 });
    expect(await change('end')).toMatchObject({ derived: 'idle', afterCallUntil: null });
    await expect(change('extend')).rejects.toMatchObject({ code: 'notPossibleNow' });
  });

  test('is none where the setting is 0', async () => {
    const { call, anna } = await open(dialect, 0);
    await call.callerHangsUp();
    expect(await anna()).toMatchObject({ derived: 'idle', isAvailable: true });
  });
});
