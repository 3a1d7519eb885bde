import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lt, lte, sql } from 'drizzle-orm';
import type { RowUndoing } from '@/lib/domain/imports/import-row';
import { insertMany } from './insert-many';
import { isAmong } from './is-among';
import type { Db } from './store';

export type ImportedRow = Db['t']['importRows']['$inferSelect'];

/** The number of a row is there once within an import. @throws Error when it is there already */
export async function insertImportRows(db: Db, rows: ImportedRow[]): Promise<void> {
  await insertMany(db, db.t.importRows, rows);
}

/** Those of the things that this import has made. */
export async function listMadeByImport(
  db: Db,
  importId: string,
  nounIds: readonly string[],
): Promise<string[]> {
  if (nounIds.length === 0) return [];
  const rows = db.t.importRows;
  const found = await db.q
    .select({ nounId: rows.nounId })
    .from(rows)
    .where(and(isAmong(db, rows.nounId, nounIds), eq(rows.importId, importId), eq(rows.result, 'create')));
  return found.flatMap(({ nounId }) => nounId ?? []);
}

/** In the order of the file: those that there is something to say of, or those that an undoing kept. */
export async function listImportRows(
  db: Db,
  query: { importId: string; show: 'problems' | 'kept'; after?: number; limit: number },
): Promise<ImportedRow[]> {
  const rows = db.t.importRows;
  return db.q
    .select()
    .from(rows)
    .where(
      and(
        eq(rows.importId, query.importId),
        query.show === 'problems' ? isNotNull(rows.cells) : sql`${rows.undoing} in ('changed', 'inUse')`,
        query.after === undefined ? undefined : gt(rows.row, query.after),
      ),
    )
    .orderBy(asc(rows.row))
    .limit(query.limit);
}

/** What an import made or changed, from the last row before `below` back. */
export async function listRowsToUndo(
  db: Db,
  importId: string,
  below: number,
  limit: number,
): Promise<ImportedRow[]> {
  const rows = db.t.importRows;
  return db.q
    .select()
    .from(rows)
    .where(and(eq(rows.importId, importId), lt(rows.row, below)))
    .orderBy(desc(rows.row))
    .limit(limit);
}

export async function updateRowsUndone(
  db: Db,
  importId: string,
  numbers: readonly number[],
  undoing: RowUndoing,
): Promise<void> {
  if (numbers.length === 0) return;
  const rows = db.t.importRows;
  await db.q
    .update(rows)
    .set({ undoing })
    .where(and(eq(rows.importId, importId), inArray(rows.row, [...numbers])));
}

/** Drops the lines of the file and what rows were kept for undoing alone, up to a row; says up to which. */
export async function deleteImportedLines(
  db: Db,
  importId: string,
  after: number,
  most: number,
): Promise<number | null> {
  const rows = db.t.importRows;
  const found = await db.q
    .select({ row: rows.row })
    .from(rows)
    .where(and(eq(rows.importId, importId), gt(rows.row, after)))
    .orderBy(asc(rows.row))
    .limit(most);
  const last = found.at(-1)?.row;
  if (last === undefined) return null;
  const dealtWith = and(eq(rows.importId, importId), gt(rows.row, after), lte(rows.row, last));
  await db.q.delete(rows).where(and(dealtWith, isNull(rows.cells), isNull(rows.undoing)));
  await db.q
    .update(rows)
    .set({ cells: [], before: null })
    .where(and(dealtWith, isNotNull(rows.cells)));
  return last;
}

/** An earlier row of the same import that left the thing at that version finds it at another one now. */
export async function updateImportedVersion(
  db: Db,
  importId: string,
  nounId: string,
  from: number,
  to: number,
): Promise<void> {
  const rows = db.t.importRows;
  await db.q
    .update(rows)
    .set({ version: to })
    .where(and(eq(rows.nounId, nounId), eq(rows.importId, importId), eq(rows.version, from)));
}

/** Deletes the rows of an import, so many at most; says whether there may be more. */
export async function deleteImportedRows(db: Db, importId: string, most: number): Promise<boolean> {
  const rows = db.t.importRows;
  const found = await db.q
    .select({ row: rows.row })
    .from(rows)
    .where(eq(rows.importId, importId))
    .orderBy(asc(rows.row))
    .limit(most);
  const last = found.at(-1);
  if (!last) return false;
  await db.q.delete(rows).where(and(eq(rows.importId, importId), lte(rows.row, last.row)));
  return found.length === most;
}
