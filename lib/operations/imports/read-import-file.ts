import papaparse, { type ParseResult, type Parser } from 'papaparse';
import { invalid } from '@/lib/domain/errors';
import { mostImportRows } from '@/lib/domain/imports/import-limits';

/** The first line, and the cells of the others. */
export type ImportFile = { titles: string[]; lines: string[][] };

const charactersOfTurn = 256 * 1024;

/**
 * Reads a CSV file whose first line holds the headings; the delimiter is found out, a byte order mark dropped, and what no database takes. Others have
 * the processor in between.
 * @throws Refusal `invalid` for a file without rows or with too many
 */
export async function readImportFile(text: string): Promise<ImportFile> {
  const [titles, ...lines] = await linesOf(
    text
      .replace(/^\uFEFF/, '')
      .replaceAll('\0', '')
      .toWellFormed(),
  );
  if (!titles || lines.length === 0) throw invalid({ text: 'import.errors.noRows' });
  return { titles, lines };
}

function linesOf(text: string): Promise<string[][]> {
  const all: string[][] = [];
  return new Promise((resolve, reject) => {
    papaparse.parse<string[]>(text, {
      skipEmptyLines: 'greedy',
      delimitersToGuess: [';', ',', '\t', '|'],
      chunkSize: charactersOfTurn,
      chunk: ({ data }: ParseResult<string[]>, parser: Parser) => {
        for (const line of data) all.push(line);
        if (all.length > mostImportRows + 1) {
          reject(invalid({ text: 'import.errors.tooManyRows' }));
          parser.abort();
          return;
        }
        parser.pause();
        setImmediate(() => parser.resume());
      },
      complete: () => resolve(all),
    });
  });
}
