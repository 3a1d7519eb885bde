import { deleteImportParts, getImportPart } from '@/db/import-parts';
import { type ImportedRow, insertImportRows } from '@/db/import-rows';
import { type ImportRow, updateImport } from '@/db/imports';
import { nounOfImport } from '@/lib/domain/imports/import-kind';
import type { ImportMapping } from '@/lib/domain/imports/import-mapping';
import type { ImportResult } from '@/lib/domain/imports/import-row';
import { readRow } from '@/lib/domain/imports/read-row';
import { appendAudit } from '@/lib/operations/audit/append-audit';
import type { Context, Tx } from '@/lib/operations/context';
import type { Surroundings, WrittenRow } from './import-work';
import { importWorks } from './works';

/** Calls wait for a writer: no part of an import may take long. */
export const rowsOfPart = 200;

/**
 * The next rows of an import, all or nothing with how far it has come; returns the import as it stands then, or null when
 * it was stopped or another process was here first.
 */
export async function importPart(
  tx: Tx,
  context: Context,
  job: ImportRow,
  around: Surroundings,
): Promise<ImportRow | null> {
  const part = await getImportPart(tx, job.id, job.doneCount);
  const lines = part?.rows ?? [];
  const doneCount = part ? job.doneCount + lines.length : job.rowCount;
  const found = { state: ['running'], doneCount: job.doneCount } as const;
  if (!(await updateImport(tx, job.id, found, { doneCount }))) return null;

  const mapping = job.mapping as ImportMapping;
  const work = importWorks[job.kind];
  const rows = lines.map((line, index) => readRow(job.kind, mapping, job.doneCount + index + 2, line));
  const planned = await work.plan(tx, rows, around, job.id);
  const toWrite = planned.filter(({ result }) => result === 'create' || result === 'complete');
  const written = new Map((await work.write(tx, context, job, toWrite, around)).map((row) => [row.row, row]));
  const results = planned.map(({ row, result, problems }, index): ImportedRow => {
    const did = written.get(row);
    return {
      importId: job.id,
      row,
      result: did || result === 'error' ? result : 'same',
      problems,
      cells: problems.length > 0 ? lines[index]!.cells : null,
      ...(did ?? nothingDone),
      undoing: null,
    };
  });
  await insertImportRows(
    tx,
    results.filter(({ nounId, cells }) => nounId !== null || cells !== null),
  );
  for (const { result, nounId, counterpartyId } of results) {
    if (result !== 'create' || nounId === null) continue;
    appendAudit(tx, context, {
      kind: 'changed',
      employeeId: job.employeeId,
      operation: 'POST /imports',
      subject: nounOfImport[job.kind],
      subjectId: nounId,
      counterpartyId,
    });
  }
  const count = (result: ImportResult) => results.filter((row) => row.result === result).length;
  const isDone = doneCount >= job.rowCount;
  const change = {
    doneCount,
    createdCount: job.createdCount + count('create'),
    updatedCount: job.updatedCount + count('complete'),
    errorCount: job.errorCount + count('error'),
    ...(isDone ? { state: 'done' as const, endedAt: context.now() } : {}),
  };
  await updateImport(tx, job.id, { state: ['running'] }, change);
  await deleteImportParts(tx, job.id, doneCount, 2);
  return { ...job, ...change };
}

const nothingDone: Omit<WrittenRow, 'row'> = {
  nounId: null,
  counterpartyId: null,
  version: null,
  before: null,
};
