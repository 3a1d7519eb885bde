import { and, desc, eq, lt, lte, or, sql } from 'drizzle-orm';
import type { Db } from './store';

export type CounterpartyImportRow = Db['t']['counterpartyImports']['$inferSelect'];

/** An import that goes on after it was cut off keeps its row. */
export async function insertCounterpartyImport(db: Db, row: CounterpartyImportRow): Promise<void> {
  await db.q.insert(db.t.counterpartyImports).values(row).onConflictDoNothing();
}

export async function getCounterpartyImport(db: Db, id: string): Promise<CounterpartyImportRow | null> {
  const imports = db.t.counterpartyImports;
  const [row] = await db.q.select().from(imports).where(eq(imports.id, id));
  return row ?? null;
}

/** Counts what one more part of an import did. */
export async function updateCounterpartyImportCounts(
  db: Db,
  id: string,
  more: { created: number; updated: number },
): Promise<void> {
  const imports = db.t.counterpartyImports;
  await db.q
    .update(imports)
    .set({
      createdCount: sql`${imports.createdCount} + ${more.created}`,
      updatedCount: sql`${imports.updatedCount} + ${more.updated}`,
    })
    .where(eq(imports.id, id));
}

/** Newest first. */
export async function listCounterpartyImports(
  db: Db,
  { after, limit }: { after?: { createdAt: number; id: string }; limit: number },
): Promise<CounterpartyImportRow[]> {
  const imports = db.t.counterpartyImports;
  return db.q
    .select()
    .from(imports)
    .where(
      after &&
        and(
          lte(imports.createdAt, after.createdAt),
          or(lt(imports.createdAt, after.createdAt), lt(imports.id, after.id)),
        ),
    )
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(limit);
}
