import { AsyncLocalStorage } from 'node:async_hooks';
import path from 'node:path';
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';
import type { RecordedChange } from '@/lib/domain/audit/audit-entry';
import { migrationsFolder } from './applied-migrations';
import { openSeal, type Seal } from './audit-key';
import { commitTogether } from './commit-together';
import { postgresTables, sqliteTables, type Tables } from './schema/tables';
import { postgresSpace, type Space, sqliteSpace } from './space';

export type Dialect = 'sqlite' | 'postgres';

/** What every function of `db` works on: queries and tables of one database, inside or outside a transaction. */
export type Db = {
  /** Types are SQLite's; everything must be awaited, never `.get()`, `.all()` or `.run()`. */
  q: BaseSQLiteDatabase<'async', unknown, Tables>;
  t: Tables;
  dialect: Dialect;
  /** True inside `store.tx`. */
  isTransaction: boolean;
  /** The keyed hash of the audit log's entries. */
  seal: Seal;
  /** What was written into `changes` by this act, where somebody puts it into the audit log. */
  changed?: RecordedChange[];
  /** The API token whose request the transaction belongs to: the history keeps it. */
  apiTokenId?: string;
};

export interface Store {
  dialect: Dialect;
  /** Outside any transaction; on SQLite a connection that cannot write. */
  read: Db;
  /**
   * One act, all or nothing. One writer at a time on SQLite; no network, file or password work inside. On PostgreSQL an act
   * that met another one in a deadlock is undone and done anew, so that it changes nothing but rows.
   * @throws Error when called inside another transaction of the same store.
   */
  tx<T>(act: (db: Db) => Promise<T>): Promise<T>;
  /** Tells every process of this database that committed feed rows await readers. */
  wake(): Promise<void>;
  onWake(listener: () => void): () => void;
  /** What keeps erased rows from being read in the files of the database. */
  space: Space;
  close(): Promise<void>;
}

export type StoreSettings = { databaseUrl?: string; dataDir: string; migrationsDir?: string };

/**
 * Opens the database and brings it to the newest schema: PostgreSQL when `databaseUrl` is given, else SQLite in
 * `dataDir/callboard.db`.
 * @throws Error when the running Node is too old for the SQLite binding, or the database cannot be opened.
 */
export async function openStore(settings: StoreSettings): Promise<Store> {
  const { databaseUrl, dataDir, migrationsDir } = settings;
  const seal = openSeal(dataDir);
  if (databaseUrl) return openPostgres(databaseUrl, migrationsFolder('postgres', migrationsDir), seal);
  return openSqlite(path.join(dataDir, 'callboard.db'), migrationsFolder('sqlite', migrationsDir), seal);
}

const insideTransaction = new AsyncLocalStorage<true>();

function refuseNesting() {
  if (insideTransaction.getStore()) throw new Error('a transaction inside a transaction');
}

async function openSqlite(file: string, migrationsFolder: string, seal: Seal): Promise<Store> {
  // better-sqlite3 13 crashes the process, without an error, on a Node whose Node-API is older than 10.
  if (Number(process.versions.napi) < 10)
    throw new Error(`Node ${process.version} is too old: Node 22.18 or newer opens the database`);
  const { default: Database } = await import('better-sqlite3');
  const { drizzle } = await import('drizzle-orm/better-sqlite3');
  const { migrate } = await import('drizzle-orm/better-sqlite3/migrator');

  const open = (readonly: boolean) => {
    const connection = new Database(file, { readonly, timeout: 5000 });
    if (!readonly) {
      connection.pragma('journal_mode = WAL');
      connection.pragma('synchronous = FULL');
      // What is deleted or overwritten is zeroed in the file, so that personal data is gone when its row is (docs/personal-data.md).
      connection.pragma('secure_delete = ON');
    }
    connection.pragma('foreign_keys = ON');
    return connection;
  };
  const writer = open(false);
  migrate(drizzle(writer), { migrationsFolder });
  const reader = open(true);
  keepStatements(writer);
  keepStatements(reader);

  const asDb = (connection: typeof writer, isTransaction: boolean): Db => ({
    q: drizzle(connection, { schema: sqliteTables }) as unknown as Db['q'],
    t: sqliteTables,
    dialect: 'sqlite',
    isTransaction,
    seal,
  });
  const writing = asDb(writer, true);
  const statement = (text: string) => {
    const prepared = writer.prepare(text);
    return () => void prepared.run();
  };
  const inTurn = commitTogether({
    begin: statement('BEGIN IMMEDIATE'),
    commit: statement('COMMIT'),
    rollback: statement('ROLLBACK'),
    mark: statement('SAVEPOINT act'),
    undoToMark: statement('ROLLBACK TO act'),
    dropMark: statement('RELEASE act'),
    isInTransaction: () => writer.inTransaction,
  });
  const listeners = new Set<() => void>();
  let waking: NodeJS.Immediate | undefined;

  return {
    dialect: 'sqlite',
    read: asDb(reader, false),
    tx: async (act) => {
      refuseNesting();
      return inTurn(() => insideTransaction.run(true, () => act(writing)));
    },
    // Acts that were committed together wake the listeners once.
    wake: async () => {
      waking ??= setImmediate(() => {
        waking = undefined;
        for (const listener of listeners) listener();
      });
    },
    onWake: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    space: sqliteSpace(writer),
    close: async () => {
      clearImmediate(waking);
      reader.close();
      writer.close();
    },
  };
}

