import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { cleanPhone } from './clean-phone';

/** `unparsed`: no number could be read; `improbable`: read, but no operator uses such a number; `cityCodeMissing`: a local number without its city. */
export type PhoneWarning = 'unparsed' | 'improbable' | 'cityCodeMissing';

/** `e164` is null for what is no number one could dial. */
export type PhoneReading = {
  raw: string;
  e164: string | null;
  extension: string | null;
  warning?: PhoneWarning;
};

/**
 * Reads a phone as Russian people type it; never throws, and keeps `raw` whatever it was (IN-2, IN-7).
 * `cityCode` completes a local number: `3842` for Kemerovo, with the country (`+37517`) abroad.
 */
export function readPhone(raw: string, options: { cityCode?: string | null } = {}): PhoneReading {
  const { number, extension } = cleanPhone(raw);
  const unread = { raw, e164: null, extension };
  if (number === '') return { ...unread, warning: 'unparsed' };
  const candidate = international(number) ?? withCity(number, options.cityCode);
  if (!candidate) {
    const isLocal = /^\d{5,7}$/.test(number);
    return { ...unread, warning: isLocal ? 'cityCodeMissing' : 'unparsed' };
  }
  const parsed = parsePhoneNumberFromString(candidate);
  if (!parsed?.isPossible()) return { ...unread, warning: 'unparsed' };
  const reading = { raw, e164: parsed.number, extension };
  return parsed.isValid() ? reading : { ...reading, warning: 'improbable' };
}

function international(number: string): string | null {
  if (number.startsWith('+8') && number.length === 12) return `+7${number.slice(2)}`;
  if (number.startsWith('+')) return number;
  if (/^810\d{8,}$/.test(number)) return `+${number.slice(3)}`;
  if (/^00[1-9]\d{7,}$/.test(number)) return `+${number.slice(2)}`;
  if (/^[78]\d{10}$/.test(number)) return `+7${number.slice(1)}`;
  if (/^\d{10}$/.test(number)) return `+7${number}`;
  if (/^[1-9]\d{11,14}$/.test(number) && parsePhoneNumberFromString(`+${number}`)?.isValid())
    return `+${number}`;
  return null;
}

function withCity(number: string, cityCode: string | null | undefined): string | null {
  if (!cityCode) return null;
  if (cityCode.startsWith('+')) return `+${cityCode.replace(/\D/g, '')}${number}`;
  const code = cityCode.replace(/\D/g, '');
  return code.length + number.length === 10 ? `+7${code}${number}` : null;
}
