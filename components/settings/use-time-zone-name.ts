'use client';

import { useLocale } from 'use-intl';
import { timeZoneName } from './time-zone-name';

/** Names time zones in the language of the screen. */
export function useTimeZoneName(): (timeZone: string) => string {
  const locale = useLocale();
  return (timeZone) => timeZoneName(timeZone, locale, Date.now());
}
