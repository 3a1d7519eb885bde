import { listCounterpartiesByIds } from '@/db/counterparties';
import { listOpenPairs } from '@/db/counterparty-pairs';
import type { Db } from '@/db/store';
import type { PairView } from '@/lib/domain/counterparties/duplicates.contract';
import { mayMergeCards } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { afterIdOf, cursorOf, type Page, readPlace, timeCursor, toPage } from '@/lib/domain/paging';
import { type Context, signedIn } from '@/lib/operations/context';
import { cardSummaries } from './card-summaries';

type Input = { after?: string; limit: number };

/** Pairs of cards that may be one counterparty, for those who see every card. @throws Refusal `forbidden` */
export async function listDuplicates(context: Context, input: Input): Promise<Page<PairView>> {
  if (!mayMergeCards(signedIn(context))) throw forbidden();
  const page = await readDuplicates(context.read, input);
  context.saw({ kind: 'duplicates', rowCount: page.rows.length, afterId: afterIdOf(input.after) });
  return page;
}

async function readDuplicates(db: Db, { after, limit }: Input): Promise<Page<PairView>> {
  const pairs = await listOpenPairs(db, {
    after: readPlace(after, timeCursor),
    limit: limit + 1,
  });
  const page = toPage(pairs, limit, (last) => cursorOf(last.foundAt, last.id));
  const rows = await listCounterpartiesByIds(
    db,
    page.rows.flatMap(({ oneId, otherId }) => [oneId, otherId]),
  );
  const cards = new Map((await cardSummaries(db, rows)).map((card) => [card.id, card]));
  return {
    rows: page.rows.map(({ id, oneId, otherId, likeness, foundAt }) => ({
      id,
      likeness,
      foundAt,
      cards: [cards.get(oneId)!, cards.get(otherId)!],
    })),
    next: page.next,
  };
}
