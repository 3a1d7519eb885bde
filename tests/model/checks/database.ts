import { sql } from 'drizzle-orm';
import type { Store } from '@/db/store';
import type { Violation } from './evidence';

type SqliteReader = { all(query: ReturnType<typeof sql>): Promise<Record<string, unknown>[]> };

/** I11: the file is whole and no row refers to one that is not there. PostgreSQL answers for both by itself. */
export async function databaseProblems({ dialect, read }: Store): Promise<Violation[]> {
  if (dialect !== 'sqlite') return [];
  const { all } = read.q as unknown as SqliteReader;
  const ask = (query: ReturnType<typeof sql>) => all.call(read.q, query);
  const whole = await ask(sql`pragma integrity_check`);
  const foreign = await ask(sql`pragma foreign_key_check`);
  return [
    ...whole.map((row) => String(Object.values(row)[0])).filter((word) => word !== 'ok'),
    ...foreign.map((row) => `foreign key: ${JSON.stringify(row)}`),
  ].map((what) => ({ invariant: 'I11', what }));
}
