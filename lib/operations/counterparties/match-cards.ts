import { findCounterpartiesOfContract } from '@/db/contracts';
import { findCounterpartiesByPhoneEnding, findCounterpartiesOfPhone } from '@/db/counterparty-phones';
import { findCounterpartiesByWords } from '@/db/counterparty-words';
import type { Db } from '@/db/store';
import type { CardScope } from '@/lib/domain/counterparties/card-scope';
import { normaliseContractNumber, reversedDigits } from '@/lib/domain/counterparties/card-search';
import { searchVariants } from '@/lib/domain/counterparties/search-text';
import { readPhone } from '@/lib/domain/phones/read-phone';

export type FoundBy = 'contract' | 'phone' | 'name';

const fewestDigits = 5;

/**
 * Ids of the cards within the scope that a typed text means, each with what it was found by: the contract number or phone
 * exactly, then the ending of a phone, then, while there are fewer than `most`, names word by word.
 */
export async function matchCards(
  db: Db,
  query: string,
  scope: CardScope,
  most: number,
): Promise<Map<string, FoundBy>> {
  const found = new Map<string, FoundBy>();
  const add = (ids: readonly string[], by: FoundBy) => {
    for (const id of ids) if (!found.has(id)) found.set(id, by);
  };
  add(await findCounterpartiesOfContract(db, normaliseContractNumber(query), scope, most), 'contract');
  add(await byPhone(db, query, scope, most), 'phone');
  if (found.size < most) add(await byName(db, query, scope, most), 'name');
  return found;
}

async function byPhone(db: Db, query: string, scope: CardScope, most: number): Promise<string[]> {
  const digits = reversedDigits(query);
  if (digits.length < fewestDigits || /\p{L}{3}/u.test(query)) return [];
  const { e164 } = readPhone(query);
  const exact = e164 ? await findCounterpartiesOfPhone(db, e164, scope, most) : [];
  return exact.length > 0 ? exact : findCounterpartiesByPhoneEnding(db, digits, scope, most);
}

async function byName(db: Db, query: string, scope: CardScope, most: number): Promise<string[]> {
  const ids = new Set<string>();
  for (const variant of searchVariants(query)) {
    for (const id of await findCounterpartiesByWords(db, variant.split(' '), scope, most)) ids.add(id);
    if (ids.size >= most) break;
  }
  return [...ids];
}
