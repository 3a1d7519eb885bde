import { listCounterpartiesByIds } from '@/db/counterparties';
import { listProductsOfCounterparties } from '@/db/counterparty-products';
import { cardScopeOf } from '@/lib/domain/counterparties/card-scope';
import type { CardSummary } from '@/lib/domain/counterparties/card-views';
import { type Context, signedIn } from '@/lib/operations/context';
import { cardSummaries } from './card-summaries';
import type { NarrowedCards } from './list-counterparties';
import { type FoundBy, matchCards } from './match-cards';

const mostFound = 20;
/** So many cards that a narrowed search does not show are looked at besides. */
const mostPassedOver = 200;

export type FoundCard = CardSummary & { foundBy: FoundBy };

/**
 * Cards for what a person typed (IN-2, IN-4), those that answer best first, as `matchCards` ranks them, of like ones the
 * newest. At most 20 unless asked for more, of those the person may see and of those asked for; `hasMore` says that there
 * are others.
 */
export async function searchCounterparties(
  context: Context,
  input: NarrowedCards & { query: string },
  most = mostFound,
): Promise<{ cards: FoundCard[]; hasMore: boolean }> {
  const scope = cardScopeOf(signedIn(context));
  const db = context.read;
  const query = input.query.trim();
  if (query === '') return { cards: [], hasMore: false };
  const { status, city, category, employeeId, projectId } = input;
  const isNarrowed = Boolean(status || city || category || employeeId || projectId);
  const mostMatched = isNarrowed ? most + mostPassedOver : most;
  const found = await matchCards(db, query, scope, mostMatched + 1);

  const ids = [...found.keys()];
  const products = projectId ? await listProductsOfCounterparties(db, ids) : [];
  const having = new Set(
    products.filter((one) => one.projectId === projectId).map(({ counterpartyId }) => counterpartyId),
  );
  const rows = (await listCounterpartiesByIds(db, ids)).filter(
    (card) =>
      (!status || card.status === status) &&
      (!city || card.city === city) &&
      (!category || card.category === category) &&
      (!employeeId || card.assignedTo === employeeId) &&
      (!projectId || having.has(card.id)),
  );
  const rankOf = ({ id }: { id: string }) => found.get(id)!.rank;
  const sorted = rows.sort(
    (one, other) =>
      rankOf(one) - rankOf(other) || other.createdAt - one.createdAt || (one.id < other.id ? 1 : -1),
  );
  const cards = await cardSummaries(db, sorted.slice(0, most));
  const [first] = cards;
  if (first) context.saw({ kind: 'foundCounterparties', rowCount: cards.length, afterId: first.id });
  return {
    cards: cards.map((card) => ({ ...card, foundBy: found.get(card.id)!.by })),
    hasMore: sorted.length > most || found.size > mostMatched,
  };
}
