import { findCounterpartiesOfInn, listVisibleCounterparties } from '@/db/counterparties';
import { findCounterpartiesOfEmails } from '@/db/counterparty-emails';
import { findCounterpartiesOfPhone } from '@/db/counterparty-phones';
import { findCounterpartiesByWords } from '@/db/counterparty-words';
import type { Db } from '@/db/store';
import type { CardScope } from '@/lib/domain/counterparties/card-scope';
import { areNamesAlike, type Likeness } from '@/lib/domain/counterparties/likeness';
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
/** A word of the name may be misspelt further on. */
const firstLetters = 4;

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
  const likeLongest = [{ beginsWith: longest.slice(0, firstLetters) }];
  const begun = await findCounterpartiesByWords(db, likeLongest, scope, mostByName);
  const cards = await listVisibleCounterparties(db, scope, [...new Set([...whole, ...begun])]);
  const here = normaliseName(city);
  return cards
    .filter((card) => here === '' || card.city === '' || normaliseName(card.city) === here)
    .filter((card) => areNamesAlike(name, card.name))
    .map((card) => card.id);
}
