import { listImports as listRows } from '@/db/imports';
import { mayImport } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import type { ImportKind } from '@/lib/domain/imports/import-kind';
import type { ImportView } from '@/lib/domain/imports/imports.contract';
import { afterIdOf, cursorOf, type Page, readPlace, timeCursor, toPage } from '@/lib/domain/paging';
import { type Context, signedIn } from '@/lib/operations/context';
import { describeImports } from './describe-imports';

/** Imports, newest first. @throws Refusal `forbidden` */
export async function listImports(
  context: Context,
  input: { kind?: ImportKind; after?: string; limit: number },
): Promise<Page<ImportView>> {
  if (!mayImport(signedIn(context))) throw forbidden();
  const found = await listRows(context.read, {
    kind: input.kind,
    after: readPlace(input.after, timeCursor),
    limit: input.limit + 1,
  });
  const { rows, next } = toPage(found, input.limit, (last) => cursorOf(last.createdAt, last.id));
  context.saw({ kind: 'imports', rowCount: rows.length, afterId: afterIdOf(input.after) });
  return { rows: await describeImports(context.read, rows, context.now()), next };
}
