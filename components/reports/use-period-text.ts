'use client';

import { useFormatter, useTranslations } from 'use-intl';
import type { Period } from '@/lib/domain/reports/period';

/** A period as people read it: one day alone, several as from and until. */
export function usePeriodText(): (period: Period) => string {
  const t = useTranslations('reports');
  const format = useFormatter();
  const dayText = (day: string) =>
    format.dateTime(new Date(`${day}T00:00:00Z`), {
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
      timeZone: 'UTC',
    });
  return ({ from, until }) =>
    from === until ? dayText(from) : t('periodText', { from: dayText(from), until: dayText(until) });
}
