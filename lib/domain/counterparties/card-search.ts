import { untoldContact } from './counterparty';
import { searchText } from './search-text';

/** The words a card is found by, each once. */
export function searchWords(
  card: { name: string; contactPerson: string },
  contractNumbers: readonly string[] = [],
): string[] {
  const contact = card.contactPerson === untoldContact ? '' : card.contactPerson;
  return [...new Set(searchText([card.name, contact, ...contractNumbers]).split(' '))].filter(Boolean);
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
