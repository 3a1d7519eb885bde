/** What a person is known by. Phones are E.164. */
export type Needles = { names: string[]; phones: string[]; emails: string[]; numbers: string[] };

const erasedMark = '[удалено]';

const shortestName = 8;

/** A name of one short word means others too («Роман», «Заря»): it is erased where it belongs to the person alone. */
export const isTelling = (name: string) => /\S\s+\S/.test(name.trim()) || name.trim().length >= shortestName;

export const noNeedles = (): Needles => ({ names: [], phones: [], emails: [], numbers: [] });

export type Scrubber = {
  isEmpty: boolean;
  /** Whether a text, or any text within a JSON value, names the person. */
  finds(value: unknown): boolean;
  /** The value without what names the person: texts have a mark there. */
  clean<Value>(value: Value): Value;
};

/** Finds a person's names, numbers and addresses however they are spelled: letters, ё, gaps, a trunk 8, brackets. */
export function createScrubber(needles: Needles): Scrubber {
  const patterns = [
    ...needles.emails.map(wholeWords),
    ...needles.names.map(wholeWords),
    ...needles.phones.map(phonePattern),
    ...needles.numbers.map((number) => `(?<!\\d)${escaped(number)}(?!\\d)`),
  ];
  const isEmpty = patterns.length === 0;
  const any = new RegExp(isEmpty ? '(?!)' : patterns.join('|'), 'giu');
  const finds = (value: unknown): boolean => {
    if (isEmpty) return false;
    if (typeof value === 'string') {
      any.lastIndex = 0;
      return any.test(value);
    }
    if (Array.isArray(value)) return value.some(finds);
    if (value && typeof value === 'object') return Object.entries(value).some((entry) => entry.some(finds));
    return false;
  };
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replace(any, erasedMark);
    if (Array.isArray(value)) return value.map(clean);
    if (!value || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [key.replace(any, erasedMark), clean(part)]),
    );
  };
  return { isEmpty, finds, clean: (value) => (isEmpty ? value : (clean(value) as typeof value)) };
}

/** The spellings by which a file is searched for the person, byte for byte. */
export function spellingsOf({ names, phones, emails, numbers }: Needles): string[] {
  const texts = [...names, ...emails].flatMap((text) => {
    const lower = text.toLocaleLowerCase('ru');
    const forms = [text, lower, text.toLocaleUpperCase('ru')];
    return forms.flatMap((form) => [form, form.replaceAll('ё', 'е').replaceAll('Ё', 'Е')]);
  });
  const digits = phones.flatMap((phone) => {
    const national = nationalDigits(phone);
    const pairs = [national.slice(6, 8), national.slice(8)].join('-');
    const formatted =
      national.length === 10
        ? [3, 4, 5].flatMap((code) => {
            const rest = `${national.slice(code, 6)}-${pairs}`;
            return [`(${national.slice(0, code)}) ${rest}`, `${national.slice(0, code)} ${rest}`];
          })
        : [];
    return [national, [...national].reverse().join(''), ...formatted];
  });
  const inJson = texts.map((text) => JSON.stringify(text).slice(1, -1));
  return [...new Set([...texts, ...inJson, ...digits, ...numbers])].filter((text) => text.length > 0);
}

/** Single words of the names: others may have them too, but where they stand it is worth writing a file anew. */
export const partsOfNames = ({ names }: Needles): string[] => [
  ...new Set(
    names
      .flatMap((name) => name.split(/[^\p{L}\p{N}]+/u))
      .filter((word) => word.length > 4)
      .flatMap((word) => [word, word.toLocaleLowerCase('ru').replaceAll('ё', 'е')]),
  ),
];

/** The number without the country where people leave it out. */
const nationalDigits = (phone: string) => phone.replace(/\D/g, '').replace(/^7(?=\d{10}$)/, '');

function phonePattern(phone: string): string {
  const gap = '[\\s().\\-\u2010-\u2014]{0,3}';
  const digits = [...nationalDigits(phone)].join(gap);
  return `(?<!\\d)(?:\\+?[78]${gap})?\\(?${digits}(?!\\d)`;
}

function wholeWords(text: string): string {
  const inside = escaped(text.trim()).replace(/[её]/giu, '[её]').replace(/\s+/g, '\\s+');
  return `(?<![\\p{L}\\d])${inside}(?![\\p{L}\\d])`;
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
