import { and, desc, eq, lt, or } from 'drizzle-orm';
import type { Db } from './store';

export type CounterpartyImportRow = Db['t']['counterpartyImports']['$inferSelect'];

export async function insertCounterpartyImport(db: Db, row: CounterpartyImportRow): Promise<void> {
  await db.q.insert(db.t.counterpartyImports).values(row);
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
        or(
          lt(imports.createdAt, after.createdAt),
          and(eq(imports.createdAt, after.createdAt), lt(imports.id, after.id)),
        ),
    )
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(limit);
}
