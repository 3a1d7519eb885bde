import type { Db } from './store';

/**
 * Locks the selected rows until the transaction ends. SQLite needs nothing: its one writer already holds the database.
 */
export function locked<Query>(db: Db, query: Query, config?: { skipLocked?: boolean }): Query {
  if (db.dialect === 'sqlite') return query;
  return (query as { for(strength: string, config?: object): Query }).for('update', config);
}
