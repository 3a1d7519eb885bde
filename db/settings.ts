import { eq, sql } from 'drizzle-orm';
import { execute } from './execute';
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

const settingsLock = 727_003;

/** Whoever changes settings waits here for whoever does so too, where no row stands for them yet as well. SQLite has one writer anyway. */
export async function lockSettings(db: Db): Promise<void> {
  if (db.dialect === 'postgres') await execute(db, sql`select pg_advisory_xact_lock(${settingsLock})`);
}

/** Inserts or replaces. */
export async function updateSetting(db: Db, row: SettingRow): Promise<void> {
  const { key: _, ...values } = row;
  await db.q.insert(db.t.settings).values(row).onConflictDoUpdate({ target: db.t.settings.key, set: values });
}
