import { eq } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { cardRecordTables } from './counterparty-merges';
import type { Db } from './store';

type RecordTable = SQLiteTable & { id: SQLiteColumn; counterpartyId: SQLiteColumn };

/** The ids of everything that hangs on a card. */
export async function listCardRecordIds(db: Db, counterpartyId: string): Promise<string[]> {
  const ids: string[] = [];
  for (const name of [...cardRecordTables, 'reactions'] as const) {
    const table = db.t[name] as unknown as RecordTable;
    const rows = await db.q
      .select({ id: table.id })
      .from(table)
      .where(eq(table.counterpartyId, counterpartyId));
    ids.push(...rows.map(({ id }) => String(id)));
  }
  return ids;
}
