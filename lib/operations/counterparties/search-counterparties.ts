import { findCounterpartiesOfContract } from '@/db/contracts';
import { findCounterpartiesByNameBeginning, listCounterpartiesByIds } from '@/db/counterparties';
import {
  findCounterpartiesByPhoneBeginning,
  findCounterpartiesByPhoneEnding,
  findCounterpartiesOfPhone,
} from '@/db/counterparty-phones';
import {
  countWordsBeginning,
  findCounterpartiesByWords,
  findWordsByMiddle,
  type WordMatch,
} from '@/db/counterparty-words';
import type { Db } from '@/db/store';
import { type CardScope, cardScopeOf } from '@/lib/domain/counterparties/card-scope';
import {
  beginningsOfPhone,
  normaliseContractNumber,
  reversedDigits,
} from '@/lib/domain/counterparties/card-search';
import type { CardSummary } from '@/lib/domain/counterparties/card-views';
import { searchVariants } from '@/lib/domain/counterparties/search-text';
import { readPhone } from '@/lib/domain/phones/read-phone';
import { type Context, signedIn } from '@/lib/operations/context';
import { cardSummaries } from './card-summaries';

export const mostFound = 20;
/** One more than is shown tells whether there are more. */
const asked = mostFound + 1;
const fewestDigits = 4;
const fewestLettersOfMiddle = 3;
const mostWordsByMiddle = 50;
const countedWords = 1000;

export type FoundCard = CardSummary & { foundBy: 'contract' | 'phone' | 'name' };
type Found = { by: FoundCard['foundBy']; rank: number };

/**
 * Cards for what a person typed, in either alphabet or keyboard layout (IN-2, IN-4): first those of the very contract
 * number or phone, then those with a phone that begins or ends so, then names that begin so, then names with the words
 * asked for, whole, begun or in their middles, the newest card first. At most 20, of those the person may see; `hasMore`
 * says that there are others.
 */
export async function searchCounterparties(
  context: Context,
  input: { query: string },
): Promise<{ cards: FoundCard[]; hasMore: boolean }> {
  const scope = cardScopeOf(signedIn(context));
  const db = context.read;
  const query = input.query.trim();
  if (query === '') return { cards: [], hasMore: false };
  const found = new Map<string, Found>();
  const add = (ids: readonly string[], by: FoundCard['foundBy'], rank: number) => {
    for (const id of ids) if (!found.has(id)) found.set(id, { by, rank });
  };
  add(await findCounterpartiesOfContract(db, normaliseContractNumber(query), scope, asked), 'contract', 0);
  const { isExact, ids } = await byPhone(db, query, scope);
  add(ids, 'phone', isExact ? 1 : 2);
  for (const variant of searchVariants(query)) {
    if (found.size >= asked) break;
    add(await findCounterpartiesByNameBeginning(db, variant, scope, asked), 'name', 3);
    for (const [rank, matches] of (await waysToMatch(db, variant)).entries()) {
      if (found.size >= asked) break;
      add(await findCounterpartiesByWords(db, matches, scope, asked), 'name', 4 + rank);
    }
  }

  const rows = await listCounterpartiesByIds(db, [...found.keys()]);
  const rankOf = ({ id }: { id: string }) => found.get(id)!.rank;
  const sorted = rows.sort(
    (one, other) =>
      rankOf(one) - rankOf(other) || other.createdAt - one.createdAt || (one.id < other.id ? 1 : -1),
  );
  const cards = await cardSummaries(db, sorted.slice(0, mostFound));
  const [first] = cards;
  if (first) context.saw({ kind: 'foundCounterparties', rowCount: cards.length, afterId: first.id });
  return {
    cards: cards.map((card) => ({ ...card, foundBy: found.get(card.id)!.by })),
    hasMore: sorted.length > mostFound,
  };
}

async function byPhone(
  db: Db,
  query: string,
  scope: CardScope,
): Promise<{ isExact: boolean; ids: string[] }> {
  const digits = reversedDigits(query);
  if (digits.length < fewestDigits || /\p{L}{3}/u.test(query)) return { isExact: false, ids: [] };
  const { e164 } = readPhone(query);
  const exact = e164 ? await findCounterpartiesOfPhone(db, e164, scope, asked) : [];
  if (exact.length > 0) return { isExact: true, ids: exact };
  const ids = new Set(await findCounterpartiesByPhoneEnding(db, digits, scope, asked));
  for (const beginning of beginningsOfPhone(query)) {
    if (ids.size >= asked) break;
    for (const id of await findCounterpartiesByPhoneBeginning(db, beginning, scope, asked)) ids.add(id);
  }
  return { isExact: false, ids: [...ids] };
}

/** Whole words, words begun so, and words with such a middle; the rarest word leads. */
async function waysToMatch(db: Db, variant: string): Promise<WordMatch[][]> {
  const words = variant.split(' ');
  const counted = await Promise.all(
    words.map(async (word) => ({ word, count: await countWordsBeginning(db, word, countedWords) })),
  );
  const begun = counted.sort((one, other) => one.count - other.count).map(({ word }) => word);
  const [rarest = '', ...others] = begun;
  const beginWith = others.map((word) => ({ beginsWith: word }));
  const ways: WordMatch[][] = [
    [{ is: rarest }, ...beginWith],
    [{ beginsWith: rarest }, ...beginWith],
  ];
  const holding =
    rarest.length >= fewestLettersOfMiddle ? await findWordsByMiddle(db, rarest, mostWordsByMiddle) : [];
  if (holding.length > 0) ways.push([{ isOneOf: holding }, ...beginWith]);
  return ways;
}
