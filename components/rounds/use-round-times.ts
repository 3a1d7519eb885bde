'use client';

import { useFormatter, useTranslations } from 'use-intl';
import type { RoundView } from '@/lib/domain/rounds/round-views';

/** When a client is called, by their own clock. */
export function useRoundTimes() {
  const t = useTranslations('rounds');
  const format = useFormatter();
  return {
    day: (day: string) => format.dateTime(Date.parse(`${day}T00:00:00Z`), 'date', { timeZone: 'UTC' }),
    at: (time: number) => format.dateTime(time, 'dateTime'),
    /** By the client's own clock. */
    localAt: (time: number, timeZone: string) =>
      t('localAt', { at: format.dateTime(time, 'dateTime', { timeZone }) }),
    span: ({ dueFrom, dueUntil, timeZone }: Pick<RoundView, 'dueFrom' | 'dueUntil' | 'timeZone'>) =>
      t('local', {
        from: format.dateTime(dueFrom, 'time', { timeZone }),
        until: format.dateTime(dueUntil, 'time', { timeZone }),
      }),
  };
}
