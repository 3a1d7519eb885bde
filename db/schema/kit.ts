import * as postgres from 'drizzle-orm/pg-core';
import * as sqlite from 'drizzle-orm/sqlite-core';

const byteOrderedText = postgres.customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' });

const sqliteKit = {
  table: sqlite.sqliteTable,
  index: sqlite.index,
  uniqueIndex: sqlite.uniqueIndex,
  primaryKey: sqlite.primaryKey,
  /** A number given by the database in order of insertion; gaps are normal. */
  serial: (name: string) => sqlite.integer(name).primaryKey({ autoIncrement: true }),
  integer: (name: string) => sqlite.integer(name),
  /** Epoch milliseconds. */
  time: (name: string) => sqlite.integer(name),
  /** Kopecks. */
  money: (name: string) => sqlite.integer(name),
  text: (name: string) => sqlite.text(name),
  /** Text compared and sorted by bytes in both databases: keys of prefix searches and sorted lists. */
  sortable: (name: string) => sqlite.text(name),
  flag: (name: string) => sqlite.integer(name, { mode: 'boolean' }),
  json: <T>(name: string) => sqlite.text(name, { mode: 'json' }).$type<T>(),
};

/** The column makers of one dialect. Types are SQLite's in both, so that one query code serves both. */
export type Kit = typeof sqliteKit;

const postgresKit = {
  table: postgres.pgTable,
  index: postgres.index,
  uniqueIndex: postgres.uniqueIndex,
  primaryKey: postgres.primaryKey,
  serial: (name: string) => postgres.integer(name).primaryKey().generatedByDefaultAsIdentity(),
  integer: (name: string) => postgres.integer(name),
  time: (name: string) => postgres.bigint(name, { mode: 'number' }),
  money: (name: string) => postgres.bigint(name, { mode: 'number' }),
  text: (name: string) => postgres.text(name),
  sortable: (name: string) => byteOrderedText(name),
  flag: (name: string) => postgres.boolean(name),
  json: (name: string) => postgres.jsonb(name),
} as unknown as Kit;

export { postgresKit, sqliteKit };
