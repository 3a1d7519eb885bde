import { eq, sql } from 'drizzle-orm';
import { prepared } from './prepared';
import type { Db } from './store';

export type SettingRow = Db['t']['settings']['$inferSelect'];

export async function getSetting(db: Db, key: string): Promise<SettingRow | null> {
  const { settings } = db.t;
  const select = prepared(db, 'getSetting', () =>
    db.q
      .select()
      .from(settings)
      .where(eq(settings.key, sql.placeholder('key'))),
  );
  const [row] = await select.execute({ key });
  return row ?? null;
}

/** Inserts or replaces. */
export async function updateSetting(db: Db, row: SettingRow): Promise<void> {
  const { key: _, ...values } = row;
  await db.q.insert(db.t.settings).values(row).onConflictDoUpdate({ target: db.t.settings.key, set: values });
}
