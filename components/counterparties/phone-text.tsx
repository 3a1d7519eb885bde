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

/** The number alone, unbroken. */
export function PhoneText({ phone }: { phone: Phone }) {
  const text = usePhoneText();
  return <span className="whitespace-nowrap tabular-nums">{text(phone)}</span>;
}
