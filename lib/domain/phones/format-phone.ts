import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { CodeLengthOf } from './area-code-lengths';

export type PhoneFormat = {
  locale?: 'ru' | 'en';
  /** By the company's cities. */
  codeLengthOf: CodeLengthOf;
};

/**
 * A number as it is read aloud, with the code of its city apart: `+7 (38456) 2-12-34, доб. 100`.
 * The general library would cut 38456 into 384 and read out the wrong city; unknown codes have three digits.
 */
export function formatPhone(
  phone: { e164: string; extension?: string | null },
  { locale = 'ru', codeLengthOf }: PhoneFormat,
): string {
  const number = formatNumber(phone.e164, codeLengthOf);
  if (!phone.extension) return number;
  return `${number}, ${locale === 'ru' ? 'доб.' : 'ext.'} ${phone.extension}`;
}

function formatNumber(e164: string, codeLengthOf: CodeLengthOf): string {
  const national = /^\+7(\d{10})$/.exec(e164)?.[1];
  if (!national) return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
  const length = codeLengthOf(e164) ?? 3;
  return `+7 (${national.slice(0, length)}) ${inGroups(national.slice(length))}`;
}

function inGroups(subscriber: string): string {
  const first = subscriber.length - 4;
  return [subscriber.slice(0, first), subscriber.slice(first, -2), subscriber.slice(-2)].join('-');
}
