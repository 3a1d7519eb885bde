import { listCounterpartyImports } from '@/db/counterparty-imports';
import type { AnswerOf } from '@/lib/domain/contract';
import type { importContracts } from '@/lib/domain/counterparties/imports.contract';
import { mayImport } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { shortNames } from '@/lib/operations/employees/short-names';

const mostShown = 20;

/** The last imports, newest first. @throws Refusal `forbidden` */
export async function listImports(context: Context): Promise<AnswerOf<typeof importContracts.list>> {
  if (!mayImport(signedIn(context))) throw forbidden();
  const imports = await listCounterpartyImports(context.read, mostShown);
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
  };
}
