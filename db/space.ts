import { getTableName } from 'drizzle-orm';
import { postgresTables } from './schema/tables';

export interface Space {
  /** Carries what was committed from the log into the database file and empties the log. PostgreSQL does so by itself. */
  checkpoint(): Promise<void>;
  /** Writes the database anew without what deleted rows left in it. Writers wait meanwhile: see `clearSeconds`. */
  clear(tables: readonly (keyof typeof postgresTables)[]): Promise<void>;
  /** About how long `clear` keeps writers waiting. */
  clearSeconds(tables: readonly (keyof typeof postgresTables)[]): Promise<number>;
}

/** Measured on a slow disk: a database is written anew, and copied from its log, at this speed. */
const bytesClearedPerSecond = 40_000_000;

export function sqliteSpace(writer: import('better-sqlite3').Database): Space {
  const checkpoint = async () => {
    await outsideTransactions(writer);
    writer.pragma('wal_checkpoint(TRUNCATE)');
  };
  return {
    checkpoint,
    clear: async () => {
      await outsideTransactions(writer);
      writer.exec('VACUUM');
      writer.pragma('wal_checkpoint(TRUNCATE)');
    },
    clearSeconds: async () => {
      const pages = Number(writer.pragma('page_count', { simple: true }));
      return (pages * Number(writer.pragma('page_size', { simple: true }))) / bytesClearedPerSecond;
    },
  };
}

async function outsideTransactions(writer: import('better-sqlite3').Database): Promise<void> {
  while (writer.inTransaction) await new Promise((resolve) => setImmediate(resolve));
}

export function postgresSpace(pool: import('pg').Pool): Space {
  const nameOf = (table: keyof typeof postgresTables) => getTableName(postgresTables[table]);
  return {
    checkpoint: async () => {},
    clear: async (tables) => {
      const client = await pool.connect();
      try {
        // Whoever holds a table for longer is not kept waiting behind us: it is tried again later.
        await client.query(`set lock_timeout = '1s'`);
        for (const table of tables) await client.query(`vacuum (full) "${nameOf(table)}"`);
      } finally {
        await client.query('reset lock_timeout').catch(() => undefined);
        client.release();
      }
    },
    clearSeconds: async (tables) => {
      const sizes = await pool.query(
        'select coalesce(max(pg_total_relation_size(to_regclass(name))), 0) as size from unnest($1::text[]) as name',
        [tables.map((table) => `"${nameOf(table)}"`)],
      );
      return Number(sizes.rows[0].size) / bytesClearedPerSecond;
    },
  };
}
