import { getTableColumns, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Db } from './store';

const kept = new WeakMap<object, Map<string, unknown>>();

/**
 * A statement built once per connection and run with values for its placeholders: building costs more than running. A
 * transaction of PostgreSQL is a connection of its own, for which it is built anew.
 */
export function prepared<Statement>(db: Db, name: string, build: () => { prepare(): Statement }): Statement {
  const statements = kept.get(db.q) ?? new Map<string, unknown>();
  kept.set(db.q, statements);
  const known = statements.get(name) as Statement | undefined;
  if (known) return known;
  const statement = build().prepare();
  statements.set(name, statement);
  return statement;
}

/** A placeholder for every column of a table but those the database fills. */
export function anyRow<Table extends SQLiteTable>(
  table: Table,
  filled: readonly string[] = [],
): Table['$inferInsert'] {
  const columns = Object.keys(getTableColumns(table)).filter((column) => !filled.includes(column));
  return Object.fromEntries(columns.map((column) => [column, sql.placeholder(column)]));
}

/** The row with null for each column it leaves out. A JSON column must have a value: null would be kept as a word. */
export function wholeRow<Table extends SQLiteTable>(
  table: Table,
  row: Table['$inferInsert'],
): Record<string, unknown> {
  const columns = Object.keys(getTableColumns(table));
  return Object.fromEntries(
    columns.map((column) => [column, (row as Record<string, unknown>)[column] ?? null]),
  );
}
