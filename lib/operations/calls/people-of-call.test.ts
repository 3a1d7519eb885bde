import { describe, expect, test } from 'vitest';
import { getFeedCursor, listFeedAfter } from '@/db/feed';
import { dialects } from '@/db/testing';
import { openLine, type TestLine } from '@/tests/call-driver';
import { completeConsult } from './complete-consult';
import { consultColleague } from './consult-colleague';

/** What is told of a call while something is done: who may hear of it, and what news it is. */
async function toldWhile({ store }: TestLine, act: () => Promise<unknown>) {
  const cursor = await getFeedCursor(store.read);
  await act();
  return (await listFeedAfter(store.read, cursor)).map(({ noun, departmentId }) => [noun, departmentId]);
}

/** Who is told of a call by their own name while something is done. */
async function peopleToldWhile({ store }: TestLine, act: () => Promise<unknown>) {
  const cursor = await getFeedCursor(store.read);
  await act();
  const told = (await listFeedAfter(store.read, cursor)).filter(({ noun }) => noun === 'call');
  return [...new Set(told.flatMap(({ employeeId }) => employeeId ?? []))].sort();
}

const toEverybody = ['peopleOfCall', null];

describe.each(dialects)('news of a call on %s', (dialect) => {
  test('tell everybody when it rings at people, is declined, taken, handed over and over', async () => {
    const line = await openLine(dialect);
    await line.available('anna', 'boris', 'pavel');
    const call = await line.callerCalls();
    await call.callerJoins();
    expect(await toldWhile(line, () => line.announces('CA-second'))).toContainEqual(toEverybody);
    expect(await toldWhile(line, () => call.declines('boris'))).toContainEqual(toEverybody);
    expect(await toldWhile(line, () => call.claims('anna'))).toContainEqual(toEverybody);
    await line.dispatch();
    await call.joins('anna');
    const toSales = { kind: 'department', departmentKind: 'sales' } as const;
    expect(await toldWhile(line, () => call.handsOver(toSales))).toContainEqual(toEverybody);
    expect(await toldWhile(line, () => call.callerHangsUp())).toContainEqual(toEverybody);
  });

  test('tell nobody of presences when nobody is rung or freed by it', async () => {
    const line = await openLine(dialect);
    await line.available('anna');
    const call = await line.callerCalls();
    await call.callerJoins();
    await call.claims('anna');
    await line.dispatch();
    expect(await toldWhile(line, () => call.joins('anna'))).not.toContainEqual(toEverybody);
  });

  test('tell the department from which a hand-over comes back', async () => {
    const line = await openLine(dialect);
    await line.available('anna', 'pavel');
    const call = await line.callerCalls();
    await call.callerJoins();
    await call.answers('anna');
    await call.handsOver({ kind: 'department', departmentKind: 'sales' });
    expect(await call.offeredTo()).toEqual(['pavel']);
    expect(await toldWhile(line, () => line.pass(26))).toContainEqual(['call', 'sales']);
    expect(await call.offeredTo()).toEqual(['anna']);
  });

  test('reach a substitute of whichever department while it rings at them alone, and when it does not any more (CS-9)', async () => {
    const line = await openLine(dialect);
    await line.available('anna', 'stepan');
    await line.isAbsent('sofia', 'marina');
    await line.available('marina');
    const call = await line.callerCalls();
    await call.callerJoins();
    await call.answers('anna');
    const toSofia = { kind: 'employee', employeeId: 'sofia' } as const;
    expect(await peopleToldWhile(line, () => call.handsOver(toSofia))).toEqual(['anna', 'marina']);
    expect(await call.offeredTo()).toEqual(['marina']);
    expect(await peopleToldWhile(line, () => line.pass(26))).toContain('marina');
    expect(await call.offeredTo()).toEqual(['anna']);
  });

  test('reach whoever is on the line, asked for advice or supervises, of whichever department', async () => {
    const line = await openLine(dialect);
    await line.available('anna', 'pavel');
    const call = await line.callerCalls();
    await call.callerJoins();
    await call.answers('anna');
    const pavel = { to: { kind: 'employee', employeeId: 'pavel' } } as const;
    expect(await peopleToldWhile(line, () => call.does('anna', consultColleague, pavel))).toEqual([
      'anna',
      'pavel',
    ]);
    await call.answers('pavel');
    expect(await peopleToldWhile(line, () => call.does('anna', completeConsult))).toEqual(['anna', 'pavel']);
  });
});
