import { type Column, inArray, type SQL, sql } from 'drizzle-orm';
import type { Db } from './store';

/** The same as `inArray`; on SQLite one statement for any number of texts, which is then prepared only once. */
export function isAmong(db: Db, column: Column, texts: readonly string[]): SQL {
  if (db.dialect !== 'sqlite') return inArray(column, [...texts]);
  return sql`${column} in (select value from json_each(${JSON.stringify(texts)}))`;
}
