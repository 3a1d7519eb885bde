'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { useSumWords } from '@/components/purchases/use-sum-words';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import type { PayStatementView } from '@/lib/domain/pay/pay-views';
import { useMonthName } from './month-switch';

type Props = { rates: PayStatementView['rates']; onTakeOver: () => void };

/** The rate that somebody else gave while this one was being typed. */
export function NewerRateNotice({ rates, onTakeOver }: Props) {
  const t = useTranslations('pay.forms');
  const format = useFormatter();
  const { sum } = useSumWords();
  const monthName = useMonthName();
  const newest = rates.toSorted((one, other) => one.at - other.at).at(-1);
  if (!newest) return null;
  return (
    <InlineAlert
      tone="warning"
      urgent
      actions={
        <Button size="small" onClick={onTakeOver}>
          {t('takeOver')}
        </Button>
      }
    >
      {t('ratedMeanwhile', {
        month: monthName(newest.validFrom),
        salary: sum(newest.salaryKopecks),
        percent: format.number(newest.percentHundredths / 10_000, {
          style: 'percent',
          maximumFractionDigits: 2,
        }),
        name: newest.by?.name ?? '—',
        at: format.dateTime(newest.at, 'dateTime'),
      })}
    </InlineAlert>
  );
}
