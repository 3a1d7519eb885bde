import { getSetting } from '@/db/settings';
import type { Db } from '@/db/store';

/** Settings in force, with their version. */
export async function readSetting<Value>(
  db: Db,
  key: string,
  read: (stored: unknown) => Value,
): Promise<{ value: Value; version: number }> {
  const stored = await getSetting(db, key);
  return { value: read(stored?.value), version: stored?.updatedAt ?? 0 };
}
