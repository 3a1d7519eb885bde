import { Document, HeadingLevel, Packer, Paragraph, Tab, TabStopType, TextRun } from 'docx';
import type { PrintedDocument } from '@/lib/domain/documents/document';
import { partsOf } from './parts-of';

/** Where the values of facts begin, in twentieths of a point. */
const valuesFrom = 3800;

/** A document as a file that people go on writing in. */
export async function renderDocx({ title, lines }: PrintedDocument): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title,
    styles: { default: { document: { run: { font: 'Times New Roman', size: 24 } } } },
    sections: [
      {
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.HEADING_1, spacing: { after: 240 } }),
          ...partsOf(lines).map((part) =>
            part.kind === 'fact'
              ? new Paragraph({
                  tabStops: [{ type: TabStopType.LEFT, position: valuesFrom }],
                  indent: { left: valuesFrom, hanging: valuesFrom },
                  children: [new TextRun(part.name), new TextRun({ children: [new Tab(), part.value] })],
                })
              : new Paragraph({ text: part.text, spacing: { after: 80 } }),
          ),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
