import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** `raw`: neither a number nor one that is withheld; `client`: a browser. */
export type CallerId =
  | { kind: 'number'; e164: string }
  | { kind: 'withheld' }
  | { kind: 'raw'; text: string }
  | { kind: 'client'; identity: string }
  | { kind: 'sip'; user: string; address: string };

const withheldWords = new Set([
  'anonymous',
  'unknown',
  'restricted',
  'private',
  'unavailable',
  'blocked',
  'withheld',
]);

// The same words spelt on a telephone keypad: so Twilio passes them on from carriers that send digits only.
const withheldDigits = new Set(['266696687', '7378742833', '2562533', '8656696', '86282452253']);

const longestCallerId = 256;

/** Who the line says is calling, from the `From` of a call; never throws. A withheld number is never matched to a card (IN-7). */
export function readCallerId(from: string): CallerId {
  const text = withoutControls(from).trim().slice(0, longestCallerId);
  if (text === '' || withheldWords.has(text.toLowerCase())) return { kind: 'withheld' };
  const digits = /^\+?1?(\d+)$/.exec(text)?.[1];
  if (digits && withheldDigits.has(digits)) return { kind: 'withheld' };
  if (text.startsWith('client:')) return { kind: 'client', identity: text.slice('client:'.length) };
  const sip = /^sips?:(?:([^@]*)@)?(.+)$/i.exec(text);
  if (sip) return readSip(sip[1] ?? '', text);
  const parsed = /^\+[1-9]\d{6,14}$/.test(text) ? parsePhoneNumberFromString(text) : undefined;
  return parsed?.isPossible() ? { kind: 'number', e164: parsed.number } : { kind: 'raw', text };
}

function readSip(user: string, address: string): CallerId {
  const name = user.split(/[;:]/)[0] ?? '';
  return withheldWords.has(name.toLowerCase()) ? { kind: 'withheld' } : { kind: 'sip', user: name, address };
}

function withoutControls(text: string): string {
  return text.replace(/\p{Cc}/gu, '');
}
