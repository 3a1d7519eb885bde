type Value = [field: string, value: string];

const mostValues = 40;
/** A whole file stands for itself by its beginning and its length: calls wait while a digest is made. */
const mostDigested = 2000;
const isSecret = (key: string) => /password|token|secret/i.test(key);
const isId = (key: string) => /^id$|Ids?$/.test(key);
const isName = (key: string) => /^[A-Za-z_][\w-]{0,39}$/.test(key);

/**
 * Every text of a request by the field it stands in, but ids and secrets: what may say something of a person. Of more than
 * forty the rest is one value.
 */
export function personalValuesOf(input: object): Value[] {
  const found: Value[] = [];
  const walk = (value: unknown, place: string) => {
    if (typeof value === 'string') {
      if (value.trim() !== '') found.push([place, value]);
    } else if (Array.isArray(value)) {
      for (const [index, each] of value.entries()) walk(each, `${place}.${index}`);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, each] of Object.entries(value)) {
        if (isSecret(key) || isId(key)) continue;
        const name = isName(key) ? key : '?';
        walk(each, place === '' ? name : `${place}.${name}`);
      }
    }
  };
  walk(input, '');
  if (found.length <= mostValues) return found;
  return [...found.slice(0, mostValues - 1), ['…', JSON.stringify(found.slice(mostValues - 1))]];
}

/** The same person written with other spaces or capitals has the same digest. */
export const digestedText = (value: string) =>
  value.length > mostDigested
    ? JSON.stringify(['digest', value.slice(0, mostDigested), value.length])
    : JSON.stringify(['digest', value.normalize('NFC').trim().toLowerCase()]);
