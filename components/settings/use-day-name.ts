'use client';

import { useFormatter } from 'use-intl';

/** Names a calendar day (`YYYY-MM-DD`) in the language of the screen; empty while there is none. */
export function useDayName(): (date: string) => string {
  const format = useFormatter();
  return (date) => {
    const at = Date.parse(`${date}T00:00:00Z`);
    return Number.isNaN(at)
      ? ''
      : format.dateTime(at, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  };
}
