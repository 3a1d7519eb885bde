import type { SQL } from 'drizzle-orm';
import type { Db } from './store';

/** Runs a statement that no query builder covers; its rows are not returned. */
export async function execute(db: Db, statement: SQL): Promise<void> {
  if (db.dialect === 'sqlite') await db.q.run(statement);
  else await (db.q as unknown as { execute(statement: SQL): Promise<unknown> }).execute(statement);
}
