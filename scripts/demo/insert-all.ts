import type { Db } from '@/db/store';

/** SQLite binds at most 32 766 values in one statement. */
const rowsAtOnce = 500;

/** Inserts many rows of one table in few statements. */
export async function insertAll<Table extends Db['t'][keyof Db['t']]>(
  db: Db,
  table: Table,
  rows: Table['$inferInsert'][],
): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    await db.q.insert(table).values(rows.slice(start, start + rowsAtOnce) as never);
  }
}
