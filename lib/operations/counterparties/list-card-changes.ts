import { listChangesOf } from '@/db/changes';
import type { Db } from '@/db/store';
import { afterIdOf, cursorOf, type Page, readCursor, timeCursor, toPage } from '@/lib/domain/paging';
import type { RecordChange } from '@/lib/domain/reactions/reaction-views';
import { type Context, signedIn } from '@/lib/operations/context';
import { describeChangeRows } from '@/lib/operations/reactions/describe-changes';
import { visibleCard } from './visible-card';

/**
 * Who changed a card, or one field of it, and what was there before; newest first.
 * @throws Refusal `notFound`, also for a card the person may not see
 */
export async function listCardChanges(
  context: Context,
  input: { counterpartyId: string; field?: string; after?: string; limit: number },
): Promise<Page<RecordChange & { id: string }>> {
  const { read: db } = context;
  const card = await visibleCard(db, signedIn(context), input.counterpartyId);
  const page = await readCardChanges(db, input);
  context.saw({
    kind: 'counterpartyChanges',
    subjectId: card.id,
    counterpartyId: card.id,
    rowCount: page.rows.length,
    afterId: afterIdOf(input.after),
  });
  return page;
}

/** The same of a card that the person is known to see. */
export async function readCardChanges(
  db: Db,
  input: { counterpartyId: string; field?: string; after?: string; limit: number },
): Promise<Page<RecordChange & { id: string }>> {
  const cursor = readCursor(input.after, timeCursor);
  const changes = await listChangesOf(db, {
    nouns: ['counterparty'],
    nounId: input.counterpartyId,
    field: input.field,
    after: cursor ? { at: cursor[0], id: cursor[1] } : undefined,
    limit: input.limit + 1,
  });
  const page = toPage(changes, input.limit, (last) => cursorOf(last.at, last.id));
  const rows = await describeChangeRows(db, page.rows);
  return { rows: rows.map((row, index) => ({ ...row, id: page.rows[index]!.id })), next: page.next };
}
