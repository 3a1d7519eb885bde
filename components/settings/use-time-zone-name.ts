'use client';

import { useSyncExternalStore } from 'react';
import { useLocale } from 'use-intl';
import { timeZoneName } from './time-zone-name';

/**
 * Names time zones in the language of the screen. Server and browser may know them by different names, so the page
 * begins with the IANA name.
 */
export function useTimeZoneName(): (timeZone: string) => string {
  const locale = useLocale();
  const isInBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (timeZone) => (isInBrowser ? timeZoneName(timeZone, locale, Date.now()) : timeZone);
}

const never = () => () => {};
