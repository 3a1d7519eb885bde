'use client';

import { Plus, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';
import { TextField } from '@/components/ui/text-field';
import type { ClockInterval } from '@/lib/domain/deadlines/business-hours';

type Props = {
  dayName: string;
  intervals: ClockInterval[];
  onChange: (intervals: ClockInterval[]) => void;
};

/** The open hours of one day. */
export function IntervalsField({ dayName, intervals, onChange }: Props) {
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
