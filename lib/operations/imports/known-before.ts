import { listMadeByImport } from '@/db/import-rows';
import type { Db } from '@/db/store';

/**
 * What was there without the import: all but what it has made itself. Of a file that is only looked at, `importId` is
 * null.
 */
export async function knownBefore<Known extends { id: string }>(
  db: Db,
  importId: string | null,
  known: readonly Known[],
): Promise<Known[]> {
  if (importId === null) return [...known];
  const ids = known.map(({ id }) => id);
  const own = new Set(await listMadeByImport(db, importId, ids));
  return known.filter(({ id }) => !own.has(id));
}
