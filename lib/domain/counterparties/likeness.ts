import { normaliseName } from './name';

export const likenesses = ['inn', 'phone', 'email', 'name'] as const;
/** By what two cards seem to be one counterparty. */
export type Likeness = (typeof likenesses)[number];

const fewestLetters = 4;
const mostDifferent = 0.2;

/**
 * Whether two names seem to be one: the same words in any order, or nearly the same letters. Legal forms, quotes and ё do not
 * count («ООО „Ромашка“», «Ромашка ООО»).
 */
export function areNamesAlike(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a === '' || b === '') return false;
  if (a === b) return true;
  const longest = Math.max(a.length, b.length);
  if (Math.min(a.length, b.length) < fewestLetters || numbersOf(a) !== numbersOf(b)) return false;
  return distance(a, b) <= Math.floor(longest * mostDifferent);
}

const wordsOf = (name: string) => normaliseName(name).split(' ').sort().join(' ');
/** «Школа 5» and «Школа 6» are two. */
const numbersOf = (words: string) => words.replace(/[^\d ]/g, '').trim();

/** Of these words those that differ by no more letters than a name of that word may, the likest first. */
export function likeWords(word: string, name: string, among: readonly string[]): string[] {
  const most = Math.max(1, Math.floor(normaliseName(name).length * mostDifferent));
  return among
    .filter((other) => Math.abs(other.length - word.length) <= most)
    .map((other) => ({ other, apart: distance(word, other) }))
    .filter(({ apart }) => apart <= most)
    .sort((one, other) => one.apart - other.apart)
    .map(({ other }) => other);
}

/** How many letters must be put in, left out or changed to make one text of the other. */
function distance(one: string, other: string): number {
  let before = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const here = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const isSame = one[row - 1] === other[at - 1];
      here.push(Math.min(before[at]! + 1, here[at - 1]! + 1, before[at - 1]! + (isSame ? 0 : 1)));
    }
    before = here;
  }
  return before[other.length]!;
}
