import { byteOrderMark, type CsvCell, csvLines } from '@/lib/operations/exports/csv-lines';

/**
 * A table as spreadsheets of the office open it by a double click: a byte order mark, semicolons, in Russian a decimal comma.
 */
export function writeCsv(rows: readonly (readonly CsvCell[])[], language: 'ru' | 'en'): string {
  return byteOrderMark + csvLines(rows, language);
}
