import type { Database } from 'better-sqlite3';
import { getTableColumns, getTableName } from 'drizzle-orm';
import { type Cell, type Contents, createTableHash, type TableColumn } from './content-hash';
import { sqliteTables } from './schema/tables';

/** A database file of SQLite, opened without its store: no schema is brought up to date. */
export async function openDatabaseFile(
  file: string,
  { isReadonly = false }: { isReadonly?: boolean } = {},
): Promise<Database> {
  const { default: SqliteDatabase } = await import('better-sqlite3');
  return new SqliteDatabase(file, { readonly: isReadonly, fileMustExist: isReadonly, timeout: 5000 });
}

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

const jsonColumns = new Set(
  Object.values(sqliteTables).flatMap((table) =>
    Object.values(getTableColumns(table))
      .filter((column) => column.dataType === 'json')
      .map((column) => `${getTableName(table)}.${column.name}`),
  ),
);

export const isJsonColumn = (table: string, column: string) => jsonColumns.has(`${table}.${column}`);

/** Our tables in a file, of whatever version, without those that SQLite and the migrations keep for themselves. */
export function listTablesOf(file: Database): { name: string; columns: TableColumn[] }[] {
  const names = file
    .prepare(
      `select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\'
       and name not like '\\_\\_drizzle%' escape '\\' order by name`,
    )
    .pluck()
    .all() as string[];
  return names.map((name) => ({
    name,
    columns: (file.prepare('select name from pragma_table_info(?)').pluck().all(name) as string[]).map(
      (column) => ({ name: column, isJson: isJsonColumn(name, column) }),
    ),
  }));
}

/** The rows of a table, one after the other, as SQLite keeps them. */
export function rowsOfTable(file: Database, name: string, columns: readonly TableColumn[]) {
  const list = columns.map((column) => quoted(column.name)).join();
  return file
    .prepare(`select ${list} from ${quoted(name)}`)
    .raw()
    .iterate() as IterableIterator<Cell[]>;
}

/** Reads every row of every table. */
export function readContentsOf(file: Database, onRows: (count: number) => void = () => {}): Contents {
  const contents: Contents = {};
  for (const { name, columns } of listTablesOf(file)) {
    const hash = createTableHash(columns);
    let unsaid = 0;
    for (const row of rowsOfTable(file, name, columns)) {
      hash.add(row);
      if (++unsaid < rowsBetweenWords) continue;
      onRows(unsaid);
      unsaid = 0;
    }
    onRows(unsaid);
    contents[name] = hash.contents();
  }
  return contents;
}

const rowsBetweenWords = 2000;

const hasTable = (file: Database, name: string): boolean =>
  file.prepare('select 1 from sqlite_master where name = ?').get(name) !== undefined;

/** A file that a row speaks of; `length` in bytes. */
export type FileOfRow = { id: string; length: number; sha256: string };

/** The files of which this database says that they are kept beside it; none where it is older than their table. */
export function listKeptFilesOf(file: Database, table: 'recordings' | 'attachments'): FileOfRow[] {
  if (!hasTable(file, table)) return [];
  const isKept = {
    recordings: `state = 'kept' and sha256 is not null and byte_length is not null`,
    attachments: 'file_deleted_at is null',
  }[table];
  return file
    .prepare(`select id, byte_length as length, sha256 from ${table} where ${isKept} order by id`)
    .all() as FileOfRow[];
}

/** Whether nobody has been entered in this database yet. */
export const hasNoEmployees = (file: Database): boolean =>
  !hasTable(file, 'employees') || !file.prepare('select 1 from employees limit 1').get();

/** How many migrations made this file. */
export function countMigrationsOf(file: Database): number {
  if (!hasTable(file, '__drizzle_migrations')) return 0;
  return file.prepare('select count(*) from __drizzle_migrations').pluck().get() as number;
}

/** What SQLite finds wrong with the file; nothing when it is sound. */
export function integrityProblemsOf(file: Database): string[] {
  const lines = file.pragma('integrity_check(10)', { simple: false }) as { integrity_check: string }[];
  return lines.map((line) => line.integrity_check).filter((line) => line !== 'ok');
}

/** The last number that was given in each table that numbers its rows; the next row gets a larger one. */
export function lastNumbersOf(file: Database): Record<string, number> {
  const rows = file.prepare('select name, seq from sqlite_sequence').all() as { name: string; seq: number }[];
  return Object.fromEntries(rows.map(({ name, seq }) => [name, seq]));
}

/** Makes one file of it, without a journal beside, and without what was deleted from it. */
export function settleFile(file: Database, { isCompact = false }: { isCompact?: boolean } = {}): void {
  file.pragma('journal_mode = DELETE');
  if (isCompact) file.exec('vacuum');
}
