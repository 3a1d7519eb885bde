'use client';

import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { CsvButton } from '@/components/exports/csv-button';
import { useSumWords } from '@/components/purchases/use-sum-words';
import { Button } from '@/components/ui/button';
import { DescriptionList } from '@/components/ui/description-list';
import { InlineAlert } from '@/components/ui/inline-alert';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { PayStatementView } from '@/lib/domain/pay/pay-views';
import { CorrectPayDialog } from './correct-pay-dialog';
import { FreezePayDialog } from './freeze-pay-dialog';
import { MonthSwitch, useMonthName } from './month-switch';
import { PayRateDialog } from './pay-rate-dialog';
import { PaySources } from './pay-sources';

/** CO-1: a month of one person's pay; every figure stands above what it comes from. */
export function PayStatement({ pay }: { pay: PayStatementView }) {
  const t = useTranslations('pay');
  const format = useFormatter();
  const { sum, day } = useSumWords();
  const monthName = useMonthName();
  const [opened, open] = useState<'correct' | 'rate' | 'freeze' | null>(null);
  const { figures, employee, month, may } = pay;
  const percent = format.number(figures.percentHundredths / 10_000, {
    style: 'percent',
    maximumFractionDigits: 2,
  });
  const close = () => open(null);
  return (
    <>
      <PageHeader
        up={<TextLink href={`/pay?month=${month}`}>{t('title')}</TextLink>}
        title={t('of', { name: employee.name })}
        meta={<MonthSwitch month={month} hrefOf={(other) => `/pay/${employee.id}/${other}`} />}
        actions={
          <>
            <CsvButton
              list="pay-sources"
              filters={{ employeeId: employee.id, month }}
              about={`${employee.name} ${month}`}
            />
            {may.manage ? (
              <>
                {may.change ? <Button onClick={() => open('correct')}>{t('correct')}</Button> : null}
                <Button onClick={() => open('rate')}>{t('rate')}</Button>
                {may.change ? (
                  <Button
                    disabledReason={pay.isOver ? null : t('errors.monthRuns')}
                    onClick={() => open('freeze')}
                  >
                    {t('freeze')}
                  </Button>
                ) : null}
              </>
            ) : null}
          </>
        }
      />
      <div className="flex flex-col gap-4">
        {pay.frozenAt === null ? null : (
          <InlineAlert tone="success">
            {t('frozenBy', {
              name: pay.frozenBy?.name ?? '—',
              at: format.dateTime(pay.frozenAt, 'dateTime'),
            })}
          </InlineAlert>
        )}
        {pay.rateFrom === null ? <InlineAlert tone="warning">{t('noRate')}</InlineAlert> : null}
        <Panel title={monthName(month)}>
          <DescriptionList
            entries={[
              {
                term: t('columns.salary'),
                value: pay.rateFrom
                  ? `${sum(figures.salaryKopecks)} · ${t('rateFrom', { day: day(`${pay.rateFrom}-01`) })}`
                  : sum(figures.salaryKopecks),
              },
              { term: t('columns.clients'), value: format.number(figures.clients) },
              { term: t('columns.purchases'), value: sum(figures.purchasesKopecks) },
              {
                term: t('columns.percent'),
                value: `${sum(figures.percentKopecks)} · ${t('percentOf', { percent, sum: sum(figures.purchasesKopecks) })}`,
              },
              { term: t('columns.corrections'), value: sum(figures.correctionsKopecks) },
              { term: t('columns.total'), value: <strong>{sum(figures.totalKopecks)}</strong> },
            ]}
          />
        </Panel>
        <PaySources pay={pay} />
      </div>
      {opened === 'correct' ? <CorrectPayDialog pay={pay} onClose={close} /> : null}
      {opened === 'rate' ? <PayRateDialog pay={pay} onClose={close} /> : null}
      {opened === 'freeze' ? <FreezePayDialog pay={pay} onClose={close} /> : null}
    </>
  );
}
