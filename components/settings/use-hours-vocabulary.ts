'use client';

import { useTranslations } from 'use-intl';
import type { HoursVocabulary } from './changed-hours';
import { useDayName } from './use-day-name';
import { useTimeZoneName } from './use-time-zone-name';

/** The words of a timetable in the language of the screen. */
export function useHoursVocabulary(): HoursVocabulary {
  const t = useTranslations('settings');
  const departments = useTranslations('departments');
  return {
    zoneLabel: t('fields.timeZone'),
    zone: useTimeZoneName(),
    weekday: (weekday) => departments(`weekdays.${weekday as 1}`),
    day: useDayName(),
    closed: departments('closed'),
    asUsual: departments('asUsual'),
  };
}
