import { findAppealsByWords } from '@/db/appeal-words';
import type { Db } from '@/db/store';
import { countWordsBeginning } from '@/db/word-match';
import type { CardScope } from '@/lib/domain/counterparties/card-scope';
import { searchVariants } from '@/lib/domain/counterparties/search-text';

const fewestLetters = 3;
const countedWords = 1000;

/**
 * Ids of the appeals of visible cards whose topic has every word typed, in either alphabet or keyboard layout: first those with
 * the rarest of the longer words whole, then those where it begins so; of like ones the newest.
 */
export async function matchTopics(db: Db, query: string, scope: CardScope, most: number): Promise<string[]> {
  const found = new Set<string>();
  for (const variant of searchVariants(query)) {
    const counted = await Promise.all(
      variant.split(' ').map(async (word) => ({
        word,
        count: await countWordsBeginning(db, 'appealWords', word, countedWords),
      })),
    );
    if (counted.some(({ count }) => count === 0)) continue;
    const lead = counted
      .filter(({ word }) => word.length >= fewestLetters)
      .reduce<(typeof counted)[number] | null>(
        (least, one) => (least && least.count <= one.count ? least : one),
        null,
      );
    if (!lead) continue;
    const others = counted.filter((one) => one !== lead).map(({ word }) => ({ beginsWith: word }));
    for (const first of [{ is: lead.word }, { beginsWith: lead.word }]) {
      if (found.size >= most) break;
      for (const id of await findAppealsByWords(db, [first, ...others], scope, most)) found.add(id);
    }
  }
  return [...found].slice(0, most);
}
