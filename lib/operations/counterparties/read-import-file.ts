import papaparse from 'papaparse';
import { guessImportMapping, type ImportField } from '@/lib/domain/counterparties/import-columns';
import { type ImportRow, readImportRow } from '@/lib/domain/counterparties/import-row';
import { mostImportRows } from '@/lib/domain/counterparties/imports.contract';
import { invalid } from '@/lib/domain/errors';

export type ImportFile = { titles: string[]; mapping: Record<string, ImportField>; rows: ImportRow[] };

/**
 * Reads a CSV file whose first line holds the headings; the delimiter is found out, a byte order mark dropped.
 * @throws Refusal `invalid` for a file without rows or with too many
 */
export function readImportFile(text: string, mapping?: Record<string, ImportField>): ImportFile {
  const { data } = papaparse.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    skipEmptyLines: 'greedy',
    delimitersToGuess: [';', ',', '\t', '|'],
  });
  const [titles, ...lines] = data;
  if (!titles || lines.length === 0) throw invalid({ text: 'import.errors.noRows' });
  if (lines.length > mostImportRows) throw invalid({ text: 'import.errors.tooManyRows' });
  const columns = mapping ?? guessImportMapping(titles);
  return {
    titles,
    mapping: columns,
    rows: lines.map((cells, index) => readImportRow(cells, index + 2, columns)),
  };
}
