'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { ButtonLink } from '@/components/ui/button-link';
import { addMonths, type Month } from '@/lib/domain/pay/pay';

/** «ноябрь 2026 г.» with the ways to the months beside it. */
export function MonthSwitch({ month, hrefOf }: { month: Month; hrefOf: (month: Month) => string }) {
  const t = useTranslations('pay');
  const name = useMonthName();
  return (
    <nav aria-label={t('month')} className="flex items-center gap-2 print:hidden">
      <ButtonLink href={hrefOf(addMonths(month, -1))} aria-label={t('earlier')}>
        <ChevronLeft aria-hidden="true" className="size-4" />
      </ButtonLink>
      <span className="font-medium">{name(month)}</span>
      <ButtonLink href={hrefOf(addMonths(month, 1))} aria-label={t('later')}>
        <ChevronRight aria-hidden="true" className="size-4" />
      </ButtonLink>
    </nav>
  );
}

export function useMonthName(): (month: Month) => string {
  const format = useFormatter();
  return (month) =>
    format.dateTime(Date.parse(`${month}-15T00:00:00Z`), { month: 'long', year: 'numeric', timeZone: 'UTC' });
}
