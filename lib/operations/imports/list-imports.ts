import { listImports as listRows } from '@/db/imports';
import { mayImport } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import type { ImportKind } from '@/lib/domain/imports/import-kind';
import type { ImportView } from '@/lib/domain/imports/imports.contract';
import { afterIdOf, cursorOf, type Page, readCursor, timeCursor, toPage } from '@/lib/domain/paging';
import { type Context, signedIn } from '@/lib/operations/context';
import { describeImports } from './describe-imports';

/** Imports, newest first. @throws Refusal `forbidden` */
export async function listImports(
  context: Context,
  input: { kind?: ImportKind; after?: string; limit: number },
): Promise<Page<ImportView>> {
  if (!mayImport(signedIn(context))) throw forbidden();
  const cursor = readCursor(input.after, timeCursor);
  const found = await listRows(context.read, {
    kind: input.kind,
    after: cursor ? { createdAt: cursor[0], id: cursor[1] } : undefined,
    limit: input.limit + 1,
  });
  const { rows, next } = toPage(found, input.limit, (last) => cursorOf(last.createdAt, last.id));
  context.saw({ kind: 'imports', rowCount: rows.length, afterId: afterIdOf(input.after) });
  return { rows: await describeImports(context.read, rows, context.now()), next };
}
