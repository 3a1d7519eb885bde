import { findCounterpartiesOfContract } from '@/db/contracts';
import { findCounterpartiesOfInn, listCounterpartiesByIds } from '@/db/counterparties';
import { findCounterpartiesByEmail } from '@/db/counterparty-emails';
import { findCounterpartiesByPhoneEnding, findCounterpartiesOfPhone } from '@/db/counterparty-phones';
import { findCounterpartiesByWords } from '@/db/counterparty-words';
import type { Db } from '@/db/store';
import { type CardScope, cardScopeOf } from '@/lib/domain/counterparties/card-scope';
import { normaliseContractNumber, reversedDigits } from '@/lib/domain/counterparties/card-search';
import type { CardSummary } from '@/lib/domain/counterparties/card-views';
import { plainCode } from '@/lib/domain/counterparties/inn';
import { searchVariants } from '@/lib/domain/counterparties/search-text';
import { readPhone } from '@/lib/domain/phones/read-phone';
import { type Context, signedIn } from '@/lib/operations/context';
import { cardSummaries } from './card-summaries';
import { normaliseEmail } from './save-card-lists';

export const mostFound = 20;
/** One more than is shown tells whether there are more. */
const asked = mostFound + 1;
const fewestDigits = 5;

export type FoundCard = CardSummary & { foundBy: 'contract' | 'phone' | 'inn' | 'email' | 'name' };

/**
 * Cards for what a person typed: the contract number, phone or INN exactly, then the ending of a phone or the beginning of
 * an e-mail address, then names word by word from their beginnings, in either alphabet or keyboard layout (IN-2, IN-4). At most 20, of those the person may
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
  const found = new Map<string, FoundCard['foundBy']>();
  const add = (ids: readonly string[], by: FoundCard['foundBy']) => {
    for (const id of ids) if (!found.has(id)) found.set(id, by);
  };
  add(await findCounterpartiesOfContract(db, normaliseContractNumber(query), scope, asked), 'contract');
  add(await byPhone(db, query, scope), 'phone');
  add(await byInn(db, query, scope), 'inn');
  add(await byEmail(db, query, scope), 'email');
  if (found.size < asked) add(await byName(db, query, scope), 'name');

  const rank = { contract: 0, phone: 1, inn: 2, email: 3, name: 4 };
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

async function byPhone(db: Db, query: string, scope: CardScope): Promise<string[]> {
  const digits = reversedDigits(query);
  if (digits.length < fewestDigits || /\p{L}{3}/u.test(query)) return [];
  const { e164 } = readPhone(query);
  const exact = e164 ? await findCounterpartiesOfPhone(db, e164, scope, asked) : [];
  return exact.length > 0 ? exact : findCounterpartiesByPhoneEnding(db, digits, scope, asked);
}

async function byInn(db: Db, query: string, scope: CardScope): Promise<string[]> {
  const inn = plainCode(query);
  return /^(\d{10}|\d{12})$/.test(inn) ? findCounterpartiesOfInn(db, inn, scope, asked) : [];
}

async function byEmail(db: Db, query: string, scope: CardScope): Promise<string[]> {
  const address = normaliseEmail(query);
  return address.includes('@') ? findCounterpartiesByEmail(db, address, scope, asked) : [];
}

async function byName(db: Db, query: string, scope: CardScope): Promise<string[]> {
  const ids = new Set<string>();
  for (const variant of searchVariants(query)) {
    for (const id of await findCounterpartiesByWords(db, variant.split(' '), scope, asked)) ids.add(id);
    if (ids.size >= asked) break;
  }
  return [...ids];
}
