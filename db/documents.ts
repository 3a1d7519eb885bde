import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { DocumentKind } from '@/lib/domain/documents/document';
import type { Db } from './store';

export type DocumentRow = Db['t']['documents']['$inferSelect'];
export type DocumentTemplateRow = Db['t']['documentTemplates']['$inferSelect'];

export async function insertDocument(db: Db, row: DocumentRow): Promise<void> {
  await db.q.insert(db.t.documents).values(row);
}

export async function getDocument(db: Db, id: string): Promise<DocumentRow | null> {
  const { documents } = db.t;
  const [row] = await db.q.select().from(documents).where(eq(documents.id, id));
  return row ?? null;
}

/** In the order they were made. */
export async function listDocumentsOfFolders(db: Db, folderIds: readonly string[]): Promise<DocumentRow[]> {
  if (folderIds.length === 0) return [];
  const { documents } = db.t;
  return db.q
    .select()
    .from(documents)
    .where(inArray(documents.folderId, [...folderIds]))
    .orderBy(asc(documents.madeAt), asc(documents.id));
}

/** A client's documents of a kind that were made apart from any folder, the newest first. */
export async function listDocumentsWithoutFolder(
  db: Db,
  { counterpartyId, kind, limit }: { counterpartyId: string; kind: DocumentKind; limit: number },
): Promise<DocumentRow[]> {
  const { documents } = db.t;
  return db.q
    .select()
    .from(documents)
    .where(
      and(eq(documents.counterpartyId, counterpartyId), eq(documents.kind, kind), isNull(documents.folderId)),
    )
    .orderBy(desc(documents.madeAt), desc(documents.id))
    .limit(limit);
}

/** False when this version was published before. */
export async function insertDocumentTemplate(db: Db, row: DocumentTemplateRow): Promise<boolean> {
  const { documentTemplates } = db.t;
  const inserted = await db.q
    .insert(documentTemplates)
    .values(row)
    .onConflictDoNothing()
    .returning({ version: documentTemplates.version });
  return inserted.length > 0;
}

/** The latest first. */
export async function listDocumentTemplates(db: Db, kind: DocumentKind): Promise<DocumentTemplateRow[]> {
  const { documentTemplates } = db.t;
  return db.q
    .select()
    .from(documentTemplates)
    .where(eq(documentTemplates.kind, kind))
    .orderBy(desc(documentTemplates.version));
}
