import { type ImportRow, updateImport } from '@/db/imports';
import { mayImport } from '@/lib/domain/employees/permissions';
import { forbidden, Refusal } from '@/lib/domain/errors';
import type { ImportState } from '@/lib/domain/imports/import-kind';
import { type Context, signedIn, tell } from '@/lib/operations/context';
import { importOrNotFound } from './get-import';

export type Input = { importId: string };
export type Answer = { state: ImportState };

/**
 * Changes the state of an import in one act, unless `change` finds that it cannot be.
 * @throws Refusal `forbidden`, `notFound`, `notPossibleNow`
 */
export async function changeImport(
  context: Context,
  { importId }: Input,
  change: (job: ImportRow, now: number, personId: string) => (Partial<ImportRow> & Answer) | null,
): Promise<Answer> {
  const person = signedIn(context);
  if (!mayImport(person)) throw forbidden();
  return context.tx(async (tx) => {
    const job = await importOrNotFound(tx, importId);
    const changed = change(job, context.now(), person.id);
    const isChanged = changed && (await updateImport(tx, job.id, { state: [job.state] }, changed));
    if (!isChanged) throw new Refusal('notPossibleNow', `the import is ${job.state}`);
    tell(tx, { noun: 'import', nounId: job.id });
    return { state: changed.state };
  });
}
