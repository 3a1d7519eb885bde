export type XmlElement = { name: string; attributes: Record<string, string>; children: XmlNode[] };
export type XmlNode = XmlElement | string;

export class XmlError extends Error {}

const NAME = /[A-Za-z_:][-A-Za-z0-9_:.]*/y;
const ENTITIES = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
const NOT_A_CHARACTER = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;

/** Parses one XML document strictly; a document type is refused. Throws XmlError with the place of the fault. */
export function parseXml(source: string): XmlElement {
  let at = source.charCodeAt(0) === 0xfeff ? 1 : 0;

  const fail = (message: string): never => {
    const line = source.slice(0, at).split('\n').length;
    throw new XmlError(`${message} (line ${line})`);
  };
  const skipSpace = () => {
    while (at < source.length && /\s/.test(source[at]!)) at++;
  };
  const takeUntil = (end: string, what: string) => {
    const to = source.indexOf(end, at);
    if (to < 0) fail(`${what} is not closed`);
    const text = source.slice(at, to);
    at = to + end.length;
    return text;
  };
  const takeName = (): string => {
    NAME.lastIndex = at;
    const match = NAME.exec(source);
    if (!match) return fail('A name is expected');
    at += match[0].length;
    return match[0];
  };
  const decode = (text: string) =>
    text.replace(/&([^;\s&]*);?/g, (whole, name: string) => {
      if (!whole.endsWith(';')) fail('A bare & is not allowed');
      if (name.startsWith('#')) {
        const [, decimal, hexadecimal] = /^#(?:(\d+)|x([0-9a-fA-F]+))$/.exec(name) ?? [];
        const point = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hexadecimal ?? '', 16);
        const character = point <= 0x10ffff ? String.fromCodePoint(point) : '';
        if (!character || NOT_A_CHARACTER.test(character)) fail(`Unknown character &${name};`);
        return character;
      }
      return ENTITIES.get(name) ?? fail(`Unknown entity &${name};`);
    });

  const skipMisc = () => {
    for (;;) {
      skipSpace();
      if (source.startsWith('<?', at)) takeUntil('?>', 'A processing instruction');
      else if (source.startsWith('<!--', at)) takeUntil('-->', 'A comment');
      else return;
    }
  };

  const takeElement = (): XmlElement => {
    at++;
    const element: XmlElement = { name: takeName(), attributes: {}, children: [] };
    for (;;) {
      skipSpace();
      if (source.startsWith('/>', at)) {
        at += 2;
        return element;
      }
      if (source[at] === '>') {
        at++;
        break;
      }
      const name = takeName();
      if (Object.hasOwn(element.attributes, name)) fail(`Attribute ${name} is given twice`);
      skipSpace();
      if (source[at] !== '=') fail(`Attribute ${name} has no value`);
      at++;
      skipSpace();
      const quote = source[at] ?? '';
      if (quote !== '"' && quote !== "'") fail(`The value of ${name} is not quoted`);
      at++;
      const value = takeUntil(quote, `The value of ${name}`);
      if (value.includes('<')) fail(`The value of ${name} contains <`);
      element.attributes[name] = decode(value);
    }
    for (;;) {
      if (at >= source.length) fail(`<${element.name}> is not closed`);
      if (source.startsWith('<![CDATA[', at)) {
        at += 9;
        element.children.push(takeUntil(']]>', 'A CDATA section'));
      } else if (source.startsWith('<!--', at)) takeUntil('-->', 'A comment');
      else if (source.startsWith('<?', at)) takeUntil('?>', 'A processing instruction');
      else if (source.startsWith('</', at)) {
        at += 2;
        const name = takeName();
        skipSpace();
        if (name !== element.name || source[at] !== '>') fail(`</${name}> closes <${element.name}>`);
        at++;
        return element;
      } else if (source[at] === '<') element.children.push(takeElement());
      else {
        const to = source.indexOf('<', at);
        const text = source.slice(at, to < 0 ? source.length : to);
        at += text.length;
        element.children.push(decode(text));
      }
    }
  };

  const odd = source.search(NOT_A_CHARACTER);
  if (odd >= 0) {
    at = odd;
    fail('A character that XML does not allow');
  }
  skipMisc();
  if (source[at] !== '<' || source[at + 1] === '!') fail('The document does not begin with an element');
  const root = takeElement();
  skipMisc();
  if (at < source.length) fail('There is text after the root element');
  return root;
}

/** All text inside an element, nested speech marks included, with runs of white space made one. */
export function textOf(element: XmlElement): string {
  const gather = (node: XmlNode): string =>
    typeof node === 'string' ? node : node.children.map(gather).join(' ');
  return element.children.map(gather).join('').replace(/\s+/g, ' ').trim();
}

export function elementsOf(element: XmlElement): XmlElement[] {
  return element.children.filter((child): child is XmlElement => typeof child !== 'string');
}
