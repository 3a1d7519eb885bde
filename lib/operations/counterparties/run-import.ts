import {
  type CounterpartyImportRow,
  getCounterpartyImport,
  insertCounterpartyImport,
} from '@/db/counterparty-imports';
import type { ImportMapping } from '@/lib/domain/counterparties/import-columns';
import type { ImportDone } from '@/lib/domain/counterparties/imports.contract';
import { mayImport } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { type Context, signedIn, type Tx, tell } from '@/lib/operations/context';
import { readCityDirectory } from './city-directory';
import { importRows, newCardOf } from './import-rows';
import { planImport } from './plan-import';
import { readImportFile } from './read-import-file';

/** Calls wait for a writer: no part of an import may take long. */
const rowsOfPart = 100;

/**
 * Imports a CSV file with its history: new cards are made, known ones completed, rows that cannot be read are left out
 * and named in the result. It is written in parts, between which calls are taken; one that was cut off goes on when its
 * request is sent again, and its history counts what was done until then.
 * @throws Refusal `forbidden`, `invalid`
 */
export async function runImport(
  context: Context,
  input: { fileName: string; text: string; mapping: ImportMapping },
): Promise<ImportDone> {
  const person = signedIn(context);
  if (!mayImport(person)) throw forbidden();
  const { rows, mapping } = readImportFile(input.text, input.mapping);
  const cities = await readCityDirectory(context.read);
  const planned = await planImport(context.read, rows, cities);
  const importId = context.idOf('import');
  context.saw({ kind: 'import', subjectId: importId, rowCount: rows.length });
  const kept = await context.part((tx) =>
    keepImport(tx, {
      id: importId,
      fileName: input.fileName,
      employeeId: person.id,
      mapping,
      rowCount: rows.length,
      createdCount: 0,
      updatedCount: 0,
      errors: planned.flatMap((row) => row.problems.map((problem) => ({ row: row.row, ...problem }))),
      createdAt: context.now(),
    }),
  );
  const toWrite = planned
    .filter(({ result }) => result === 'create' || result === 'complete')
    .map((row) => newCardOf(row, context, cities, person.id));
  let { createdCount, updatedCount } = kept;
  for (let at = 0; at < toWrite.length; at += rowsOfPart) {
    const rowsNow = toWrite.slice(at, at + rowsOfPart);
    const part = await context.part((tx) => importRows(tx, context, importId, rowsNow, person.id));
    createdCount += part.created;
    updatedCount += part.updated;
  }
  return context.tx(async (tx) => {
    tell(tx, { noun: 'counterparty', nounId: importId });
    return { importId, createdCount, updatedCount, errors: kept.errors as ImportDone['errors'] };
  });
}

/** The import's row, which one that goes on finds with its counts. */
async function keepImport(tx: Tx, row: CounterpartyImportRow): Promise<CounterpartyImportRow> {
  await insertCounterpartyImport(tx, row);
  return (await getCounterpartyImport(tx, row.id))!;
}
