import { afterAll, afterEach } from 'vitest';
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

afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
});

afterAll(() => copies.removeAll());
