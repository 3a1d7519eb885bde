'use client';

import { Plus, X } from 'lucide-react';
import { useController } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { CheckboxField } from '@/components/ui/checkbox-field';
import { DateTimeField } from '@/components/ui/date-time-field';
import { IconButton } from '@/components/ui/icon-button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import {
  type BusinessHours,
  businessHoursSchema,
  type ClockInterval,
} from '@/lib/domain/deadlines/business-hours';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const timeZones = [
  'Europe/Kaliningrad',
  'Europe/Moscow',
  'Europe/Samara',
  'Asia/Yekaterinburg',
  'Asia/Omsk',
  'Asia/Novosibirsk',
  'Asia/Novokuznetsk',
  'Asia/Krasnoyarsk',
  'Asia/Irkutsk',
  'Asia/Yakutsk',
  'Asia/Vladivostok',
  'Asia/Magadan',
  'Asia/Kamchatka',
  'Asia/Almaty',
  'Europe/Minsk',
];

type Props = { name: string };

/** When a department works: zone, days of the week, special days. */
export function HoursField({ name }: Props) {
  const t = useTranslations('departments');
  const { field } = useController({ name });
  const hours = field.value as BusinessHours;
  const change = (changed: Partial<BusinessHours>) => field.onChange({ ...hours, ...changed });
  const zones = timeZones.includes(hours.timeZone) ? timeZones : [hours.timeZone, ...timeZones];
  const isWrong = !businessHoursSchema.safeParse(hours).success;
  return (
    <div className="flex flex-col gap-4">
      <SelectField
        label={t('timeZone')}
        className="max-w-64"
        value={hours.timeZone}
        onValueChange={(timeZone) => change({ timeZone })}
        options={zones.map((zone) => ({ value: zone, label: zone }))}
      />
      <fieldset className="flex flex-col gap-2">
        <legend className="pb-2 font-medium text-sm">{t('weekly')}</legend>
        {weekdays.map((weekday) => (
          <Weekday
            key={weekday}
            weekday={weekday}
            intervals={hours.weekly.find((day) => day.weekday === weekday)?.intervals ?? []}
            onChange={(intervals) =>
              change({
                weekly: weekdays.flatMap((other) => {
                  const kept =
                    other === weekday
                      ? intervals
                      : (hours.weekly.find((day) => day.weekday === other)?.intervals ?? []);
                  return kept.length > 0 ? [{ weekday: other, intervals: kept }] : [];
                }),
              })
            }
          />
        ))}
      </fieldset>
      <Holidays holidays={hours.holidays} onChange={(holidays) => change({ holidays })} />
      {isWrong ? (
        <InlineAlert tone="danger" urgent>
          {t('wrongHours')}
        </InlineAlert>
      ) : null}
    </div>
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
        <Intervals dayName={t(`weekdays.${weekday}`)} intervals={intervals} onChange={onChange} />
      ) : (
        <span className="text-faint">{t('closed')}</span>
      )}
    </div>
  );
}

type IntervalsProps = {
  dayName: string;
  intervals: ClockInterval[];
  onChange: (intervals: ClockInterval[]) => void;
};

function Intervals({ dayName, intervals, onChange }: IntervalsProps) {
  const t = useTranslations('departments');
  const replace = (index: number, changed: Partial<ClockInterval>) =>
    onChange(intervals.map((interval, other) => (other === index ? { ...interval, ...changed } : interval)));
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      {intervals.map((interval, index) => (
        <div key={index} className="flex items-center gap-1">
          <ClockField
            label={`${dayName}: ${t('from')}`}
            value={interval.from}
            onValueChange={(from) => replace(index, { from })}
          />
          <span aria-hidden="true">–</span>
          <ClockField
            label={`${dayName}: ${t('until')}`}
            value={interval.until}
            onValueChange={(until) => replace(index, { until })}
          />
          <IconButton
            size="small"
            label={`${dayName}: ${t('removeInterval')}`}
            icon={<X />}
            onClick={() => onChange(intervals.filter((_, other) => other !== index))}
          />
        </div>
      ))}
      <IconButton
        size="small"
        label={`${dayName}: ${t('addInterval')}`}
        icon={<Plus />}
        onClick={() => onChange([...intervals, { from: intervals.at(-1)!.until, until: '24:00' }])}
      />
    </div>
  );
}

/** `HH:MM`, with 24:00 for the end of the day, which a browser's own time control does not know. */
function ClockField(props: { label: string; value: string; onValueChange: (value: string) => void }) {
  return (
    <TextField
      {...props}
      labelHidden
      inputMode="numeric"
      maxLength={5}
      className="w-18"
      aria-invalid={/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(props.value) ? undefined : true}
    />
  );
}

type HolidaysProps = {
  holidays: BusinessHours['holidays'];
  onChange: (holidays: BusinessHours['holidays']) => void;
};

function Holidays({ holidays, onChange }: HolidaysProps) {
  const t = useTranslations('departments');
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
            <Intervals
              dayName={day.date}
              intervals={day.intervals}
              onChange={(intervals) => replace(index, { intervals })}
            />
          ) : (
            <span className="text-faint">{t('closed')}</span>
          )}
          <IconButton
            size="small"
            label={`${day.date}: ${t('removeHoliday')}`}
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
