import { insertImportPart } from '@/db/import-parts';
import { insertImport, updateImport } from '@/db/imports';
import { mayImport } from '@/lib/domain/employees/permissions';
import { forbidden, invalid } from '@/lib/domain/errors';
import { mappingProblem } from '@/lib/domain/imports/import-fields';
import type { ImportKind } from '@/lib/domain/imports/import-kind';
import type { ImportMapping } from '@/lib/domain/imports/import-mapping';
import { type Context, signedIn, tell } from '@/lib/operations/context';
import { rowsOfPart } from './import-part';
import { markDuplicates } from './mark-duplicates';
import { markManagers } from './mark-managers';
import { isOfOwnFields, listOwnFieldsInUse } from './own-fields';
import { readImportFile } from './read-import-file';
import { titlesKey } from './titles-key';

/** Calls wait for a writer: so many parts are kept at a time. */
const partsOfAct = 5;

/**
 * Takes in a CSV file to be imported: its rows are kept first, in acts between which calls are taken, and dealt with then by
 * the worker, whatever becomes of this process. A request that was cut off goes on when it is sent again.
 * @throws Refusal `forbidden`, `invalid`
 */
export async function startImport(
  context: Context,
  input: { kind: ImportKind; fileName: string; text: string; mapping: ImportMapping },
): Promise<{ importId: string; rowCount: number }> {
  const person = signedIn(context);
  if (!mayImport(person)) throw forbidden();
  const { kind, mapping } = input;
  const { titles, lines } = await readImportFile(input.text);
  const problem = mappingProblem(kind, mapping);
  if (problem) throw invalid({ mapping: problem });
  if (!isOfOwnFields(mapping, await listOwnFieldsInUse(context.read))) {
    throw invalid({ mapping: 'import.errors.fieldOfAnotherKind' });
  }
  const rows = markManagers(person, mapping, await markDuplicates(kind, mapping, lines));
  const importId = context.idOf('import');
  context.saw({ kind: 'import', subjectId: importId, rowCount: rows.length });
  await context.part((tx) =>
    insertImport(tx, {
      id: importId,
      kind,
      state: 'receiving',
      fileName: input.fileName,
      employeeId: person.id,
      titles,
      titlesKey: titlesKey(context, titles),
      mapping,
      rowCount: rows.length,
      doneCount: 0,
      createdCount: 0,
      updatedCount: 0,
      errorCount: 0,
      createdAt: context.now(),
      endedAt: null,
      failedAt: null,
      undoneFrom: null,
      undoneAt: null,
      undoneBy: null,
      undoneCount: 0,
      keptCount: 0,
    }),
  );
  const rowsOfAct = rowsOfPart * partsOfAct;
  for (let from = 0; from < rows.length; from += rowsOfAct) {
    await context.part(async (tx) => {
      for (let at = from; at < Math.min(from + rowsOfAct, rows.length); at += rowsOfPart) {
        await insertImportPart(tx, { importId, firstIndex: at, rows: rows.slice(at, at + rowsOfPart) });
      }
    });
  }
  return context.tx(async (tx) => {
    await updateImport(tx, importId, { state: ['receiving'] }, { state: 'running' });
    tell(tx, { noun: 'import', nounId: importId });
    return { importId, rowCount: rows.length };
  });
}
