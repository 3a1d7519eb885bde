import { listCounterpartiesByIds } from '@/db/counterparties';
import { cardScopeOf } from '@/lib/domain/counterparties/card-scope';
import type { CardSummary } from '@/lib/domain/counterparties/card-views';
import { type Context, signedIn } from '@/lib/operations/context';
import { cardSummaries } from './card-summaries';
import { type FoundBy, matchCards } from './match-cards';

export const mostFound = 20;
/** One more than is shown tells whether there are more. */
const asked = mostFound + 1;

export type FoundCard = CardSummary & { foundBy: FoundBy };

/**
 * Cards for what a person typed: the contract number or phone exactly, then the ending of a phone, then names word by
 * word from their beginnings, in either alphabet or keyboard layout (IN-2, IN-4). At most 20, of those the person may
 * see; `hasMore` says that there are others.
 */
export async function searchCounterparties(
  context: Context,
  input: { query: string },
): Promise<{ cards: FoundCard[]; hasMore: boolean }> {
  const scope = cardScopeOf(signedIn(context));
  const db = context.read;
  const query = input.query.trim();
  if (query === '') return { cards: [], hasMore: false };
  const found = await matchCards(db, query, scope, asked);

  const rank = { contract: 0, phone: 1, name: 2 };
  const sorted = (await listCounterpartiesByIds(db, [...found.keys()])).sort(
    (one, other) =>
      rank[found.get(one.id)!] - rank[found.get(other.id)!] ||
      (one.sortKey < other.sortKey ? -1 : one.sortKey > other.sortKey ? 1 : 0),
  );
  const cards = await cardSummaries(db, sorted.slice(0, mostFound));
  const [first] = cards;
  if (first) context.saw({ kind: 'foundCounterparties', rowCount: cards.length, afterId: first.id });
  return {
    cards: cards.map((card) => ({ ...card, foundBy: found.get(card.id)! })),
    hasMore: sorted.length > mostFound,
  };
}
