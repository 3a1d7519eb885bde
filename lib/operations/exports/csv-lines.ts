import Papa from 'papaparse';
import { safeCell } from '@/lib/domain/exports/safe-cell';

/**
 * A number keeps its decimals in the way of the language, a sum of money always has two; text that a spreadsheet would reckon is
 * made harmless.
 */
export type CsvCell = string | number | { kopecks: number } | null;

/** Stands at the beginning of a file, so that spreadsheets read it as UTF-8. */
export const byteOrderMark = '\uFEFF';

/** Whatever an office program may take for the end of a cell when it opens a file by a double click. */
const separates = /[;,\t|"\r\n]|^\s|\s$/;

/** Rows as lines of a file, semicolons between the cells, in Russian a decimal comma. */
export function csvLines(rows: readonly (readonly CsvCell[])[], language: 'ru' | 'en'): string {
  if (rows.length === 0) return '';
  const text = rows.map((row) => row.map((cell) => textOf(cell, language)));
  const lines = Papa.unparse(text, {
    delimiter: ';',
    newline: '\r\n',
    quotes: (cell) => separates.test(String(cell)),
  });
  return `${lines}\r\n`;
}

function textOf(cell: CsvCell, language: 'ru' | 'en'): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return safeCell(cell);
  const rounded =
    typeof cell === 'number' ? String(Math.round(cell * 1000) / 1000) : (cell.kopecks / 100).toFixed(2);
  return language === 'ru' ? rounded.replace('.', ',') : rounded;
}
