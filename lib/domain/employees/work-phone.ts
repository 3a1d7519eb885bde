import { readPhone } from '@/lib/domain/phones/read-phone';

const sipAddress = /^sip:[\w.+~-]+@[\w.-]+(:\d{1,5})?$/i;

/** What the phone provider rings: a number or a SIP address. Null when the text is neither. */
export function readWorkPhone(raw: string): string | null {
  const text = raw.trim();
  if (sipAddress.test(text)) return `sip:${text.slice(4)}`;
  const { e164, extension } = readPhone(text);
  return extension === null ? e164 : null;
}
