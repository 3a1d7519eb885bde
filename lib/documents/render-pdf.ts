import pdfmake from 'pdfmake';
import roboto from 'pdfmake/fonts/Roboto.js';
import type { PrintedDocument } from '@/lib/domain/documents/document';
import { partsOf } from './parts-of';

// Nothing of a document is fetched, and no file but the fonts that come with the package is read.
const fontFiles = new Set<string>(Object.values(roboto.Roboto));
pdfmake.addFonts(roboto);
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => fontFiles.has(path));

/** Documents one after the other as one PDF, each from a page of its own. */
export async function renderPdf(documents: readonly PrintedDocument[]): Promise<Uint8Array<ArrayBuffer>> {
  const buffer = await pdfmake
    .createPdf({
      pageSize: 'A4',
      pageMargins: [56, 56, 56, 56],
      info: { title: documents[0]?.title ?? '' },
      defaultStyle: { font: 'Roboto', fontSize: 11, lineHeight: 1.25 },
      content: documents.flatMap(({ title, lines }, at) => [
        {
          text: title,
          fontSize: 15,
          bold: true,
          margin: [0, 0, 0, 16],
          ...(at > 0 && { pageBreak: 'before' as const }),
        },
        ...partsOf(lines).map((part) =>
          part.kind === 'fact'
            ? {
                columns: [
                  { width: 190, text: part.name, color: '#555555' },
                  { width: '*', text: part.value },
                ],
                margin: [0, 0, 0, 4],
              }
            : { text: part.text === '' ? ' ' : part.text, margin: [0, 0, 0, 4] },
        ),
      ]),
    })
    .getBuffer();
  return new Uint8Array(buffer);
}
