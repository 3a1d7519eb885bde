'use client';

import { useFormatter, useTranslations } from 'use-intl';
import type { Period } from '@/lib/domain/reports/period';

/** A day of the calendar as people read it, whatever their clock. */
export function useDayText(): (day: string) => string {
  const format = useFormatter();
  return (day) => format.dateTime(new Date(`${day}T00:00:00Z`), 'date', { timeZone: 'UTC' });
}

/** A period as people read it: one day alone, several as from and until. */
export function usePeriodText(): (period: Period) => string {
  const t = useTranslations('reports');
  const dayText = useDayText();
  return ({ from, until }) =>
    from === until ? dayText(from) : t('periodText', { from: dayText(from), until: dayText(until) });
}
