import { type ChangeRow, listChangesOf } from '@/db/changes';
import type { Db } from '@/db/store';
import type { CardChange } from '@/lib/domain/counterparties/card-timeline';
import { afterIdOf, cursorOf, type Page, readPlace, timeCursor, toPage } from '@/lib/domain/paging';
import { type Context, signedIn } from '@/lib/operations/context';
import { describeCardChanges, idsOfHistory } from './history-of-card';
import { visibleCard } from './visible-card';

/**
 * Who changed a card, one that became it, or one field of them, and what was there before; newest first.
 * @throws Refusal `notFound`, also for a card the person may not see
 */
export async function listCardChanges(
  context: Context,
  input: { counterpartyId: string; field?: string; after?: string; limit: number },
): Promise<Page<CardChange>> {
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
): Promise<Page<CardChange>> {
  const changes: ChangeRow[] = [];
  for (const nounId of await idsOfHistory(db, input.counterpartyId)) {
    const found = await listChangesOf(db, {
      nouns: ['counterparty'],
      nounId,
      field: input.field,
      after: readPlace(input.after, timeCursor),
      limit: input.limit + 1,
    });
    changes.push(...found);
  }
  changes.sort((one, other) => other.at - one.at || (one.id < other.id ? 1 : -1));
  const page = toPage(changes.slice(0, input.limit + 1), input.limit, (last) => cursorOf(last.at, last.id));
  return { rows: await describeCardChanges(db, input.counterpartyId, page.rows), next: page.next };
}
