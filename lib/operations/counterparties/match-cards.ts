import { listDiallingCodes } from '@/db/cities';
import { findCounterpartiesOfContract } from '@/db/contracts';
import { findCounterpartiesByNameBeginning, findCounterpartiesOfInn } from '@/db/counterparties';
import { findCounterpartiesByEmail } from '@/db/counterparty-emails';
import {
  findCounterpartiesByPhoneBeginning,
  findCounterpartiesByPhoneBeginnings,
  findCounterpartiesByPhoneEnding,
  findCounterpartiesOfPhone,
} from '@/db/counterparty-phones';
import { findCounterpartiesByWords, findWordsByMiddle } from '@/db/counterparty-words';
import type { Db } from '@/db/store';
import { countWordsBeginning, type WordMatch } from '@/db/word-match';
import type { CardScope } from '@/lib/domain/counterparties/card-scope';
import {
  beginningsAfterCode,
  beginningsOfPhone,
  joinedDigits,
  normaliseContractNumber,
  reversedDigits,
} from '@/lib/domain/counterparties/card-search';
import { plainCode } from '@/lib/domain/counterparties/inn';
import { searchVariants } from '@/lib/domain/counterparties/search-text';
import { normaliseEmail } from '@/lib/domain/normalise-email';
import { readPhone } from '@/lib/domain/phones/read-phone';

export type FoundBy = 'contract' | 'phone' | 'inn' | 'email' | 'name';
/** The lower its rank, the better a card answers. */
export type CardMatch = { by: FoundBy; rank: number };

const fewestDigits = 4;
const fewestLocalDigits = 3;
const fewestLettersOfMiddle = 3;
const mostWordsByMiddle = 50;
const countedWords = 1000;

/**
 * Ids of the cards within the scope that a typed text means, in either alphabet or keyboard layout, each with what it was
 * found by: the contract number, phone or INN exactly, then a phone that begins so, with its code or without, or ends so or an e-mail address that begins
 * so, then, while there are fewer than `most`, names that begin so, then names with the words asked for, whole, begun or in their middles,
 * then phones whose part after the code begins with three digits. The same digits mean the same, whatever stands between them as in a phone.
 */
export async function matchCards(
  db: Db,
  typed: string,
  scope: CardScope,
  most: number,
): Promise<Map<string, CardMatch>> {
  const query = joinedDigits(typed);
  const found = new Map<string, CardMatch>();
  const add = (ids: readonly string[], by: FoundBy, rank: number) => {
    for (const id of ids) if (!found.has(id)) found.set(id, { by, rank });
  };
  for (const contract of new Set([typed, query].map(normaliseContractNumber))) {
    add(await findCounterpartiesOfContract(db, contract, scope, most), 'contract', 0);
  }
  const { isExact, ids } = await byPhone(db, query, scope, most);
  add(ids, 'phone', isExact ? 1 : 2);
  add(await byInn(db, query, scope, most), 'inn', 1);
  add(await byEmail(db, query, scope, most), 'email', 2);
  for (const variant of searchVariants(query)) {
    if (found.size >= most) break;
    add(await findCounterpartiesByNameBeginning(db, variant, scope, most), 'name', 3);
    for (const [rank, matches] of (await waysToMatch(db, variant)).entries()) {
      if (found.size >= most) break;
      add(await findCounterpartiesByWords(db, matches, scope, most), 'name', 4 + rank);
    }
  }
  const isShort = /^\d+$/.test(query) && query.length >= fewestLocalDigits && query.length < fewestDigits;
  if (isShort && found.size < most) add(await byLocalBeginning(db, query, scope, most), 'phone', 7);
  return found;
}

async function byPhone(
  db: Db,
  query: string,
  scope: CardScope,
  most: number,
): Promise<{ isExact: boolean; ids: string[] }> {
  const digits = reversedDigits(query);
  if (digits.length < fewestDigits || /\p{L}{3}/u.test(query)) return { isExact: false, ids: [] };
  const { e164 } = readPhone(query);
  const exact = e164 ? await findCounterpartiesOfPhone(db, e164, scope, most) : [];
  if (exact.length > 0) return { isExact: true, ids: exact };
  const ids = new Set(await findCounterpartiesByPhoneEnding(db, digits, scope, most));
  for (const beginning of beginningsOfPhone(query)) {
    if (ids.size >= most) break;
    for (const id of await findCounterpartiesByPhoneBeginning(db, beginning, scope, most)) ids.add(id);
  }
  if (ids.size < most) {
    for (const id of await byLocalBeginning(db, query, scope, most)) ids.add(id);
  }
  return { isExact: false, ids: [...ids] };
}

async function byLocalBeginning(db: Db, query: string, scope: CardScope, most: number): Promise<string[]> {
  const codes = (await listDiallingCodes(db)).flatMap(({ diallingCodes }) => diallingCodes);
  return findCounterpartiesByPhoneBeginnings(db, beginningsAfterCode(query, codes), scope, most);
}

async function byInn(db: Db, query: string, scope: CardScope, most: number): Promise<string[]> {
  const inn = plainCode(query);
  return /^(\d{10}|\d{12})$/.test(inn) ? findCounterpartiesOfInn(db, inn, scope, most) : [];
}

async function byEmail(db: Db, query: string, scope: CardScope, most: number): Promise<string[]> {
  const address = normaliseEmail(query);
  return address.includes('@') ? findCounterpartiesByEmail(db, address, scope, most) : [];
}

/** Whole words, words begun so, and words with such a middle; the rarest word leads. */
async function waysToMatch(db: Db, variant: string): Promise<WordMatch[][]> {
  const words = variant.split(' ');
  const counted = await Promise.all(
    words.map(async (word) => ({
      word,
      count: await countWordsBeginning(db, 'counterpartyWords', word, countedWords),
    })),
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
