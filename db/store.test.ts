import { eq, sql } from 'drizzle-orm';
import { describe, expect, test, vi } from 'vitest';
import { nextNumber } from './counters';
import { execute } from './execute';
import { getFeedCursor, insertFeed, listFeedAfter } from './feed';
import { dialects, openTestStore } from './testing';

describe.each(dialects)('a store on %s', (dialect) => {
  test('two hundred numbers taken at once are two hundred different numbers', async () => {
    const store = await openTestStore(dialect);
    const taken = await Promise.all(
      Array.from({ length: 200 }, () => store.tx((db) => nextNumber(db, 'appeal'))),
    );
    expect(new Set(taken).size).toBe(200);
    expect(Math.max(...taken)).toBe(200);
  });

  test('an act that fails leaves nothing behind, and the next act is not disturbed', async () => {
    const store = await openTestStore(dialect);
    const failing = store.tx(async (db) => {
      await nextNumber(db, 'appeal');
      throw new Error('stopped in the middle');
    });
    await expect(failing).rejects.toThrow('stopped in the middle');
    expect(await store.tx((db) => nextNumber(db, 'appeal'))).toBe(1);
  });

  test('a transaction inside a transaction is refused', async () => {
    const store = await openTestStore(dialect);
    await expect(store.tx(() => store.tx(async () => 1))).rejects.toThrow('inside a transaction');
  });

  test('feed rows are read in the order they were committed, by listeners that were woken', async () => {
    const store = await openTestStore(dialect);
    const woken = new Promise<void>((resolve) => store.onWake(resolve));
    const cursor = await getFeedCursor(store.read);
    const news = (id: string) => [{ noun: 'call', nounId: id, departmentId: null, employeeId: null }];
    await Promise.all(['a', 'b', 'c'].map((id) => store.tx((db) => insertFeed(db, 1, news(id)))));
    await store.wake();
    await woken;
    const rows = await listFeedAfter(store.read, cursor);
    expect(rows.map((row) => row.nounId).sort()).toEqual(['a', 'b', 'c']);
    expect(rows.map((row) => row.id)).toEqual(rows.map((row) => row.id).toSorted((a, b) => a - b));
  });

  test('what is read inside a transaction includes what it wrote', async () => {
    const store = await openTestStore(dialect);
    await store.tx(async (db) => {
      await nextNumber(db, 'appeal');
      const [row] = await db.q.select().from(db.t.counters).where(eq(db.t.counters.name, 'appeal'));
      expect(row?.value).toBe(1);
    });
  });
});

test('PostgreSQL that drops its idle connections does not end the process, and is asked again over new ones', async () => {
  const store = await openTestStore('postgres');
  await Promise.all(Array.from({ length: 5 }, () => store.tx((db) => nextNumber(db, 'appeal'))));
  await store.tx(async (db) => {
    await execute(
      db,
      sql`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid() and query not like 'listen%'`,
    );
  });
  expect(await vi.waitFor(() => store.tx((db) => nextNumber(db, 'appeal')))).toBe(6);
});

test('on PostgreSQL two acts that wait for each other are both done', async () => {
  const store = await openTestStore('postgres');
  await store.tx((db) => nextNumber(db, 'first'));
  await store.tx((db) => nextNumber(db, 'second'));
  const isTaken = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const take = (names: string[], own: number) =>
    store.tx(async (db) => {
      const first = await nextNumber(db, names[0]!);
      isTaken[own]!.resolve();
      await isTaken[1 - own]!.promise;
      return [first, await nextNumber(db, names[1]!)];
    });
  const taken = await Promise.all([take(['first', 'second'], 0), take(['second', 'first'], 1)]);
  expect(taken.flat().toSorted()).toEqual([2, 2, 3, 3]);
});

test('SQLite keeps every acknowledged write through a power cut: synchronous is FULL', async () => {
  const store = await openTestStore('sqlite');
  await store.tx(async (db) => {
    const rows = await db.q.all<{ synchronous: number }>('pragma synchronous' as never);
    expect(rows[0]?.synchronous).toBe(2);
  });
});
