import { deleteImportParts } from '@/db/import-parts';
import { listRowsToUndo, updateRowsUndone } from '@/db/import-rows';
import { type ImportRow, updateImport } from '@/db/imports';
import { nounOfImport } from '@/lib/domain/imports/import-kind';
import { rowUndoings } from '@/lib/domain/imports/import-row';
import { appendAudit } from '@/lib/operations/audit/append-audit';
import type { Context, Tx } from '@/lib/operations/context';
import { importWorks } from './works';

const rowsOfPart = 100;
/** More than any file has. */
const mostParts = 1000;

/**
 * The next rows of an undoing, from the last of the file to the first; returns the import as it stands then, or null when
 * another process was here first.
 */
export async function undoPart(tx: Tx, context: Context, job: ImportRow): Promise<ImportRow | null> {
  const below = job.undoneFrom!;
  const rows = await listRowsToUndo(tx, job.id, below, rowsOfPart);
  const undoneFrom = rows.at(-1)?.row ?? 0;
  if (!(await updateImport(tx, job.id, { state: ['undoing'], undoneFrom: below }, { undoneFrom })))
    return null;
  const made = rows.filter(({ nounId }) => nounId !== null);
  const became = await importWorks[job.kind].undo(tx, context, job, made);
  for (const undoing of rowUndoings) {
    const numbers = [...became].filter(([, one]) => one === undoing).map(([row]) => row);
    await updateRowsUndone(tx, job.id, numbers, undoing);
  }
  for (const { row, result, nounId, counterpartyId } of made) {
    if (result !== 'create' || became.get(row) !== 'undone') continue;
    appendAudit(tx, context, {
      kind: 'changed',
      employeeId: job.undoneBy,
      operation: 'POST /imports/{importId}/undo',
      subject: nounOfImport[job.kind],
      subjectId: nounId ?? '',
      counterpartyId,
    });
  }
  const undone = [...became.values()].filter((one) => one === 'undone').length;
  const isDone = rows.length < rowsOfPart;
  const change = {
    undoneFrom,
    undoneCount: job.undoneCount + undone,
    keptCount: job.keptCount + became.size - undone,
    ...(isDone ? { state: 'undone' as const, undoneAt: context.now() } : {}),
  };
  await updateImport(tx, job.id, { state: ['undoing'] }, change);
  if (isDone) await deleteImportParts(tx, job.id, job.rowCount, mostParts);
  return { ...job, ...change };
}
