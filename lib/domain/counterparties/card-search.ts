import { untoldContact } from './counterparty';
import { searchText } from './search-text';

/** The words a card is found by, each once. */
export function searchWords(
  card: { name: string; contactPerson: string },
  contractNumbers: readonly string[] = [],
  contactNames: readonly string[] = [],
): string[] {
  const contact = card.contactPerson === untoldContact ? '' : card.contactPerson;
  const text = searchText([card.name, contact, ...contractNumbers, ...contactNames]);
  return [...new Set(text.split(' '))].filter(Boolean);
}

/** A contract number as searches compare it: «№ 2026/118» and «2026 / 118» are one. */
export function normaliseContractNumber(number: string): string {
  const plain = number.replaceAll('№', ' ').normalize('NFKC').toLocaleLowerCase('ru').replaceAll('ё', 'е');
  return plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** Digits from the last to the first, so that an ending can be found by prefix. */
export function reversedDigits(phone: string): string {
  return [...phone.replace(/\D/g, '')].reverse().join('');
}

const fewestLettersOfEnding = 3;

/** The endings by which a word is found by its middle; none of numbers, which are found by their own beginnings and endings. */
export function endingsOfWord(word: string): string[] {
  if (/\d/.test(word)) return [];
  const letters = [...word];
  return letters
    .slice(0, Math.max(0, letters.length - fewestLettersOfEnding + 1))
    .map((_, start) => letters.slice(start).join(''));
}

/**
 * The E.164 numbers that a phone typed from its beginning may begin with: «8 (3842)» and «+7 3842» are one, «3842» is a
 * Russian code.
 */
export function beginningsOfPhone(typed: string): string[] {
  const digits = typed.replace(/\D/g, '');
  if (typed.trim().startsWith('+')) return [`+${digits}`];
  const ofTrunk = /^[78](?=\d)/.test(digits) ? [`+7${digits.slice(1)}`] : [];
  return [...ofTrunk, `+7${digits}`];
}
