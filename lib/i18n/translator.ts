import { createFormatter, createTranslator } from 'use-intl/core';
import { formatsOf } from './formats';
import type { Locale } from './locale';
import { MESSAGES } from './messages';

/**
 * The translator of one language for server components and letters; keys are whole: `common.save`.
 * Throws on a missing message, so that a page never shows a key.
 */
export function getTranslator(locale: Locale) {
  return createTranslator({
    locale,
    messages: MESSAGES[locale],
    formats: formatsOf(locale),
    onError(error) {
      throw error;
    },
  });
}

/** Dates, numbers and lists in one language and one time zone (an IANA name). */
export function getFormatter(locale: Locale, timeZone: string) {
  return createFormatter({ locale, timeZone, formats: formatsOf(locale) });
}
