import { and, eq, getTableColumns, type SQL } from 'drizzle-orm';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { sqliteTables } from '@/db/schema/tables';
import type { Db } from '@/db/store';
import type { TableName } from './held/held';
import { type AnyRow, columnOf } from './rows-of-subject';

/** The columns that tell a row of a table from all others, by their names in the code. */
export function primaryKeyOf(table: TableName): string[] {
  const { columns, primaryKeys } = getTableConfig(sqliteTables[table]);
  const names = columns.filter((column) => column.primary).map((column) => column.name);
  const inDatabase =
    names.length > 0 ? names : primaryKeys.flatMap((key) => key.columns.map(({ name }) => name));
  const inCode = Object.entries(getTableColumns(sqliteTables[table]));
  return inDatabase.map((name) => inCode.find(([, column]) => column.name === name)![0]);
}

/** The one row with this key. */
export const isRow = (db: Db, table: TableName, row: AnyRow): SQL =>
  and(...primaryKeyOf(table).map((name) => eq(columnOf(db, table, name), row[name])))!;
