const legalForms = [
  'общество с ограниченной ответственностью',
  'публичное акционерное общество',
  'закрытое акционерное общество',
  'открытое акционерное общество',
  'акционерное общество',
  'индивидуальный предприниматель',
  ...'ооо оао зао пао нао ао ип чп тоо одо тд'.split(' '),
  ...'гуп муп фгуп гбу гбуз гауз буз мбу мау мбоу маоу чоу ано нко'.split(' '),
  ...'llc ltd inc gmbh jsc'.split(' '),
];

const legalForm = new RegExp(`(?<![\\p{L}\\p{N}])(?:${legalForms.join('|')})(?![\\p{L}\\p{N}])`, 'gu');

/** A name as searches compare it: small letters, ё as е, without quotes, punctuation and legal form («ООО», «ИП»). */
export function normaliseName(name: string): string {
  const plain = lowerCase(name).replaceAll('ё', 'е');
  return words(plain.replace(legalForm, ' ')) || words(plain);
}

/**
 * A key whose plain byte order is the order of a Russian directory: by name without quotes and legal form, Ё between Е and Ж.
 * UTF-8 alone puts Ё after Я.
 */
export function sortKey(name: string): string {
  const plain = lowerCase(name);
  const key = words(plain.replace(legalForm, ' ')) || words(plain);
  return key.replaceAll('ё', 'е\u04ff');
}

function lowerCase(name: string): string {
  return name.replaceAll('№', ' ').normalize('NFKC').toLocaleLowerCase('ru');
}

function words(text: string): string {
  return text.replace(/[^\p{L}\p{N}+]+/gu, ' ').trim();
}
