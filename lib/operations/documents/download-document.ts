import { getDocument } from '@/db/documents';
import { type DocumentFormat, fileNameOf, type PrintedDocument } from '@/lib/domain/documents/document';
import { notFound } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { visibleFolder } from '@/lib/operations/folders/get-folder';

/** A document as it was made, to be printed in that format. @throws Refusal `notFound` */
export async function downloadDocument(
  context: Context,
  { documentId, format }: { documentId: string; format: DocumentFormat },
): Promise<{ fileName: string; format: DocumentFormat; document: PrintedDocument }> {
  const person = signedIn(context);
  const document = await getDocument(context.read, documentId);
  if (!document) throw notFound('document');
  await visibleFolder(context.read, person, document.folderId);
  context.saw({
    kind: 'documentFile',
    subjectId: document.id,
    counterpartyId: document.counterpartyId,
    takingId: context.newId(),
  });
  return {
    fileName: fileNameOf(document.title, format),
    format,
    document: { title: document.title, lines: document.text.split('\n') },
  };
}
