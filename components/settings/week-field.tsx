'use client';

import { useTranslations } from 'use-intl';
import { CheckboxField } from '@/components/ui/checkbox-field';
import type { BusinessHours, ClockInterval } from '@/lib/domain/deadlines/business-hours';
import { IntervalsField } from './intervals-field';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

type Props = { weekly: BusinessHours['weekly']; onChange: (weekly: BusinessHours['weekly']) => void };

/** When a department works on each day of the week. */
export function WeekField({ weekly, onChange }: Props) {
  const t = useTranslations('departments');
  const on = (weekday: number) => weekly.find((day) => day.weekday === weekday)?.intervals ?? [];
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="pb-2 font-medium text-sm">{t('weekly')}</legend>
      {weekdays.map((weekday) => (
        <Weekday
          key={weekday}
          weekday={weekday}
          intervals={on(weekday)}
          onChange={(intervals) =>
            onChange(
              weekdays.flatMap((other) => {
                const kept = other === weekday ? intervals : on(other);
                return kept.length > 0 ? [{ weekday: other, intervals: kept }] : [];
              }),
            )
          }
        />
      ))}
    </fieldset>
  );
}

type WeekdayProps = {
  weekday: (typeof weekdays)[number];
  intervals: ClockInterval[];
  onChange: (intervals: ClockInterval[]) => void;
};

function Weekday({ weekday, intervals, onChange }: WeekdayProps) {
  const t = useTranslations('departments');
  return (
    <div className="grid grid-cols-1 gap-x-4 desk:grid-cols-[10rem_1fr]">
      <CheckboxField
        label={t(`weekdays.${weekday}`)}
        value={intervals.length > 0}
        onValueChange={(isOpen) => onChange(isOpen ? [{ from: '09:00', until: '18:00' }] : [])}
      />
      {intervals.length > 0 ? (
        <IntervalsField dayName={t(`weekdays.${weekday}`)} intervals={intervals} onChange={onChange} />
      ) : (
        <span className="text-faint">{t('closed')}</span>
      )}
    </div>
  );
}
