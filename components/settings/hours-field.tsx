'use client';

import { useController } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { InlineAlert } from '@/components/ui/inline-alert';
import { SelectField } from '@/components/ui/select-field';
import { type BusinessHours, businessHoursSchema } from '@/lib/domain/deadlines/business-hours';
import { ContestedHours } from './contested-hours';
import { HolidaysField } from './holidays-field';
import { offeredTimeZones } from './offered-time-zones';
import { useTimeZoneName } from './use-time-zone-name';
import { WeekField } from './week-field';

type Props = { name: string };

/** When a department works: zone, days of the week, special days. */
export function HoursField({ name }: Props) {
  const t = useTranslations('departments');
  const zoneName = useTimeZoneName();
  const { field } = useController({ name });
  const hours = field.value as BusinessHours;
  const change = (changed: Partial<BusinessHours>) => field.onChange({ ...hours, ...changed });
  const isWrong = !businessHoursSchema.safeParse(hours).success;
  return (
    <div className="flex flex-col gap-4">
      <ContestedHours name={name} />
      <SelectField
        label={t('timeZone')}
        className="max-w-64"
        value={hours.timeZone}
        onValueChange={(timeZone) => change({ timeZone })}
        options={offeredTimeZones(hours.timeZone).map((zone) => ({ value: zone, label: zoneName(zone) }))}
      />
      <WeekField weekly={hours.weekly} onChange={(weekly) => change({ weekly })} />
      <HolidaysField holidays={hours.holidays} onChange={(holidays) => change({ holidays })} />
      {isWrong ? (
        <InlineAlert tone="danger" urgent>
          {t('wrongHours')}
        </InlineAlert>
      ) : null}
    </div>
  );
}
