const extensionMark =
  /(?:[,;]?\s*ext(?:ension)?[.=:]?|[,;]?\s*доб(?:ав(?:оч(?:н(?:ый|ая|ого))?)?)?(?![а-яa-z])[.:]?|[,;]?\s*вн(?:утр(?:енн(?:ий|его))?)?(?![а-яa-z])[.:]?|[#*]|(?<=\d\s*)[xх])\s*(?:№|no\.?)?\s*(\d(?:[\s-]?\d){0,9})(?!\d)/iu;

const longestTyped = 200;
const tollFree = /^(?:\+?7|8)[\s(-]*800/;
const keypad = '22233344455566677778889999';

/** What a person typed, without the extension, as digits with an optional leading `+`; letters that stand for digits are read as digits. */
export function cleanPhone(raw: string): { number: string; extension: string | null } {
  let text = raw
    .slice(0, longestTyped)
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .trim();
  let extension: string | null = null;
  const mark = extensionMark.exec(text);
  if (mark?.[1] && /\d/.test(text.slice(0, mark.index))) {
    extension = mark[1].replace(/\D/g, '');
    text = text.slice(0, mark.index);
  }
  text = text
    .replace(/(?<=\d[\s()-]*)[OoОо](?=[\s()-]*\d|$)/g, '0')
    .replace(/(?<=\d[\s()-]*)З(?=[\s()-]*\d)/g, '3');
  if (tollFree.test(text)) text = text.replace(/[A-Z]/gi, keypadDigit);
  const digits = text.replace(/\D/g, '');
  return { number: /^[^\d]*\+[^\d]*\d/.test(text) ? `+${digits}` : digits, extension };
}

function keypadDigit(letter: string): string {
  return keypad[letter.toLowerCase().charCodeAt(0) - 97] ?? '';
}
