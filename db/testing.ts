import { sql } from 'drizzle-orm';
import { afterAll, afterEach, vi } from 'vitest';
import { createDatabaseCopies } from './database-copies';
import type { Dialect, Store, StoreSettings } from './store';

/** For `describe.each(dialects)`: every test of rows and operations runs on both databases. */
export const dialects: Dialect[] = ['sqlite', 'postgres'];

const copies = createDatabaseCopies();
const opened: Store[] = [];

/** An empty, migrated database of its own, closed after the test. */
export async function openTestStore(dialect: Dialect): Promise<Store> {
  return (await openTestDatabase(dialect)).store;
}

/** The same, with what opens it once more. */
export async function openTestDatabase(dialect: Dialect): Promise<{ store: Store; settings: StoreSettings }> {
  const { store, settings } = await copies.open(dialect);
  opened.push(store);
  return { store, settings };
}

/** Until a transaction of this PostgreSQL database waits for a row that another one holds. */
export const somebodyWaits = ({ read }: Pick<Store, 'read'>): Promise<boolean> =>
  vi.waitUntil(
    async () => {
      const waiting = sql`select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      const database = read.q as unknown as {
        execute(query: typeof waiting): Promise<{ rows: unknown[] }>;
      };
      const { rows } = await database.execute(waiting);
      return rows.length > 0;
    },
    { timeout: 5000, interval: 5 },
  );

afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
});

afterAll(() => copies.removeAll());
