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

const phoneLike = /^\+?[\d\s().-]*\d[\d\s().-]*$/;
const yearAndNumber = /^(?:19|20)\d\d[\s.-]+\d+$/;

/**
 * Digits without what stands between them as in a phone: «2-53» asks for what «253» asks for. Any other text as it is, and so a
 * contract of a year, «2026-118».
 */
export function joinedDigits(typed: string): string {
  const text = typed.trim();
  if (!phoneLike.test(text) || yearAndNumber.test(text)) return text;
  return text.replace(/[^\d+]/g, '');
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

const fewestLocalDigits = 3;
const nationalDigits = 10;
const mobileCodes = Array.from({ length: 100 }, (_, last) => String(900 + last));

/**
 * The E.164 numbers that digits typed without the code of their city or mobile network may begin with: «58-1» of +7 3842 58-12-99.
 * None for what has a code or is too short.
 */
export function beginningsAfterCode(typed: string, cityCodes: readonly string[]): string[] {
  const digits = typed.replace(/\D/g, '');
  if (typed.trim().startsWith('+') || digits.length < fewestLocalDigits) return [];
  return [...new Set([...cityCodes, ...mobileCodes])]
    .filter((code) => code.length + digits.length <= nationalDigits)
    .map((code) => `+7${code}${digits}`);
}
