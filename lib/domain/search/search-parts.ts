import { joinedDigits } from '@/lib/domain/counterparties/card-search';

/** What is found by a number of its own. */
export type Numbered = 'appeal' | 'folder' | 'complaint';

/** What a line typed into the search may mean; null for what it cannot. */
export type SearchParts = {
  cards: string | null;
  number: number | null;
  /** What the number is of; null: of anything. */
  numbered: Numbered | null;
  caller: string | null;
};

const fewestPhoneDigits = 7;
/** How a number is announced on the screens, in either language. */
const sign = /^(?:[№#]|no\.)/i;
const nouns: readonly [Numbered, RegExp][] = [
  ['appeal', /^(?:обращени[ея]|appeal)(?![\p{L}])/iu],
  ['folder', /^(?:папк[аи]|folder)(?![\p{L}])/iu],
  ['complaint', /^(?:рекламаци[яи]|complaint)(?![\p{L}])/iu],
];

/**
 * Names and contracts are any text; an appeal, a folder and a complaint are a number alone («№ 318», “No. 318”), also after what
 * it is of («папка 2»); a call is found by its caller's phone.
 */
export function searchParts(typed: string): SearchParts {
  const query = typed.trim();
  const [numbered, noun] = nouns.find(([, words]) => words.test(query)) ?? [null, /^/];
  const rest = query.replace(noun, '').trim();
  const [, digits] = /^(\d{1,9})$/.exec(joinedDigits(rest.replace(sign, ''))) ?? [];
  const number = Number(digits) > 0 ? Number(digits) : null;
  const isPhone = /^\+?[\d\s()./-]+$/.test(query) && query.replace(/\D/g, '').length >= fewestPhoneDigits;
  const isNumberAlone = sign.test(query) || (numbered !== null && number !== null);
  return {
    cards: query.length >= 2 && !isNumberAlone ? query : null,
    number,
    numbered: number === null ? null : numbered,
    caller: isPhone ? query : null,
  };
}
