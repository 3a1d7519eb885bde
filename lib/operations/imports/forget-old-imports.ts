import { deleteImportedLines } from '@/db/import-rows';
import { listImportsToForget, updateImport } from '@/db/imports';
import { undoneWithinMs } from '@/lib/domain/imports/imports.contract';
import type { Context } from '@/lib/operations/context';

/** Calls wait for a writer: no act may take long. */
const rowsOfAct = 500;

/**
 * Drops what imports were kept to be undone by, once they cannot be any more: the rows of the file and what cards were
 * before. What there was to say of a row stays, without the row.
 */
export async function forgetOldImports(context: Context): Promise<void> {
  for (const job of await listImportsToForget(context.read, context.now() - undoneWithinMs)) {
    for (let after: number | null = 0; after !== null; ) {
      const from: number = after;
      after = await context.part((tx) => deleteImportedLines(tx, job.id, from, rowsOfAct));
    }
    await context.part((tx) => updateImport(tx, job.id, { state: [job.state] }, { endedAt: null }));
  }
}
