import Database from 'better-sqlite3';

/** What a database holds that it did not hold before, table by table, in the order in which it was written. */
export type LeftRows = { table: string; rows: unknown[][] }[];

/** Of two files of one database, the earlier of which only grew. */
export function readLeftRows(earlier: string, later: string): LeftRows {
  const before = new Database(earlier, { readonly: true });
  const after = new Database(later, { readonly: true });
  try {
    const tables = after
      .prepare(
        `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and sql not like '%virtual%'`,
      )
      .pluck()
      .all() as string[];
    return tables.flatMap((table) => {
      const held = before.prepare(`select count(*) from ${table}`).pluck().get() as number;
      const rows = after.prepare(`select * from ${table} limit -1 offset ?`).raw().all(held) as unknown[][];
      return rows.length > 0 ? [{ table, rows }] : [];
    });
  } finally {
    before.close();
    after.close();
  }
}

/** Seconds to write them into the earlier file, as durable as the console does and in so many acts as `count` rows take. */
export function writeLeftRows(file: string, left: LeftRows, count: number): number {
  const database = new Database(file);
  try {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('secure_delete = ON');
    const acts = Math.ceil(count / rowsOfAct);
    const statements = left.map(({ table, rows }) => ({
      rows,
      insert: database.prepare(`insert into ${table} values (${rows[0]!.map(() => '?').join(', ')})`),
    }));
    const write = database.transaction((act: number) => {
      for (const { rows, insert } of statements) {
        const from = Math.floor((rows.length * act) / acts);
        const until = Math.floor((rows.length * (act + 1)) / acts);
        for (let at = from; at < until; at++) insert.run(...rows[at]!);
      }
    });
    const startedAt = performance.now();
    for (let act = 0; act < acts; act++) write.immediate(act);
    return (performance.now() - startedAt) / 1000;
  } finally {
    database.close();
  }
}

/** As many rows of the file as one act of an import deals with. */
const rowsOfAct = 200;
