import { normaliseName } from './name';

const latinKeys = '`qwertyuiop[]asdfghjkl;\'zxcvbnm,.~{}:"<>';
const cyrillicKeys = 'ёйцукенгшщзхъфывапролджэячсмитьбюёхъжэбю';
const toCyrillicKey = new Map([...latinKeys].map((key, index) => [key, cyrillicKeys[index]!]));
const toLatinKey = new Map(
  [...cyrillicKeys].map((key, index) => [key, latinKeys[index]!]).reverse() as [string, string][],
);

const translit: [string, string][] = [
  ...pairs('shch:щ sch:щ'),
  ...pairs('yo:е zh:ж kh:х ts:ц ch:ч sh:ш yu:ю ya:я'),
  ...pairs(
    'a:а b:б v:в w:в g:г d:д e:е z:з i:и y:й k:к c:к q:к l:л m:м n:н o:о p:п r:р s:с t:т u:у f:ф h:х j:й',
  ),
  ['x', 'кс'],
];

const toLatin = new Map<string, string>([
  ...pairs('а:a б:b в:v г:g д:d е:e ж:zh з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:h'),
  ...pairs('ц:ts ч:ch ш:sh щ:shch ы:y э:e ю:yu я:ya'),
  ['ъ', ''],
  ['ь', ''],
]);

/** What a card is found by: its names, people and contract numbers, as searches compare them. */
export function searchText(parts: readonly (string | null | undefined)[]): string {
  return parts
    .map((part) => normaliseName(part ?? ''))
    .filter(Boolean)
    .join(' ');
}

/**
 * What a person may have meant, as typed first: also with the other keyboard layout («hjvfirf» for «ромашка»)
 * and in the other alphabet («romashka», «арчимед»), there also with the soft sign that Latin leaves out («Sofia» and «Sofya»
 * for «Софья», «Melnikov»). Empty for an empty query.
 */
export function searchVariants(query: string): string[] {
  const typed = query.normalize('NFKC').toLocaleLowerCase('ru').trim();
  const isLatin = /[a-z]/.test(typed) && !/[а-яё]/.test(typed);
  const isCyrillic = /[а-яё]/.test(typed) && !/[a-z]/.test(typed);
  const others = isLatin
    ? [byKeys(typed, toCyrillicKey), inCyrillic(typed), inCyrillic(softened(typed))]
    : isCyrillic
      ? [byKeys(typed, toLatinKey), inLatin(typed)]
      : [];
  return [...new Set([typed, ...others].map(normaliseName).filter(Boolean))];
}

function byKeys(text: string, keys: Map<string, string>): string {
  return [...text].map((key) => keys.get(key) ?? key).join('');
}

function inCyrillic(text: string): string {
  return translit.reduce(
    (result, [latin, cyrillic]) => result.replaceAll(latin, cyrillic),
    text.replace(/ia\b/g, 'iya'),
  );
}

function softened(text: string): string {
  return text
    .replace(/(?<=[bdfklmnprstvz])(?:iy|[yij])(?=[aeou])/g, 'ьy')
    .replace(/l(?=[bcdfghkmnpqrstvz])/g, 'lь');
}

function inLatin(text: string): string {
  return [...text.replaceAll('ё', 'е')].map((letter) => toLatin.get(letter) ?? letter).join('');
}

function pairs(list: string): [string, string][] {
  return list.split(' ').map((pair) => pair.split(':') as [string, string]);
}
