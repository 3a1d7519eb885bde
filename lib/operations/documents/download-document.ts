import { getDocument } from '@/db/documents';
import { type DocumentFormat, fileNameOf, type PrintedDocument } from '@/lib/domain/documents/document';
import { notFound } from '@/lib/domain/errors';
import { maySeeRounds } from '@/lib/domain/rounds/round-rights';
import { type Context, signedIn } from '@/lib/operations/context';
import { visibleFolder } from '@/lib/operations/folders/get-folder';

/**
 * A document as it was made, to be printed in that format; one of no folder for whoever sees rounds, which alone make such.
 * @throws Refusal `notFound`
 */
export async function downloadDocument(
  context: Context,
  { documentId, format }: { documentId: string; format: DocumentFormat },
): Promise<{ fileName: string; format: DocumentFormat; document: PrintedDocument }> {
  const person = signedIn(context);
  const document = await getDocument(context.read, documentId);
  if (!document) throw notFound('document');
  if (document.folderId !== null) await visibleFolder(context.read, person, document.folderId);
  else if (!maySeeRounds(person)) throw notFound('document');
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
