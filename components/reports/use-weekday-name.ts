'use client';

import { useFormatter } from 'use-intl';

/** A weekday as people read it, Monday = 1. */
export function useWeekdayName(): (weekday: number, length?: 'short' | 'long') => string {
  const format = useFormatter();
  // 5 January 1970 was a Monday.
  return (weekday, length = 'short') =>
    format.dateTime(new Date((3 + weekday) * 86_400_000), { weekday: length, timeZone: 'UTC' });
}
