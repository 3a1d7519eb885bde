import { listCounterparties as listCards } from '@/db/counterparties';
import { seenFiltersOf } from '@/lib/domain/access-log/seen';
import { cardScopeOf } from '@/lib/domain/counterparties/card-scope';
import type { CardSummary } from '@/lib/domain/counterparties/card-views';
import type { CardOrder } from '@/lib/domain/counterparties/counterparties.contract';
import type { CounterpartyStatus } from '@/lib/domain/counterparties/counterparty';
import { afterIdOf, cursorOf, nameCursor, type Page, readCursor, toPage } from '@/lib/domain/paging';
import { type Context, signedIn } from '@/lib/operations/context';
import { cardSummaries } from './card-summaries';

/** Cards the person may see, in the order of a directory or backwards. */
export async function listCounterparties(
  context: Context,
  input: { status?: CounterpartyStatus; order?: CardOrder; after?: string; limit: number },
): Promise<Page<CardSummary>> {
  const scope = cardScopeOf(signedIn(context));
  const cursor = readCursor(input.after, nameCursor);
  const rows = await listCards(context.read, {
    scope,
    status: input.status,
    isBackwards: input.order === 'nameBackwards',
    after: cursor ? { sortKey: cursor[0], id: cursor[1] } : undefined,
    limit: input.limit + 1,
  });
  const page = toPage(rows, input.limit, (last) => cursorOf(last.sortKey, last.id));
  context.saw({
    kind: 'counterparties',
    rowCount: page.rows.length,
    filters: seenFiltersOf(input),
    afterId: afterIdOf(input.after),
  });
  return { rows: await cardSummaries(context.read, page.rows), next: page.next };
}
