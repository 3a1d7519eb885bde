import { doorOf } from '@/app/api/v1/door';
import { fileAnswer } from '@/app/api/v1/file-answer';
import { renderPdf } from '@/lib/documents/render-pdf';
import { mediaTypeOf } from '@/lib/domain/documents/document';
import { folderContracts } from '@/lib/domain/folders/folders.contract';
import { getTranslator } from '@/lib/i18n/translator';
import { printFolder } from '@/lib/operations/folders/print-folder';

export const GET = doorOf(
  folderContracts.print,
  (context, input) => {
    const t = getTranslator('ru');
    return printFolder(context, input, (step) => t(`folders.steps.${step}`));
  },
  async ({ fileName, documents }) =>
    fileAnswer(await renderPdf(documents), { fileName, mediaType: mediaTypeOf.pdf }),
);
