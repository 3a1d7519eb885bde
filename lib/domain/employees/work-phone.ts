import { readPhone } from '@/lib/domain/phones/read-phone';

/** Where a person is called: at the number or SIP address of `phone`, or in the browser of their console. */
export const phoneKinds = ['dialled', 'browser'] as const;
export type PhoneKind = (typeof phoneKinds)[number];

export const hasPhone = ({ phone, phoneKind }: { phone: string | null; phoneKind: PhoneKind }) =>
  phoneKind === 'browser' || phone !== null;

const sipAddress = /^sip:[\w.+~-]+@[\w.-]+(:\d{1,5})?$/i;

/** What the phone provider rings: a number or a SIP address. Null when the text is neither. */
export function readWorkPhone(raw: string): string | null {
  const text = raw.trim();
  if (sipAddress.test(text)) return `sip:${text.slice(4)}`;
  const { e164, extension } = readPhone(text);
  return extension === null ? e164 : null;
}
