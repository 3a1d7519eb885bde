'use client';

import { useTranslations } from 'use-intl';
import { DescriptionList } from '@/components/ui/description-list';
import type { BusinessHours, ClockInterval } from '@/lib/domain/deadlines/business-hours';
import { useDayName } from './use-day-name';
import { useTimeZoneName } from './use-time-zone-name';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** The hours of a department for those who do not set them. */
export function HoursTable({ hours }: { hours: BusinessHours }) {
  const t = useTranslations('departments');
  const zoneName = useTimeZoneName();
  const dayName = useDayName();
  const say = (intervals: readonly ClockInterval[]) =>
    intervals.length === 0 ? t('closed') : intervals.map(({ from, until }) => `${from}–${until}`).join(', ');
  return (
    <DescriptionList
      entries={[
        { term: t('timeZone'), value: zoneName(hours.timeZone) },
        ...weekdays.map((weekday) => ({
          term: t(`weekdays.${weekday}`),
          value: say(hours.weekly.find((day) => day.weekday === weekday)?.intervals ?? []),
        })),
        ...hours.holidays.map((day) => ({ term: dayName(day.date), value: say(day.intervals) })),
      ]}
    />
  );
}
