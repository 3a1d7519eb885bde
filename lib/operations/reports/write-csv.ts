import Papa from 'papaparse';

/** A number keeps its decimals in the way of the language; text that a spreadsheet would reckon is made harmless. */
export type CsvCell = string | number | null;

/** What spreadsheets take for the beginning of a formula; a phone is written without its plus. */
const formulaBegins = /^[=+\-@\t\r]/;

/**
 * A table as spreadsheets of the office open it by a double click: a byte order mark, semicolons, in Russian a decimal comma.
 */
export function writeCsv(rows: readonly (readonly CsvCell[])[], language: 'ru' | 'en'): string {
  const text = rows.map((row) => row.map((cell) => cellOf(cell, language)));
  return `\uFEFF${Papa.unparse(text, { delimiter: ';', newline: '\r\n', escapeFormulae: formulaBegins })}\r\n`;
}

function cellOf(cell: CsvCell, language: 'ru' | 'en'): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  const rounded = String(Math.round(cell * 1000) / 1000);
  return language === 'ru' ? rounded.replace('.', ',') : rounded;
}
