import { and, asc, eq, lt } from 'drizzle-orm';
import type { Db } from './store';

export type ImportPartRow = Db['t']['importParts']['$inferSelect'];

/** A part that is there already stays. */
export async function insertImportPart(db: Db, row: ImportPartRow): Promise<void> {
  await db.q.insert(db.t.importParts).values(row).onConflictDoNothing();
}

/** The part that begins at this row, counted from 0. */
export async function getImportPart(
  db: Db,
  importId: string,
  firstIndex: number,
): Promise<ImportPartRow | null> {
  const parts = db.t.importParts;
  const [row] = await db.q
    .select()
    .from(parts)
    .where(and(eq(parts.importId, importId), eq(parts.firstIndex, firstIndex)));
  return row ?? null;
}

/** Deletes the parts before a row, so many at most; says whether there may be more. */
export async function deleteImportParts(
  db: Db,
  importId: string,
  beforeIndex: number,
  most: number,
): Promise<boolean> {
  const parts = db.t.importParts;
  const found = await db.q
    .select({ firstIndex: parts.firstIndex })
    .from(parts)
    .where(and(eq(parts.importId, importId), lt(parts.firstIndex, beforeIndex)))
    .orderBy(asc(parts.firstIndex))
    .limit(most);
  const last = found.at(-1);
  if (!last) return false;
  await db.q
    .delete(parts)
    .where(and(eq(parts.importId, importId), lt(parts.firstIndex, last.firstIndex + 1)));
  return found.length === most;
}
