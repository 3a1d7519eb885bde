import { cookies } from 'next/headers';
import { env } from '@/lib/env';
import { LOCALE_COOKIE, type Locale, parseLocale } from '@/lib/i18n/locale';
import { getFormatter, getTranslator } from '@/lib/i18n/translator';

/** The language of the person whose request is being answered. */
export async function requestLocale(): Promise<Locale> {
  return parseLocale((await cookies()).get(LOCALE_COOKIE)?.value);
}

/** The time zone by whose clock times are shown and read. */
export function officeTimeZone(): string {
  return env().officeTimeZone;
}

/** Words and formats for a server component: `const { t, format } = await requestLanguage()`. */
export async function requestLanguage() {
  const locale = await requestLocale();
  return { locale, t: getTranslator(locale), format: getFormatter(locale, officeTimeZone()) };
}
