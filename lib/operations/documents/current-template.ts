import { type DocumentTemplateRow, listDocumentTemplates } from '@/db/documents';
import type { Db } from '@/db/store';
import type { DocumentKind } from '@/lib/domain/documents/document';
import { initialTemplates } from '@/lib/domain/documents/initial-templates';

export type TemplateInForce = Omit<DocumentTemplateRow, 'publishedBy' | 'publishedAt'> & {
  publishedBy: string | null;
  publishedAt: number | null;
};

/** Every version of a document's text, the latest first; the one the product came with is the first. */
export async function readTemplates(db: Db, kind: DocumentKind): Promise<TemplateInForce[]> {
  const first = {
    kind,
    version: 1,
    ...initialTemplates[kind],
    note: '',
    publishedBy: null,
    publishedAt: null,
  };
  return [...(await listDocumentTemplates(db, kind)), first];
}

/** The latest version, by which documents are made from now on. */
export async function currentTemplate(db: Db, kind: DocumentKind): Promise<TemplateInForce> {
  return (await readTemplates(db, kind))[0]!;
}
