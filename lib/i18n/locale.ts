export const LOCALES = ['ru', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

const DEFAULT_LOCALE: Locale = 'ru';
export const LOCALE_COOKIE = 'locale';

/** The language a cookie or a header names, or Russian when it names none of ours. */
export function parseLocale(value: string | null | undefined): Locale {
  return LOCALES.find((locale) => locale === value) ?? DEFAULT_LOCALE;
}
