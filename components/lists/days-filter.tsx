'use client';

import { useTranslations } from 'use-intl';
import { DateTimeField } from '@/components/ui/date-time-field';

type Props = {
  /** Days as `YYYY-MM-DD`, the last one included; empty when not limited. */
  from: string;
  until: string;
  show: (change: { from: string } | { until: string }) => void;
};

/** Narrows a list to days. */
export function DaysFilter({ from, until, show }: Props) {
  const t = useTranslations('calls.filters');
  return (
    <>
      <DateTimeField
        precision="date"
        label={t('from')}
        value={from}
        max={until || undefined}
        onValueChange={(value) => show({ from: value })}
      />
      <DateTimeField
        precision="date"
        label={t('until')}
        value={until}
        min={from || undefined}
        onValueChange={(value) => show({ until: value })}
      />
    </>
  );
}
