import { alias, type SQLiteTable } from 'drizzle-orm/sqlite-core';

/** The table under another name, for a subquery inside a query that may name the same table. */
export const aliasOf = <Table>(table: Table, name: string): Table =>
  alias(table as unknown as SQLiteTable, name) as unknown as Table;
