import { cookies } from 'next/headers';
import { LOCALE_COOKIE, type Locale, parseLocale } from '@/lib/i18n/locale';
import { getFormatter, getTranslator } from '@/lib/i18n/translator';

/** The language of the person whose request is being answered. */
export async function requestLocale(): Promise<Locale> {
  return parseLocale((await cookies()).get(LOCALE_COOKIE)?.value);
}

/** The time zone in which the office reads its clocks: that of the server. */
export function officeTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Words and formats for a server component: `const { t, format } = await requestLanguage()`. */
export async function requestLanguage() {
  const locale = await requestLocale();
  return { locale, t: getTranslator(locale), format: getFormatter(locale, officeTimeZone()) };
}
