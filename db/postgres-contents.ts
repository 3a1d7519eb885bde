import type { Client } from 'pg';
import { type Cell, type Contents, createTableHash, plainJson, type TableColumn } from './content-hash';
import { isJsonColumn, quoted } from './database-file';

type PostgresColumn = TableColumn & { type: string };
export type PostgresTable = { name: string; columns: PostgresColumn[]; numbered: string | null };

const batchRows = 1000;

/** Our tables in the database that this connection is in, of whatever version. */
export async function listPostgresTables(client: Client): Promise<PostgresTable[]> {
  const { rows } = await client.query<{ table: string; column: string; type: string; identity: string }>(
    `select c.table_name as "table", c.column_name as "column", c.data_type as "type", c.is_identity as "identity"
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = current_schema() and t.table_type = 'BASE TABLE'
     order by c.table_name, c.ordinal_position`,
  );
  const tables = new Map<string, PostgresTable>();
  for (const { table, column, type, identity } of rows) {
    const known = tables.get(table) ?? { name: table, columns: [], numbered: null };
    tables.set(table, known);
    known.columns.push({
      name: column,
      isJson: type === 'jsonb' || isJsonColumn(table, column),
      type,
    });
    if (identity === 'YES') known.numbered = column;
  }
  return [...tables.values()];
}

/** How many migrations made this database. */
export async function countPostgresMigrations(client: Client): Promise<number> {
  const found = await client.query(`select to_regclass('drizzle.__drizzle_migrations') is not null as "is"`);
  if (!found.rows[0].is) return 0;
  const { rows } = await client.query('select count(*)::int as "count" from drizzle.__drizzle_migrations');
  return rows[0].count;
}

/** Hands over the rows of a table in the form SQLite keeps them, some at a time. To be called inside a transaction. */
export async function eachPostgresBatch(
  client: Client,
  { name, columns }: PostgresTable,
  take: (rows: Cell[][]) => void,
): Promise<void> {
  const list = columns.map((column) => expressionOf(column)).join();
  await client.query(`declare rows_of_table no scroll cursor for select ${list} from ${quoted(name)}`);
  for (;;) {
    const { rows } = await client.query<unknown[]>({
      text: `fetch ${batchRows} from rows_of_table`,
      rowMode: 'array',
    });
    if (rows.length === 0) break;
    take(rows.map((row) => row.map((value, index) => cellOf(value, columns[index]!))));
  }
  await client.query('close rows_of_table');
}

function expressionOf({ name, type }: PostgresColumn): string {
  if (type === 'boolean') return `${quoted(name)}::int`;
  return type === 'jsonb' ? `${quoted(name)}::text` : quoted(name);
}

/** The driver hands bigint over as text. */
const numberTypes = new Set(['bigint', 'numeric']);

function cellOf(value: unknown, { type, isJson }: PostgresColumn): Cell {
  if (value === null || typeof value === 'number') return value;
  if (numberTypes.has(type)) return Number(value);
  return isJson ? plainJson(String(value)) : String(value);
}

/** Reads every row of every table. To be called inside a transaction. */
export async function readPostgresContents(
  client: Client,
  onRows: (count: number) => void = () => {},
): Promise<Contents> {
  const contents: Contents = {};
  for (const table of await listPostgresTables(client)) {
    const hash = createTableHash(table.columns);
    await eachPostgresBatch(client, table, (rows) => {
      for (const row of rows) hash.add(row);
      onRows(rows.length);
    });
    contents[table.name] = hash.contents();
  }
  return contents;
}
