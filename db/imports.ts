import { and, asc, desc, eq, inArray, isNotNull, lt, notInArray, sql } from 'drizzle-orm';
import type { ImportKind, ImportState } from '@/lib/domain/imports/import-kind';
import { inTimeOrder, type PageAfter } from './in-time-order';
import type { Db } from './store';

export type ImportRow = Db['t']['imports']['$inferSelect'];

/** An import whose request is sent again keeps its row. */
export async function insertImport(db: Db, row: ImportRow): Promise<void> {
  await db.q.insert(db.t.imports).values(row).onConflictDoNothing();
}

export async function getImport(db: Db, id: string): Promise<ImportRow | null> {
  const { imports } = db.t;
  const [row] = await db.q.select().from(imports).where(eq(imports.id, id));
  return row ?? null;
}

/** Whether the import was still as `found`, and is `change`d now. */
export async function updateImport(
  db: Db,
  id: string,
  found: { state: readonly ImportState[]; doneCount?: number; undoneFrom?: number },
  change: Partial<Omit<ImportRow, 'id'>>,
): Promise<boolean> {
  const { imports } = db.t;
  const changed = await db.q
    .update(imports)
    .set(change)
    .where(
      and(
        eq(imports.id, id),
        inArray(imports.state, [...found.state]),
        found.doneCount === undefined ? undefined : eq(imports.doneCount, found.doneCount),
        found.undoneFrom === undefined ? undefined : eq(imports.undoneFrom, found.undoneFrom),
      ),
    )
    .returning({ id: imports.id });
  return changed.length > 0;
}

export async function deleteImport(db: Db, id: string): Promise<void> {
  await db.q.delete(db.t.imports).where(eq(db.t.imports.id, id));
}

/** Those with something still to be done, the longest ago handed in first. */
export async function listOpenImports(db: Db): Promise<ImportRow[]> {
  const { imports } = db.t;
  return db.q
    .select()
    .from(imports)
    .where(sql`${imports.state} in ('receiving', 'running', 'undoing')`)
    .orderBy(asc(imports.createdAt), asc(imports.id));
}

/** Those handed in before an instant whose rows are still kept to undo them by. */
export async function listImportsToForget(db: Db, before: number): Promise<ImportRow[]> {
  const { imports } = db.t;
  return db.q
    .select()
    .from(imports)
    .where(
      and(
        lt(imports.createdAt, before),
        isNotNull(imports.endedAt),
        inArray(imports.state, ['done', 'undone']),
      ),
    )
    .orderBy(asc(imports.createdAt), asc(imports.id));
}

/** The last import of a file with the same headings that was not undone; null when there was none. */
export async function findImportOfTitles(
  db: Db,
  kind: ImportKind,
  titlesKey: string,
): Promise<ImportRow | null> {
  const { imports } = db.t;
  const [row] = await db.q
    .select()
    .from(imports)
    .where(
      and(
        eq(imports.kind, kind),
        eq(imports.titlesKey, titlesKey),
        notInArray(imports.state, ['undoing', 'undone']),
      ),
    )
    .orderBy(desc(imports.createdAt))
    .limit(1);
  return row ?? null;
}

/** Newest first. */
export async function listImports(
  db: Db,
  { kind, after, limit }: { kind?: ImportKind } & PageAfter,
): Promise<ImportRow[]> {
  const { imports } = db.t;
  const order = inTimeOrder(imports.createdAt, imports.id, 'newest', after);
  return db.q
    .select()
    .from(imports)
    .where(and(kind && eq(imports.kind, kind), order.after))
    .orderBy(...order.by)
    .limit(limit);
}
