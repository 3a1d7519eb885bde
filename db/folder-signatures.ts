import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { FolderStep } from '@/lib/domain/folders/step';
import type { Db } from './store';

export type FolderSignatureRow = Db['t']['folderSignatures']['$inferSelect'];

/** False when the step is signed already. */
export async function insertFolderSignature(db: Db, row: FolderSignatureRow): Promise<boolean> {
  const { folderSignatures } = db.t;
  const inserted = await db.q
    .insert(folderSignatures)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: folderSignatures.id });
  return inserted.length > 0;
}

export async function updateFolderSignatureReopened(
  db: Db,
  { folderId, step }: { folderId: string; step: FolderStep },
  change: { reopenedAt: number; reopenedBy: string; reopenReason: string },
): Promise<boolean> {
  const { folderSignatures } = db.t;
  const changed = await db.q
    .update(folderSignatures)
    .set(change)
    .where(
      and(
        eq(folderSignatures.folderId, folderId),
        eq(folderSignatures.step, step),
        isNull(folderSignatures.reopenedAt),
      ),
    )
    .returning({ id: folderSignatures.id });
  return changed.length > 0;
}

/** All that were ever given, the latest first. */
export async function listFolderSignatures(
  db: Db,
  folderIds: readonly string[],
): Promise<FolderSignatureRow[]> {
  if (folderIds.length === 0) return [];
  const { folderSignatures } = db.t;
  return db.q
    .select()
    .from(folderSignatures)
    .where(inArray(folderSignatures.folderId, [...folderIds]))
    .orderBy(desc(folderSignatures.signedAt), desc(folderSignatures.id));
}
