import { listBlockedNumbers as listRows } from '@/db/blocked-numbers';
import { listEmployeesByIds } from '@/db/employees';
import { shortName } from '@/lib/domain/employees/employee';
import { mayBlockNumbers } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { cursorOf, type Page, readPlace, timeCursor, toPage } from '@/lib/domain/paging';
import type { BlockedNumberView } from '@/lib/domain/settings/numbers.contract';
import { type Context, signedIn } from '@/lib/operations/context';

/** Numbers whose calls are rejected, newest first. @throws Refusal `forbidden` */
export async function listBlockedNumbers(
  context: Context,
  input: { after?: string; limit: number },
): Promise<Page<BlockedNumberView>> {
  if (!mayBlockNumbers(signedIn(context))) throw forbidden();
  const rows = await listRows(context.read, {
    after: readPlace(input.after, timeCursor),
    limit: input.limit + 1,
  });
  const page = toPage(rows, input.limit, (last) => cursorOf(last.blockedAt, last.e164));
  const authors = new Map(
    (
      await listEmployeesByIds(
        context.read,
        page.rows.map((row) => row.blockedBy),
      )
    ).map((row) => [row.id, shortName(row)]),
  );
  return {
    rows: page.rows.map((row) => ({ ...row, blockedByName: authors.get(row.blockedBy) ?? null })),
    next: page.next,
  };
}
