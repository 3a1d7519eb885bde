import { listCounterpartyImports } from '@/db/counterparty-imports';
import type { AnswerOf } from '@/lib/domain/contract';
import type { importContracts } from '@/lib/domain/counterparties/imports.contract';
import { mayImport } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { afterIdOf, cursorOf, readCursor, timeCursor, toPage } from '@/lib/domain/paging';
import { type Context, signedIn } from '@/lib/operations/context';
import { shortNames } from '@/lib/operations/employees/short-names';

/** Past imports, newest first. @throws Refusal `forbidden` */
export async function listImports(
  context: Context,
  input: { after?: string; limit: number },
): Promise<AnswerOf<typeof importContracts.list>> {
  if (!mayImport(signedIn(context))) throw forbidden();
  const cursor = readCursor(input.after, timeCursor);
  const found = await listCounterpartyImports(context.read, {
    after: cursor ? { createdAt: cursor[0], id: cursor[1] } : undefined,
    limit: input.limit + 1,
  });
  const { rows: imports, next } = toPage(found, input.limit, (last) => cursorOf(last.createdAt, last.id));
  context.saw({ kind: 'imports', rowCount: imports.length, afterId: afterIdOf(input.after) });
  const names = await shortNames(
    context.read,
    imports.map((row) => row.employeeId),
  );
  return {
    rows: imports.map(({ id, fileName, employeeId, createdAt, createdCount, updatedCount, errors }) => ({
      id,
      fileName,
      employeeName: names.get(employeeId) ?? null,
      createdAt,
      createdCount,
      updatedCount,
      errors: errors as AnswerOf<typeof importContracts.list>['rows'][number]['errors'],
    })),
    next,
  };
}
