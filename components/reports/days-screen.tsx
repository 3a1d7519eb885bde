'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { formatDuration } from '@/components/ui/format-duration';
import { InlineAlert } from '@/components/ui/inline-alert';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { Narrowing } from '@/lib/domain/reports/not-reckoned';
import { occupancy } from '@/lib/domain/reports/queue-figures';
import type { DayRow } from '@/lib/domain/reports/reports.contract';
import { NotReckoned } from './not-reckoned';
import { NumberLink } from './number-link';
import { addressQuery, type ReportAddress, rowsHref } from './report-link';
import { type ReportColumn, ReportTable } from './report-table';
import { useDayText, usePeriodText } from './use-period-text';

type Props = {
  address: ReportAddress;
  /** Null: everybody of the report together. */
  employeeName: string | null;
  rows: readonly DayRow[];
  notReckonedFor: Narrowing | null;
};

/** The days that the time of a person is made of, each with its calls. */
export function DaysScreen({ address, employeeName, rows, notReckonedFor }: Props) {
  const t = useTranslations('reports');
  const columns = useTranslations('reports.people.columns');
  const formulas = useTranslations('reports.columnFormulas.people');
  const format = useFormatter();
  const dayText = useDayText();
  const periodText = usePeriodText();
  const timed = (key: 'afterCall' | 'contact' | 'idle'): ReportColumn<DayRow> => ({
    key,
    header: columns(key),
    formula: formulas(key),
    align: 'end',
    cell: (row) => formatDuration(Math.round(row[`${key}Ms`] / 1000)),
  });
  const offers = (key: 'offered' | 'notAnswered'): ReportColumn<DayRow> => ({
    key,
    header: columns(key),
    formula: formulas(key),
    align: 'end',
    cell: ({ day, [key]: value }) => (
      <NumberLink
        value={value}
        href={rowsHref(address, 'calls', key, { day })}
        label={`${dayText(day)}, ${columns(key)}`}
      />
    ),
  });
  return (
    <>
      <PageHeader
        title={employeeName ? t('days.titleOf', { employee: employeeName }) : t('days.title')}
        up={<TextLink href={`/reports?tab=people&${addressQuery(address)}`}>{t('rows.back')}</TextLink>}
        meta={<span className="text-soft">{periodText(address.period)}</span>}
      />
      {address.problem ? <InlineAlert tone="warning">{t(`problems.${address.problem}`)}</InlineAlert> : null}
      <Panel flush>
        {notReckonedFor ? (
          <NotReckoned narrowing={notReckonedFor} />
        ) : (
          <ReportTable
            caption={t('days.title')}
            rows={rows}
            rowKey={({ day }) => day}
            empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
            columns={[
              {
                key: 'day',
                header: t('days.day'),
                isRowHeader: true,
                cell: ({ day }) => (
                  <TextLink href={rowsHref(address, 'calls', 'handled', { day })}>{dayText(day)}</TextLink>
                ),
              },
              timed('contact'),
              timed('afterCall'),
              timed('idle'),
              {
                key: 'occupancy',
                header: columns('occupancy'),
                formula: formulas('occupancy'),
                align: 'end',
                cell: (row) => {
                  const share = occupancy(row).value;
                  return share === null ? '—' : format.number(share, 'percent');
                },
              },
              offers('offered'),
              offers('notAnswered'),
            ]}
          />
        )}
      </Panel>
    </>
  );
}
