import { findContracts } from '@/db/contracts';
import { listVisibleCounterparties } from '@/db/counterparties';
import { findPhones, findPhonesByEnding } from '@/db/counterparty-phones';
import { findCounterpartiesByWords } from '@/db/counterparty-words';
import type { Db } from '@/db/store';
import { type CardScope, cardScopeOf } from '@/lib/domain/counterparties/card-scope';
import { normaliseContractNumber, reversedDigits } from '@/lib/domain/counterparties/card-search';
import type { CardSummary } from '@/lib/domain/counterparties/card-views';
import { searchVariants } from '@/lib/domain/counterparties/search-text';
import { readPhone } from '@/lib/domain/phones/read-phone';
import { type Context, signedIn } from '@/lib/operations/context';
import { cardSummaries } from './card-summaries';

export const mostFound = 20;
const fewestDigits = 5;

export type FoundCard = CardSummary & { foundBy: 'contract' | 'phone' | 'name' };

/**
 * Cards for what a person typed: the contract number or phone exactly, then the ending of a phone, then names word by
 * word from their beginnings, in either alphabet or keyboard layout (IN-2, IN-4). At most 20, of those the person may see.
 */
export async function searchCounterparties(
  context: Context,
  input: { query: string },
): Promise<{ cards: FoundCard[] }> {
  const scope = cardScopeOf(signedIn(context));
  const query = input.query.trim();
  if (query === '') return { cards: [] };
  const found = new Map<string, FoundCard['foundBy']>();
  const add = (ids: readonly string[], by: FoundCard['foundBy']) => {
    for (const id of ids) if (!found.has(id)) found.set(id, by);
  };
  add(await byContract(context.read, query), 'contract');
  add(await byPhone(context.read, query), 'phone');
  if (found.size < mostFound) add(await byName(context.read, query, scope), 'name');

  const visible = await listVisibleCounterparties(context.read, scope, [...found.keys()]);
  const rank = { contract: 0, phone: 1, name: 2 };
  const sorted = visible
    .sort(
      (one, other) =>
        rank[found.get(one.id)!] - rank[found.get(other.id)!] ||
        (one.sortKey < other.sortKey ? -1 : one.sortKey > other.sortKey ? 1 : 0),
    )
    .slice(0, mostFound);
  const cards = await cardSummaries(context.read, sorted);
  return { cards: cards.map((card) => ({ ...card, foundBy: found.get(card.id)! })) };
}

async function byContract(db: Db, query: string): Promise<string[]> {
  const contracts = await findContracts(db, [normaliseContractNumber(query)], mostFound);
  return contracts.map((contract) => contract.counterpartyId);
}

async function byPhone(db: Db, query: string): Promise<string[]> {
  const digits = reversedDigits(query);
  if (digits.length < fewestDigits || /\p{L}{3}/u.test(query)) return [];
  const { e164 } = readPhone(query);
  const exact = e164 ? await findPhones(db, [e164], mostFound) : [];
  const phones = exact.length > 0 ? exact : await findPhonesByEnding(db, digits, mostFound);
  return phones.map((phone) => phone.counterpartyId);
}

async function byName(db: Db, query: string, scope: CardScope): Promise<string[]> {
  const ids: string[] = [];
  for (const variant of searchVariants(query)) {
    ids.push(...(await findCounterpartiesByWords(db, variant.split(' '), scope, mostFound)));
    if (ids.length >= mostFound) break;
  }
  return ids;
}
