'use client';

import { Plus, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { CheckboxField } from '@/components/ui/checkbox-field';
import { DateTimeField } from '@/components/ui/date-time-field';
import { IconButton } from '@/components/ui/icon-button';
import type { BusinessHours } from '@/lib/domain/deadlines/business-hours';
import { IntervalsField } from './intervals-field';
import { useDayName } from './use-day-name';

type Props = {
  holidays: BusinessHours['holidays'];
  onChange: (holidays: BusinessHours['holidays']) => void;
};

/** Days that replace those of the week: holidays, shifted and short days. */
export function HolidaysField({ holidays, onChange }: Props) {
  const t = useTranslations('departments');
  const dayName = useDayName();
  const nameOf = (date: string) => dayName(date) || t('newHoliday');
  const replace = (index: number, changed: Partial<BusinessHours['holidays'][number]>) =>
    onChange(holidays.map((day, other) => (other === index ? { ...day, ...changed } : day)));
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="font-medium text-sm">{t('holidays')}</legend>
      <p className="text-soft text-sm">{t('holidaysHint')}</p>
      {holidays.map((day, index) => (
        <div key={index} className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <DateTimeField
            precision="date"
            label={t('date')}
            labelHidden
            className="w-40"
            value={day.date}
            onValueChange={(date) => replace(index, { date })}
          />
          <CheckboxField
            label={t('isOpen')}
            value={day.intervals.length > 0}
            onValueChange={(isOpen) =>
              replace(index, { intervals: isOpen ? [{ from: '09:00', until: '17:00' }] : [] })
            }
          />
          {day.intervals.length > 0 ? (
            <IntervalsField
              dayName={nameOf(day.date)}
              intervals={day.intervals}
              onChange={(intervals) => replace(index, { intervals })}
            />
          ) : (
            <span className="text-faint">{t('closed')}</span>
          )}
          <IconButton
            size="small"
            label={`${nameOf(day.date)}: ${t('removeHoliday')}`}
            icon={<X />}
            onClick={() => onChange(holidays.filter((_, other) => other !== index))}
          />
        </div>
      ))}
      <Button
        className="w-fit"
        icon={<Plus />}
        onClick={() => onChange([...holidays, { date: '', intervals: [] }])}
      >
        {t('addHoliday')}
      </Button>
    </fieldset>
  );
}
