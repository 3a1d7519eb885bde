'use client';

import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { formatDuration } from './format-duration';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Says a length of time (ms, its sign dropped) as coarsely as it deserves: `0:41`, `1 ч 20 мин`, `3 дня`. */
export function useDurationWords(): (ms: number) => string {
  const t = useTranslations('common.due');
  return useCallback(
    (ms) => {
      const length = Math.abs(ms);
      if (length < HOUR_MS) return formatDuration(Math.floor(length / 1000));
      if (length >= 2 * DAY_MS) return t('days', { count: Math.floor(length / DAY_MS) });
      const hours = Math.floor(length / HOUR_MS);
      const minutes = Math.floor((length % HOUR_MS) / 60_000);
      return minutes === 0 ? t('hours', { hours }) : t('hoursMinutes', { hours, minutes });
    },
    [t],
  );
}
