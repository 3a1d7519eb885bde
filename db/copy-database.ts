import path from 'node:path';
import type { Client } from 'pg';
import { migrationTags, withFirstMigrations } from './applied-migrations';
import { type Contents, differingTables, rowsOf } from './content-hash';
import {
  countMigrationsOf,
  integrityProblemsOf,
  listTablesOf,
  openDatabaseFile,
  quoted,
  readContentsOf,
  settleFile,
} from './database-file';
import {
  countPostgresMigrations,
  eachPostgresBatch,
  listPostgresTables,
  readPostgresContents,
} from './postgres-contents';
import type { Dialect, StoreSettings } from './store';

export type CopyStage = 'copying' | 'comparing';

export type CopyOptions = {
  /** How far it has come: pages of the file or rows, and of how many; null where nobody knows. */
  onProgress?: (stage: CopyStage, done: number, total: number | null) => void;
};

export type DatabaseCopied = {
  dialect: Dialect;
  contents: Contents;
  /** How many migrations made the schema, and the name of the last. */
  migrations: number;
  schema: string;
};

const pagesPerStep = 2000;

/**
 * Copies all that the database held at one moment into a new SQLite file, whichever database it is, and reads both to see that they are
 * equal. The schema is copied as it is, never brought up to date; a console that goes on writing is not waited for and does not wait.
 * @throws Error when the copy is not equal to what was copied, or there is no database.
 */
export async function copyDatabase(
  settings: StoreSettings,
  file: string,
  options: CopyOptions = {},
): Promise<DatabaseCopied> {
  const copied = settings.databaseUrl
    ? await copyPostgres(settings.databaseUrl, file, settings.migrationsDir, options)
    : await copySqlite(path.join(settings.dataDir, 'callboard.db'), file, options);
  const found = await readCopy(file, options, rowsOf(copied.contents));
  const differing = differingTables(copied.contents, found);
  if (differing.length > 0) throw new Error(`the copy differs from the database: ${differing.join(', ')}`);
  return copied;
}

async function copySqlite(from: string, file: string, { onProgress }: CopyOptions): Promise<DatabaseCopied> {
  const source = await openDatabaseFile(from, { isReadonly: true });
  try {
    // Both the steps of the copy and the reading that follows see the moment at which this transaction first read.
    source.exec('begin');
    const migrations = countMigrationsOf(source);
    await source.backup(file, {
      progress: ({ totalPages, remainingPages }) => {
        onProgress?.('copying', totalPages - remainingPages, totalPages);
        return pagesPerStep;
      },
    });
    const contents = readContentsOf(source, counter(onProgress));
    source.exec('commit');
    return { dialect: 'sqlite', contents, ...schemaAfter('sqlite', migrations) };
  } finally {
    source.close();
  }
}

function schemaAfter(dialect: Dialect, migrations: number, migrationsDir?: string) {
  return { migrations, schema: migrationTags(dialect, migrationsDir)[migrations - 1] ?? '' };
}

async function copyPostgres(
  url: string,
  file: string,
  migrationsDir: string | undefined,
  { onProgress }: CopyOptions,
): Promise<DatabaseCopied> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const migrations = await countPostgresMigrations(client);
    await makeEmptyFile(file, migrations, migrationsDir);
    let done = 0;
    await fillFile(client, file, (count) => {
      done += count;
      onProgress?.('copying', done, null);
    });
    const contents = await readPostgresContents(client, counter(onProgress));
    await client.query('commit');
    return { dialect: 'postgres', contents, ...schemaAfter('postgres', migrations, migrationsDir) };
  } finally {
    await client.end();
  }
}

/** A file with the schema that so many migrations make, and no rows. */
export async function makeEmptyFile(file: string, migrations: number, migrationsDir?: string): Promise<void> {
  const [{ drizzle }, { migrate }] = await Promise.all([
    import('drizzle-orm/better-sqlite3'),
    import('drizzle-orm/better-sqlite3/migrator'),
  ]);
  const made = await openDatabaseFile(file);
  try {
    withFirstMigrations({ dialect: 'sqlite', count: migrations, migrationsDir }, (migrationsFolder) =>
      migrate(drizzle(made), { migrationsFolder }),
    );
  } finally {
    made.close();
  }
}

async function fillFile(client: Client, file: string, onRows: (count: number) => void): Promise<void> {
  const target = await openDatabaseFile(file);
  try {
    target.pragma('synchronous = OFF');
    target.exec('begin');
    for (const { name } of listTablesOf(target)) target.exec(`delete from ${quoted(name)}`);
    for (const table of await listPostgresTables(client)) {
      const { name, columns, numbered } = table;
      const list = columns.map((column) => quoted(column.name)).join();
      const insert = target.prepare(
        `insert into ${quoted(name)} (${list}) values (${columns.map(() => '?').join()})`,
      );
      await eachPostgresBatch(client, table, (rows) => {
        for (const row of rows) insert.run(...row);
        onRows(rows.length);
      });
      if (numbered) await copyLastNumber(client, name, numbered, target);
    }
    target.exec('commit');
  } finally {
    target.close();
  }
}

/** Numbers of rows that are gone are not given again: listeners resume from them. */
async function copyLastNumber(
  client: Client,
  table: string,
  column: string,
  target: Awaited<ReturnType<typeof openDatabaseFile>>,
): Promise<void> {
  const sequence = await client.query('select pg_get_serial_sequence($1, $2) as "name"', [
    quoted(table),
    column,
  ]);
  const { rows } = await client.query(`select last_value, is_called from ${sequence.rows[0].name}`);
  const last = rows[0].is_called ? Number(rows[0].last_value) : 0;
  target.prepare('delete from sqlite_sequence where name = ?').run(table);
  target.prepare('insert into sqlite_sequence (name, seq) values (?, ?)').run(table, last);
}

/** Tells of rows as they are read, by their sum. */
function counter(onProgress: CopyOptions['onProgress'], total: number | null = null) {
  let done = 0;
  return (count: number) => {
    done += count;
    onProgress?.('comparing', done, total);
  };
}

async function readCopy(file: string, { onProgress }: CopyOptions, total: number): Promise<Contents> {
  const copy = await openDatabaseFile(file);
  try {
    settleFile(copy);
    const problems = integrityProblemsOf(copy);
    if (problems.length > 0) throw new Error(`the copy is damaged: ${problems.join('; ')}`);
    return readContentsOf(copy, counter(onProgress, total));
  } finally {
    copy.close();
  }
}
