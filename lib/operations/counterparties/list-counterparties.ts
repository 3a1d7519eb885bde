import { listCounterparties as listCards } from '@/db/counterparties';
import { seenFiltersOf } from '@/lib/domain/access-log/seen';
import { cardScopeOf } from '@/lib/domain/counterparties/card-scope';
import type { ListedCard } from '@/lib/domain/counterparties/card-views';
import type { CardOrder } from '@/lib/domain/counterparties/counterparties.contract';
import type { CounterpartyStatus } from '@/lib/domain/counterparties/counterparty';
import {
  afterIdOf,
  cursorOf,
  nameCursor,
  type Page,
  readPlace,
  timeCursor,
  toPage,
} from '@/lib/domain/paging';
import { type Context, signedIn } from '@/lib/operations/context';
import { cardSummaries } from './card-summaries';

export type NarrowedCards = {
  status?: CounterpartyStatus;
  city?: string;
  /** Whose client it is. */
  employeeId?: string;
};

/** Cards the person may see, in the order of a directory or of their last change, from either end. */
export async function listCounterparties(
  context: Context,
  input: NarrowedCards & { order?: CardOrder; after?: string; limit: number },
): Promise<Page<ListedCard>> {
  const scope = cardScopeOf(signedIn(context));
  const { order = 'name' } = input;
  const by = order === 'name' || order === 'nameBackwards' ? 'sortKey' : 'updatedAt';
  const after = by === 'sortKey' ? readPlace(input.after, nameCursor) : readPlace(input.after, timeCursor);
  const rows = await listCards(context.read, {
    scope,
    status: input.status,
    city: input.city,
    assignedTo: input.employeeId,
    by,
    isBackwards: order === 'nameBackwards' || order === 'latestChange',
    after,
    limit: input.limit + 1,
  });
  const page = toPage(rows, input.limit, (last) => cursorOf(last[by], last.id));
  const changedAt = new Map(page.rows.map(({ id, updatedAt }) => [id, updatedAt]));
  const cards = await cardSummaries(context.read, page.rows);
  context.saw({
    kind: 'counterparties',
    rowCount: page.rows.length,
    filters: seenFiltersOf(input),
    afterId: afterIdOf(input.after),
  });
  return { rows: cards.map((card) => ({ ...card, updatedAt: changedAt.get(card.id)! })), next: page.next };
}
