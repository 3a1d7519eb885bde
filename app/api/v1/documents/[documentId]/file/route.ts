import { doorOf } from '@/app/api/v1/door';
import { fileAnswer } from '@/app/api/v1/file-answer';
import { renderDocx } from '@/lib/documents/render-docx';
import { renderPdf } from '@/lib/documents/render-pdf';
import { mediaTypeOf } from '@/lib/domain/documents/document';
import { documentContracts } from '@/lib/domain/documents/documents.contract';
import { downloadDocument } from '@/lib/operations/documents/download-document';

export const GET = doorOf(
  documentContracts.download,
  downloadDocument,
  async ({ fileName, format, document }) =>
    fileAnswer(format === 'pdf' ? await renderPdf([document]) : await renderDocx(document), {
      fileName,
      mediaType: mediaTypeOf[format],
    }),
);
