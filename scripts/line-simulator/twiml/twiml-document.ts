import { type AttributeShape, NOUNS, PASSED_OVER, VERBS } from './vocabulary.ts';
import { elementsOf, parseXml, type XmlElement, XmlError } from './xml.ts';

export type Fault = { code: number; message: string };

export type TwimlDocument = {
  verbs: XmlElement[];
  /** Names of verbs that Twilio knows and this line passes over. */
  passedOver: string[];
  warnings: Fault[];
};

/** An error of Twilio's that makes a document useless: the fallback URL is asked next. */
export class TwimlError extends Error {
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

const SIZE_LIMIT_BYTES = 64 * 1024;
const XML_TYPES = ['text/xml', 'application/xml', 'text/html'];

/** What an HTTP answer means as TwiML. Throws TwimlError for what Twilio refuses. */
export function readTwimlAnswer(answer: { contentType: string | null; body: string }): TwimlDocument {
  if (Buffer.byteLength(answer.body) > SIZE_LIMIT_BYTES)
    throw new TwimlError(11750, 'The TwiML answer is larger than 64 kB');
  const type = answer.contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!type) throw new TwimlError(12300, 'The answer has no Content-Type');
  if (!answer.body.trim()) throw new TwimlError(11770, 'The answer is empty');
  if (type.startsWith('audio/')) return audioDocument();
  if (type === 'text/plain')
    return answer.body.trimStart().startsWith('<') ? parseTwiml(answer.body) : spokenDocument(answer.body);
  if (!XML_TYPES.includes(type)) throw new TwimlError(12300, `Content-Type ${type} is not TwiML`);
  return parseTwiml(answer.body);
}

/** Parses TwiML; what Twilio only warns about (12200) is listed and left out. */
export function parseTwiml(source: string): TwimlDocument {
  let root: XmlElement;
  try {
    root = parseXml(source);
  } catch (error) {
    if (error instanceof XmlError) throw new TwimlError(12100, `Document parse failure: ${error.message}`);
    throw error;
  }
  if (root.name !== 'Response')
    throw new TwimlError(12102, `The root element is <${root.name}>, not <Response>`);
  const warnings: Fault[] = [];
  const known = [...Object.keys(VERBS), ...PASSED_OVER];
  const written = elementsOf(root).filter((verb) => isKnown(verb, known, 'Response', warnings));
  const verbs = written.filter(({ name }) => Object.hasOwn(VERBS, name));
  for (const verb of verbs) validate(verb, warnings);
  return {
    verbs,
    passedOver: written.map(({ name }) => name).filter((name) => PASSED_OVER.includes(name)),
    warnings,
  };
}

function isKnown(
  element: XmlElement,
  allowed: readonly string[],
  parent: string,
  warnings: Fault[],
): boolean {
  if (allowed.includes(element.name)) return true;
  warnings.push({
    code: 12200,
    message: `Schema validation: <${element.name}> is not allowed in <${parent}>`,
  });
  return false;
}

function validate(element: XmlElement, warnings: Fault[]): void {
  const shape = [VERBS, NOUNS].find((shapes) => Object.hasOwn(shapes, element.name))?.[element.name];
  if (!shape) return;
  for (const [name, value] of Object.entries(element.attributes)) {
    const expected = Object.hasOwn(shape.attributes, name) ? shape.attributes[name] : undefined;
    const complaint = expected ? complaintAbout(expected, value) : 'is unknown';
    if (!complaint) continue;
    delete element.attributes[name];
    warnings.push({
      code: 12200,
      message: `Schema validation: attribute ${name}="${value}" of <${element.name}> ${complaint}`,
    });
  }
  element.children = element.children.filter(
    (child) => typeof child === 'string' || isKnown(child, shape.children, element.name, warnings),
  );
  for (const child of elementsOf(element)) validate(child, warnings);
}

function complaintAbout(shape: AttributeShape, value: string): string | null {
  if (shape === 'text') return null;
  if (shape === 'flag') return value === 'true' || value === 'false' ? null : 'is neither true nor false';
  if (shape === 'number') return /^\d+$/.test(value) ? null : 'is not a whole number';
  return shape.includes(value) ? null : `is none of ${shape.join(', ')}`;
}

function spokenDocument(text: string): TwimlDocument {
  return { verbs: [{ name: 'Say', attributes: {}, children: [text] }], passedOver: [], warnings: [] };
}

function audioDocument(): TwimlDocument {
  return {
    verbs: [
      { name: 'Play', attributes: {}, children: [''] },
      { name: 'Hangup', attributes: {}, children: [] },
    ],
    passedOver: [],
    warnings: [],
  };
}
