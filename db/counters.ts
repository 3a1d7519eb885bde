import { sql } from 'drizzle-orm';
import type { Db } from './store';

/** The next number of a series that people read aloud (appeals); taken inside the transaction that uses it. */
export async function nextNumber(db: Db, name: string): Promise<number> {
  const counters = db.t.counters;
  const [row] = await db.q
    .insert(counters)
    .values({ name, value: 1 })
    .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + 1` } })
    .returning({ value: counters.value });
  return row!.value;
}
