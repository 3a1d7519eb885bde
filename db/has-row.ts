import { exists, type SQL, sql } from 'drizzle-orm';
import type { Db } from './store';

/** The table has such a row. */
export const hasRow = (db: Db, table: Db['t'][keyof Db['t']], condition: SQL | undefined): SQL =>
  exists(db.q.select({ one: sql`1` }).from(table).where(condition));
