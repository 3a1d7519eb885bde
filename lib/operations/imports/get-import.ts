import { getImport as getRow, type ImportRow } from '@/db/imports';
import type { Db } from '@/db/store';
import { mayImport } from '@/lib/domain/employees/permissions';
import { forbidden, notFound } from '@/lib/domain/errors';
import type { ImportView } from '@/lib/domain/imports/imports.contract';
import { type Context, signedIn } from '@/lib/operations/context';
import { describeImports } from './describe-imports';

/** One import with how far it has come. @throws Refusal `forbidden`, `notFound` */
export async function getImport(context: Context, { importId }: { importId: string }): Promise<ImportView> {
  if (!mayImport(signedIn(context))) throw forbidden();
  const job = await importOrNotFound(context.read, importId);
  context.saw({ kind: 'import', subjectId: job.id });
  const [view] = await describeImports(context.read, [job], context.now());
  return view!;
}

/** @throws Refusal `notFound` */
export async function importOrNotFound(db: Db, importId: string): Promise<ImportRow> {
  const job = await getRow(db, importId);
  if (!job) throw notFound('import');
  return job;
}
