import type { Formats } from 'use-intl';

/** Named formats for `useFormatter().dateTime(at, 'time')` and its server twin. */
export const FORMATS = {
  dateTime: {
    time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    timeWithSeconds: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
    day: { day: 'numeric', month: 'long' },
    weekday: { weekday: 'short', day: 'numeric', month: 'short' },
    date: { day: '2-digit', month: '2-digit', year: 'numeric' },
    dateTime: {
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    },
  },
  number: {
    percent: { style: 'percent', maximumFractionDigits: 1 },
  },
} as const satisfies Formats;
