'use client';

import { useLocale } from 'use-intl';
import { useCityDirectory } from '@/components/cities/city-directory-provider';
import { formatPhone } from '@/lib/domain/phones/format-phone';

type Phone = { raw: string; e164: string | null; extension: string | null };

/** A phone as it is read aloud; as typed when it could not be read. */
export function usePhoneText(): (phone: Phone) => string {
  const locale = useLocale();
  const { codeLengthOf } = useCityDirectory();
  return ({ raw, e164, extension }) =>
    e164 ? formatPhone({ e164, extension }, { locale, codeLengthOf }) : raw;
}

/** The number alone, unbroken; where it is narrow, the extension goes to the next line. */
export function PhoneText({ phone }: { phone: Phone }) {
  const text = usePhoneText();
  if (!phone.e164) return <span className="tabular-nums">{phone.raw}</span>;
  const number = text({ ...phone, extension: null });
  return (
    <span className="tabular-nums">
      <span className="whitespace-nowrap">{number}</span>
      {text(phone).slice(number.length)}
    </span>
  );
}
