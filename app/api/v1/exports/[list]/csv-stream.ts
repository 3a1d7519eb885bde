import type { ExportedList } from '@/lib/domain/exports/exported-list';
import { byteOrderMark, csvLines } from '@/lib/operations/exports/csv-lines';
import type { ExportedRows } from '@/lib/operations/exports/export-list';
import type { Columns } from './column';
import { columnsOfLists } from './columns-of-lists';
import type { Words } from './words';

/** The file of a list, made page by page as fast as it is taken; nothing but the page at hand is kept. */
export function csvStream(list: ExportedList, rows: ExportedRows, words: Words): ReadableStream<Uint8Array> {
  let columns: ReturnType<Columns<unknown>> | undefined;
  let rowCount = 0;
  const bytes = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await rows.next();
        if (done) {
          controller.close();
          return;
        }
        let begins = '';
        if (!columns) {
          columns = (columnsOfLists[list] as Columns<unknown>)(words, value.rows);
          begins = byteOrderMark + csvLines([columns.map(([head]) => head)], words.language);
        }
        const cells = columns.map(([, cell]) => cell);
        const lines = value.rows.map((row) => cells.map((cell) => cell(row)));
        rowCount += lines.length;
        if (value.isCut) lines.push([words.cutNotice(rowCount)]);
        controller.enqueue(bytes.encode(begins + csvLines(lines, words.language)));
      },
      async cancel() {
        await rows.return();
      },
    },
    { highWaterMark: 0 },
  );
}
