import type { Database } from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { listOpenOffersTo } from '@/db/call-offers';
import { updateCall } from '@/db/calls';
import { dialects } from '@/db/testing';
import { openLine, type TestCall, type TestLine } from '@/tests/call-driver';
import { listMyCalls } from './list-my-calls';
import { listAvailable } from './offer-call';
import { topUpOffers } from './top-up-offers';

async function crowd(line: TestLine, size: number): Promise<TestCall[]> {
  const calls: TestCall[] = [];
  for (let each = 0; each < size; each += 1) {
    line.world.pass(1);
    calls.push(await line.callerCalls({ from: `+7913${String(calls.length).padStart(7, '0')}` }));
  }
  return calls;
}

const ringingAt = async (line: TestLine, name: string) =>
  (await listOpenOffersTo(line.store.read, name)).map(({ callId }) => callId);

/** What SQLite is given to read during `act`. */
async function statementsOf(line: TestLine, act: () => Promise<unknown>) {
  const { $client } = line.store.read.q as unknown as { $client: Database };
  const prepare = $client.prepare;
  const statements: string[] = [];
  $client.prepare = ((source: string) => {
    statements.push(source);
    return prepare.call($client, source);
  }) as Database['prepare'];
  await act();
  $client.prepare = prepare;
  return statements;
}

describe.each(dialects)('a crowd of ringing calls on %s', (dialect) => {
  test('reaches whoever sits down in parts, the longest waiting first (IN-11)', async () => {
    const line = await openLine(dialect);
    const calls = await crowd(line, 55);
    const ids = calls.map(({ callId }) => callId);
    await line.available('boris');
    await topUpOffers(line.system());
    expect((await ringingAt(line, 'boris')).sort()).toEqual(ids.slice(0, 50).sort());
    await topUpOffers(line.system());
    expect((await ringingAt(line, 'boris')).sort()).toEqual([...ids].sort());
  });

  test('is not held up by calls whose kept state cannot be read', async () => {
    const line = await openLine(dialect);
    const calls = await crowd(line, 52);
    await line.store.tx(async (db) => {
      for (const { callId } of calls.slice(0, 51)) await updateCall(db, callId, { machineVersion: 99 });
    });
    await line.available('boris');
    await topUpOffers(line.system());
    expect(await ringingAt(line, 'boris')).toEqual([calls[51]!.callId]);
  });

  test('rings in turn: each at one person, those whose turn is over at the next', async () => {
    const line = await openLine(dialect);
    await line.store.tx(async (db) => {
      await db.q.update(db.t.departments).set({ ringOrder: 'roundRobin' });
    });
    await line.available('anna');
    const [first, second] = await crowd(line, 2);
    await line.available('boris');
    await topUpOffers(line.system());
    expect([await first!.offeredTo(), await second!.offeredTo()]).toEqual([['anna'], ['anna']]);
    line.world.pass(15_000);
    await line.available('anna', 'boris');
    await topUpOffers(line.system());
    expect([await first!.offeredTo(), await second!.offeredTo()]).toEqual([['boris'], ['boris']]);
  });

  test('handed over to one person waits for that person alone', async () => {
    const line = await openLine(dialect);
    await line.available('anna');
    const call = await line.callerCalls();
    await call.callerJoins();
    await call.answers('anna');
    await call.handsOver({ kind: 'employee', employeeId: 'pavel' });
    await line.available('polina');
    await topUpOffers(line.system());
    expect(await call.offeredTo()).toEqual([]);
    await line.available('pavel');
    await topUpOffers(line.system());
    expect(await call.offeredTo()).toEqual(['pavel']);
  });
});

test('calls that ring at everybody who is free cost no question each', async () => {
  const line = await openLine('sqlite');
  await line.available('anna', 'boris');
  await crowd(line, 3);
  const sweep = () => statementsOf(line, () => topUpOffers(line.system()));
  await sweep();
  const ofFew = await sweep();
  await crowd(line, 30);
  expect(await sweep()).toHaveLength(ofFew.length);
});

test('a person’s own open calls are found without reading everybody’s', async () => {
  const line = await openLine('sqlite');
  await line.available('anna');
  const anna = line.world.as(line.company.as('anna'));
  const read = await statementsOf(line, async () => {
    await listAvailable(line.store.read, line.system(), { employeeId: 'anna' });
    await listMyCalls(anna);
  });
  expect(read.filter((statement) => statement.includes('from "calls"'))).not.toHaveLength(0);
  const { $client } = line.store.read.q as unknown as { $client: Database };
  const plans = read.map((statement) => {
    const unknown = Array.from(statement.matchAll(/\?/g), () => null);
    const plan = $client.prepare(`explain query plan ${statement}`).all(...unknown) as { detail: string }[];
    return plan.map(({ detail }) => detail);
  });
  expect(plans.flat().filter((line) => /^SCAN calls\b/.test(line))).toEqual([]);
});
