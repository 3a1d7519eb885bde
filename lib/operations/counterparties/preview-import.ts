import type { ImportMapping } from '@/lib/domain/counterparties/import-columns';
import { type ImportPreview, importRowsShown } from '@/lib/domain/counterparties/imports.contract';
import { mayImport } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { readCityDirectory } from './city-directory';
import { planImport } from './plan-import';
import { readImportFile } from './read-import-file';

/**
 * What a CSV file would do, without writing anything. The columns are guessed unless they are given; rows that cannot be
 * imported come first.
 * @throws Refusal `forbidden`, `invalid`
 */
export async function previewImport(
  context: Context,
  input: { text: string; mapping?: ImportMapping },
): Promise<ImportPreview> {
  if (!mayImport(signedIn(context))) throw forbidden();
  const { titles, mapping, rows } = readImportFile(input.text, input.mapping);
  const planned = await planImport(context.read, rows, await readCityDirectory(context.read));
  const counts = { create: 0, complete: 0, same: 0, error: 0 };
  for (const { result } of planned) counts[result] += 1;
  const shown = [
    ...planned.filter((row) => row.result === 'error'),
    ...planned.filter((row) => row.result !== 'error'),
  ].slice(0, importRowsShown);
  context.saw({ kind: 'importPreview', rowCount: rows.length });
  return {
    titles,
    mapping,
    rowCount: rows.length,
    counts,
    rows: shown.map(({ row, result, name, contract, phone, city, problems }) => ({
      row,
      result,
      name,
      contract,
      phone,
      city,
      problems,
    })),
  };
}