const mostStatementsKept = 500;

/** SQLite compiles a statement anew each time it is prepared, and drizzle prepares it each time it is run. */
function keepStatements(connection: import('better-sqlite3').Database): void {
  const prepare = connection.prepare.bind(connection);
  const kept = new Map<string, ReturnType<typeof prepare>>();
  connection.prepare = ((source: string) => {
    const statement = kept.get(source) ?? prepare(source);
    kept.delete(source);
    kept.set(source, statement);
    if (kept.size > mostStatementsKept) kept.delete(kept.keys().next().value!);
    return statement;
  }) as typeof connection.prepare;
}

const wakeChannel = 'callboard_feed';

const mostAttempts = 5;

/** serialization_failure and deadlock_detected (postgresql.org/docs/current/errcodes-appendix.html) */
const lostCodes: ReadonlySet<unknown> = new Set(['40001', '40P01']);

function hasLostToAnother(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return lostCodes.has((error as Error & { code?: unknown }).code) || hasLostToAnother(error.cause);
}

async function openPostgres(url: string, migrationsFolder: string, seal: Seal): Promise<Store> {
  const { default: pg } = await import('pg');
  const { drizzle } = await import('drizzle-orm/node-postgres');
  const { migrate } = await import('drizzle-orm/node-postgres/migrator');
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  // An idle connection that breaks has left the pool already; unheard, its error would end the process.
  pool.on('error', () => undefined);
  const database = drizzle(pool, { schema: postgresTables as never });
  await migrate(database, { migrationsFolder });

  const asDb = (q: unknown, isTransaction: boolean): Db => ({
    q: q as Db['q'],
    t: postgresTables,
    dialect: 'postgres',
    isTransaction,
    seal,
  });
  const listeners = new Set<() => void>();
  const stopListening = await listenForWakes(url, pg.Client, () => {
    for (const listener of listeners) listener();
  });

  return {
    dialect: 'postgres',
    read: asDb(database, false),
    tx: async (act) => {
      refuseNesting();
      const once = () => database.transaction((tx) => insideTransaction.run(true, () => act(asDb(tx, true))));
      for (let attempt = 1; attempt < mostAttempts; attempt += 1) {
        try {
          return await once();
        } catch (error) {
          if (!hasLostToAnother(error)) throw error;
        }
      }
      return once();
    },
    wake: async () => {
      await pool.query('select pg_notify($1, $2)', [wakeChannel, '']);
    },
    onWake: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    space: postgresSpace(pool),
    close: async () => {
      await stopListening();
      await pool.end();
    },
  };
}

/** Keeps one connection listening; while it is down every second counts as a wake, since a notice may have been missed. */
async function listenForWakes(
  url: string,
  Client: typeof import('pg').Client,
  wake: () => void,
): Promise<() => Promise<void>> {
  let isStopped = false;
  let client: import('pg').Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  const connect = async () => {
    const fresh = new Client({ connectionString: url });
    fresh.on('notification', wake);
    fresh.on('error', () => {
      if (isStopped) return;
      retry = setTimeout(() => void connect().then(wake, reconnectLater), 1000);
    });
    await fresh.connect();
    await fresh.query(`listen ${wakeChannel}`);
    client = fresh;
  };
  const reconnectLater = () => {
    if (isStopped) return;
    wake();
    retry = setTimeout(() => void connect().then(wake, reconnectLater), 1000);
  };
  await connect();
  return async () => {
    isStopped = true;
    clearTimeout(retry);
    await client?.end();
  };
}
