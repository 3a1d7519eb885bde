import type { Formats } from 'use-intl';
import type { Locale } from './locale';

type DateOptions = NonNullable<Formats['dateTime']>[string];

/** English readers take 11/12 for either of two days, so their months are words. */
const MONTHS: Record<Locale, '2-digit' | 'short'> = { ru: '2-digit', en: 'short' };

/** Named formats of one language, for `useFormatter().dateTime(at, 'time')` and its server twin. */
export function formatsOf(locale: Locale) {
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const satisfies DateOptions;
  const date = { day: '2-digit', month: MONTHS[locale], year: 'numeric' } as const satisfies DateOptions;
  return {
    dateTime: {
      time,
      timeWithSeconds: { ...time, second: '2-digit' },
      day: { day: 'numeric', month: 'long' },
      weekday: { weekday: 'short', day: 'numeric', month: 'short' },
      date,
      dateTime: { ...date, ...time },
    },
    number: {
      percent: { style: 'percent', maximumFractionDigits: 1 },
    },
  } as const satisfies Formats;
}
