import { doorOf } from '@/app/api/v1/door';
import { fileAnswer } from '@/app/api/v1/file-answer';
import { renderPdf } from '@/lib/documents/render-pdf';
import { mediaTypeOf } from '@/lib/domain/documents/document';
import { folderContracts } from '@/lib/domain/folders/folders.contract';
import { printFolder } from '@/lib/operations/folders/print-folder';

export const GET = doorOf(folderContracts.print, printFolder, async ({ fileName, documents }) =>
  fileAnswer(await renderPdf(documents), { fileName, mediaType: mediaTypeOf.pdf }),
);
