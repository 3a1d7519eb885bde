import type { Client } from 'pg';
import { type Cell, type Contents, differingTables } from './content-hash';
import { lastNumbersOf, openDatabaseFile, quoted, readContentsOf, rowsOfTable } from './database-file';
import { listPostgresTables, type PostgresTable, readPostgresContents } from './postgres-contents';

/** PostgreSQL takes no more than 65 535 values with a statement. */
const mostValues = 60_000;
const mostRows = 500;

/**
 * Puts what a file holds in the place of all that the PostgreSQL database holds, in one transaction that ends only when both are
 * equal. Both must have the newest schema.
 * @throws Error when a value cannot be kept there, or the two differ; nothing is changed then.
 */
export async function fillPostgres(
  file: string,
  databaseUrl: string,
  onRows: (count: number) => void = () => {},
): Promise<Contents> {
  const { default: pg } = await import('pg');
  const source = await openDatabaseFile(file, { isReadonly: true });
  const client = new pg.Client({ connectionString: databaseUrl });
  try {
    await client.connect();
    const wanted = readContentsOf(source);
    await client.query('begin');
    const tables = await listPostgresTables(client);
    // Append-only tables are filled like all others, and by nobody else: the transaction holds them.
    const setGuards = async (state: 'enable' | 'disable') => {
      for (const { name } of tables) await client.query(`alter table ${quoted(name)} ${state} trigger user`);
    };
    await setGuards('disable');
    await client.query(`truncate ${tables.map(({ name }) => quoted(name)).join()}`);
    const lastNumbers = lastNumbersOf(source);
    for (const table of tables) {
      await fillTable(client, table, rowsOfTable(source, table.name, table.columns), onRows);
      if (table.numbered)
        await setLastNumber(client, table.name, table.numbered, lastNumbers[table.name] ?? 0);
    }
    const found = await readPostgresContents(client);
    const differing = differingTables(wanted, found);
    if (differing.length > 0) throw new Error(`what was written differs: ${differing.join(', ')}`);
    await setGuards('enable');
    await client.query('commit');
    return found;
  } finally {
    await client.end();
    source.close();
  }
}

async function fillTable(
  client: Client,
  { name, columns }: PostgresTable,
  rows: Iterable<Cell[]>,
  onRows: (count: number) => void,
): Promise<void> {
  const list = columns.map((column) => quoted(column.name)).join();
  const atOnce = Math.min(mostRows, Math.floor(mostValues / columns.length));
  let batch: Cell[][] = [];
  const write = async () => {
    if (batch.length === 0) return;
    const places = batch.map(
      (_, row) => `(${columns.map((_, column) => `$${row * columns.length + column + 1}`).join()})`,
    );
    await client
      .query(`insert into ${quoted(name)} (${list}) values ${places.join()}`, batch.flat())
      .catch((error: Error) => {
        throw new Error(`table ${name}: ${error.message}`, { cause: error });
      });
    onRows(batch.length);
    batch = [];
  };
  for (const row of rows) {
    batch.push(row);
    if (batch.length === atOnce) await write();
  }
  await write();
}

async function setLastNumber(client: Client, table: string, column: string, last: number): Promise<void> {
  await client.query('select setval(pg_get_serial_sequence($1, $2), $3, $4)', [
    quoted(table),
    column,
    Math.max(1, last),
    last > 0,
  ]);
}

/** Whether anybody or anything is in that database yet. */
export async function isPostgresEmpty(databaseUrl: string): Promise<boolean> {
  return withClient(databaseUrl, async (client) => {
    const tables = await listPostgresTables(client);
    if (!tables.some(({ name }) => name === 'employees')) return true;
    const { rows } = await client.query('select exists (select 1 from employees) as "is"');
    return !rows[0].is;
  });
}

/** How many others are connected to that database now. */
export async function countConnections(databaseUrl: string): Promise<number> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query(
      `select count(*)::int as "count" from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
    );
    return rows[0].count;
  });
}

async function withClient<Result>(url: string, use: (client: Client) => Promise<Result>): Promise<Result> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
