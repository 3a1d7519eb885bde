import { listClientsOf as listRows } from '@/db/assignments';
import type { ClientToGive } from '@/lib/domain/assignments/assignments.contract';
import { forbidden } from '@/lib/domain/errors';
import { afterIdOf, cursorOf, idCursor, type Page, readCursor, toPage } from '@/lib/domain/paging';
import { mayAssignClients } from '@/lib/domain/rounds/round-rights';
import { type Context, signedIn } from '@/lib/operations/context';

/** A manager's clients, for whoever gives some of them to somebody else. @throws Refusal `forbidden` */
export async function listClientsOf(
  context: Context,
  input: { managerId: string; after?: string; limit: number },
): Promise<Page<ClientToGive>> {
  if (!mayAssignClients(signedIn(context))) throw forbidden();
  const [after] = readCursor(input.after, idCursor) ?? [];
  const rows = await listRows(context.read, { managerId: input.managerId, after, limit: input.limit + 1 });
  const page = toPage(rows, input.limit, ({ id }) => cursorOf(id));
  context.saw({ kind: 'assignments', rowCount: page.rows.length, afterId: afterIdOf(input.after) });
  return { rows: page.rows.map(({ id, name, city }) => ({ id, name, city })), next: page.next };
}
