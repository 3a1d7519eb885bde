import { findImportOfTitles } from '@/db/imports';
import { mayImport } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { guessImportMapping, mappingProblem } from '@/lib/domain/imports/import-fields';
import type { ImportKind } from '@/lib/domain/imports/import-kind';
import type { ImportMapping } from '@/lib/domain/imports/import-mapping';
import { type ImportPreview, importRowsShown } from '@/lib/domain/imports/imports.contract';
import { readRow } from '@/lib/domain/imports/read-row';
import { type Context, signedIn } from '@/lib/operations/context';
import { inTurns } from './in-turns';
import { markDuplicates } from './mark-duplicates';
import { markManagers } from './mark-managers';
import { listOwnFieldsInUse, withNames, withOwnFields } from './own-fields';
import { readImportFile } from './read-import-file';
import { readSurroundings } from './read-surroundings';
import { titlesKey } from './titles-key';
import { importWorks } from './works';

const rowsOfTurn = 200;

/**
 * What a CSV file would do, without writing anything. Unless the columns are given, they are mapped as in the last import of
 * a file with the same headings, else guessed; rows that cannot be imported come first.
 * @throws Refusal `forbidden`, `invalid`
 */
export async function previewImport(
  context: Context,
  input: { kind: ImportKind; text: string; mapping?: ImportMapping },
): Promise<ImportPreview> {
  const person = signedIn(context);
  if (!mayImport(person)) throw forbidden();
  const { kind } = input;
  const { titles, lines } = await readImportFile(input.text);
  const last = input.mapping
    ? null
    : await findImportOfTitles(context.read, kind, titlesKey(context, titles));
  const ownFields = await listOwnFieldsInUse(context.read);
  const remembered = last?.mapping as ImportMapping | undefined;
  const mapping = withOwnFields(
    input.mapping ?? remembered ?? guessImportMapping(kind, titles, ownFields),
    ownFields,
  );
  context.saw({ kind: 'importPreview', subjectId: kind, rowCount: lines.length });
  const problem = mappingProblem(kind, mapping);
  const counts = { create: 0, complete: 0, same: 0, error: 0 };
  const file = { kind, titles, mapping, ownFields, rowCount: lines.length };
  const head = { ...file, isRemembered: last !== null, problem };
  if (problem) return { ...head, counts, rows: [] };

  const around = await readSurroundings(context.read, context.now());
  const mapped = Object.values(mapping);
  const left: ImportPreview['rows'] = [];
  const others: ImportPreview['rows'] = [];
  const marked = markManagers(person, mapping, await markDuplicates(kind, mapping, lines));
  const numbered = marked.map((line, index) => ({ line, row: index + 2 }));
  await inTurns(numbered, rowsOfTurn, async (some) => {
    const rows = some.map(({ line, row }) => readRow(kind, mapping, row, line));
    for (const planned of await importWorks[kind].plan(context.read, rows, around, null)) {
      const { row, result, values, problems } = planned;
      counts[result] += 1;
      const shown = result === 'error' ? left : others;
      if (shown.length >= importRowsShown) continue;
      const told = Object.fromEntries(mapped.map((field) => [field, values[field] ?? '']));
      shown.push({ row, result, values: told, problems: withNames(problems, ownFields) });
    }
    return [];
  });
  return { ...head, counts, rows: [...left, ...others].slice(0, importRowsShown) };
}
