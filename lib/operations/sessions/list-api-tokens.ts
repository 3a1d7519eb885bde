import { type ApiTokenRow, listAllApiTokens, listApiTokens as listRows } from '@/db/api-tokens';
import { listEmployeesByIds } from '@/db/employees';
import type { Db } from '@/db/store';
import type { ApiTokenView } from '@/lib/domain/employees/api-tokens.contract';
import { fullName } from '@/lib/domain/employees/employee';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { cursorOf, type Page, readPlace, timeCursor, toPage } from '@/lib/domain/paging';
import { type Context, signedIn } from '@/lib/operations/context';

/** One's own tokens that are not revoked, the newest first; at most `mostTokens`. */
export async function listOwnApiTokens(context: Context): Promise<{ rows: ApiTokenView[] }> {
  const rows = await listRows(context.read, signedIn(context).id);
  return { rows: await viewTokens(context.read, rows, context.now()) };
}

/** Everybody's tokens that are not revoked, the newest first. @throws Refusal `forbidden` */
export async function listApiTokens(
  context: Context,
  input: { after?: string; limit: number },
): Promise<Page<ApiTokenView>> {
  if (!mayAdminister(signedIn(context))) throw forbidden();
  const rows = await listAllApiTokens(context.read, {
    after: readPlace(input.after, timeCursor),
    limit: input.limit + 1,
  });
  const page = toPage(rows, input.limit, (last) => cursorOf(last.createdAt, last.id));
  return { rows: await viewTokens(context.read, page.rows, context.now()), next: page.next };
}

async function viewTokens(db: Db, rows: readonly ApiTokenRow[], now: number): Promise<ApiTokenView[]> {
  const ids = [...new Set(rows.map(({ employeeId }) => employeeId))];
  const names = new Map((await listEmployeesByIds(db, ids)).map((row) => [row.id, fullName(row)]));
  return rows.map(({ id, label, employeeId, scope, createdAt, expiresAt, lastUsedAt }) => ({
    ...{ id, label, employeeId, scope, createdAt, expiresAt, lastUsedAt },
    employeeName: names.get(employeeId) ?? '',
    isExpired: expiresAt !== null && now >= expiresAt,
  }));
}
