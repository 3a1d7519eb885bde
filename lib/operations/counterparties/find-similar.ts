import { findCounterpartiesOfInn, listVisibleCounterparties } from '@/db/counterparties';
import { findCounterpartiesOfEmails } from '@/db/counterparty-emails';
import { findCounterpartiesOfPhone } from '@/db/counterparty-phones';
import { findCounterpartiesByWords, findWordsByEnds } from '@/db/counterparty-words';
import type { Db } from '@/db/store';
import type { WordMatch } from '@/db/word-match';
import type { CardScope } from '@/lib/domain/counterparties/card-scope';
import { areNamesAlike, type Likeness, likeWords } from '@/lib/domain/counterparties/likeness';
import { normaliseName } from '@/lib/domain/counterparties/name';

export type Identity = {
  name: string;
  city: string;
  inn: string;
  e164s: readonly string[];
  emails: readonly string[];
};

const mostOfEach = 20;
const mostByName = 60;
/** A word of the name may be misspelt further on, or before its last letters. */
const lettersOfEnd = 4;
const mostEndings = 1000;
const mostLikeWords = 20;
/** By so many letters the other words of the name narrow the search. */
const lettersOfOthers = 3;

/**
 * The cards within the scope that may be the same counterparty, each with what is alike: INN, phone, e-mail or name. A similar
 * name counts within one city only, or where a city is not known. One number may belong to several counterparties (IN-7), so
 * this only asks for a look.
 */
export async function findSimilar(
  db: Db,
  { name, city, inn, e164s, emails }: Identity,
  scope: CardScope,
): Promise<Map<string, Likeness[]>> {
  const found = new Map<string, Likeness[]>();
  const add = (ids: readonly string[], likeness: Likeness) => {
    for (const id of ids) {
      const known = found.get(id) ?? [];
      if (!known.includes(likeness)) found.set(id, [...known, likeness]);
    }
  };
  if (inn) add(await findCounterpartiesOfInn(db, inn, scope, mostOfEach), 'inn');
  for (const e164 of e164s) add(await findCounterpartiesOfPhone(db, e164, scope, mostOfEach), 'phone');
  add(await findCounterpartiesOfEmails(db, emails, scope, mostOfEach), 'email');
  add(await byName(db, name, city, scope), 'name');
  return found;
}

async function byName(db: Db, name: string, city: string, scope: CardScope): Promise<string[]> {
  const words = normaliseName(name)
    .split(' ')
    .filter(Boolean)
    .sort((one, other) => other.length - one.length);
  const [longest] = words;
  if (!longest) return [];
  const whole = await findCounterpartiesByWords(
    db,
    words.map((word) => ({ beginsWith: word })),
    scope,
    mostByName,
  );
  const likeLongest = await waysToMeetLike(db, name, longest);
  const beginLikeOthers = words.slice(1).map((word) => ({ beginsWith: word.slice(0, lettersOfOthers) }));
  const ids = new Set(whole);
  for (const like of likeLongest) {
    for (const asked of [[like, ...beginLikeOthers], [like]]) {
      for (const id of await findCounterpartiesByWords(db, asked, scope, mostByName)) ids.add(id);
    }
  }
  const cards = await listVisibleCounterparties(db, scope, [...ids]);
  const here = normaliseName(city);
  return cards
    .filter((card) => here === '' || card.city === '' || normaliseName(card.city) === here)
    .filter((card) => areNamesAlike(name, card.name))
    .map((card) => card.id);
}

/** Words that differ from this one by a few letters, wherever these are, then any that begins like it. */
async function waysToMeetLike(db: Db, name: string, word: string): Promise<WordMatch[]> {
  const beginning = word.slice(0, lettersOfEnd);
  const known = await findWordsByEnds(db, { beginning, ending: word.slice(-lettersOfEnd) }, mostEndings);
  const like = likeWords(word, name, known).slice(0, mostLikeWords);
  const begun = { beginsWith: beginning };
  return like.length > 0 ? [{ isOneOf: like }, begun] : [begun];
}
