import { getTableColumns, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { execute } from './execute';
import type { Db } from './store';

/** From so many rows on a statement that takes them as one value is faster than one with a place for every cell. */
const fewRows = 8;

/**
 * Inserts many rows at once. On SQLite they are handed over as one JSON text, so that the statement is the same for any
 * number of them: building and preparing it anew costs more than running it.
 */
export async function insertMany<Table extends SQLiteTable>(
  db: Db,
  table: Table,
  rows: readonly Table['$inferInsert'][],
  { skipsKnown = false }: { skipsKnown?: boolean } = {},
): Promise<void> {
  if (rows.length === 0) return;
  if (db.dialect !== 'sqlite' || rows.length < fewRows) {
    const insert = db.q.insert(table).values([...rows]);
    await (skipsKnown ? insert.onConflictDoNothing() : insert);
    return;
  }
  const columns = Object.entries(getTableColumns(table));
  const cells = rows.map((row) =>
    columns.map(([name, column]) => {
      const value = (row as Record<string, unknown>)[name];
      if (value !== undefined && value !== null) return column.mapToDriverValue(value);
      return value === undefined && column.hasDefault ? column.default : null;
    }),
  );
  const names = columns.map(([, column]) => sql.identifier(column.name));
  const values = columns.map((_, index) => sql.raw(`json_extract(value, '$[${index}]')`));
  const known = skipsKnown ? sql` on conflict do nothing` : sql``;
  await execute(
    db,
    sql`insert into ${table} (${sql.join(names, sql`, `)}) select ${sql.join(values, sql`, `)} from json_each(${JSON.stringify(cells)}) where true${known}`,
  );
}
