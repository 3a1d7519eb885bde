'use client';

import { useTranslations } from 'use-intl';
import { DateTimeField } from '@/components/ui/date-time-field';
import { Segmented } from '@/components/ui/segmented';
import { type Period, type PeriodPreset, periodPresets } from '@/lib/domain/reports/period';

type Props = {
  preset: PeriodPreset;
  period: Period;
  /** What an address without a period means. */
  usual: PeriodPreset;
  show: (change: Record<string, string | null>) => void;
};

/** Of when: one of the usual periods, or days of one's own. */
export function PeriodFilter({ preset, period, usual, show }: Props) {
  const t = useTranslations('reports');
  const showPeriod = (value: PeriodPreset) =>
    show({
      period: value === usual ? null : value,
      from: value === 'own' ? period.from : null,
      until: value === 'own' ? period.until : null,
    });
  return (
    <>
      <div className="basis-full">
        <Segmented
          label={t('filters.period')}
          options={periodPresets.map((value) => ({ value, label: t(`periods.${value}`) }))}
          value={preset}
          onValueChange={showPeriod}
        />
      </div>
      {preset === 'own' ? (
        <>
          <DateTimeField
            precision="date"
            label={t('filters.from')}
            value={period.from}
            onValueChange={(value) => show({ from: value })}
          />
          <DateTimeField
            precision="date"
            label={t('filters.until')}
            value={period.until}
            min={period.from}
            onValueChange={(value) => show({ until: value })}
          />
        </>
      ) : null}
    </>
  );
}
