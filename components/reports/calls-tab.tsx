'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { formatDuration } from '@/components/ui/format-duration';
import { Panel } from '@/components/ui/panel';
import type { CallFigure } from '@/lib/domain/reports/call-figure';
import type { ReportSettings } from '@/lib/domain/reports/report-settings';
import type { HourRow } from '@/lib/domain/reports/reports.contract';
import { LazyColumnChart } from './lazy-column-chart';
import { NumberLink } from './number-link';
import { type ReportAddress, rowsHref } from './report-link';
import type { Display } from './report-part';
import { type ReportColumn, ReportTable } from './report-table';
import { type CallsRow, sumUpHours, totalOf } from './sum-up-hours';

type Props = {
  hours: readonly HourRow[];
  display: Display;
  address: ReportAddress;
  settings: ReportSettings;
};

/** Calls by hour of one day, or by day: drawn and as a table. */
export function CallsTab({ hours, display, address, settings }: Props) {
  const t = useTranslations('reports');
  const columns = useTranslations('reports.calls.columns');
  const formulas = useTranslations('reports.columnFormulas.calls');
  const format = useFormatter();
  const rows = sumUpHours(hours, address.period);
  if (rows.length === 0) return <EmptyState title={t('empty')} text={t('emptyText')} />;
  const isHours = rows[0]!.hour !== null;
  const title = t(isHours ? 'calls.byHour' : 'calls.byDay');
  const nameOf = ({ key, day, hour }: CallsRow) => {
    if (hour !== null) return t('calls.hour', { hour: String(hour), next: String(hour + 1) });
    if (day === null || key === 'total') return t('calls.total');
    return format.dateTime(new Date(`${day}T00:00:00Z`), 'weekday', { timeZone: 'UTC' });
  };
  const hrefOf = ({ day, hour }: CallsRow, figure: CallFigure) =>
    rowsHref(address, 'calls', figure, {
      day: day ?? undefined,
      part: hour === null ? undefined : { hour },
    });
  const counted = (
    key: 'queued' | 'answered' | 'inTime' | 'lost' | 'lostShort' | 'closedHours' | 'blocked',
  ): ReportColumn<CallsRow> => ({
    key,
    header: columns(key),
    formula: formulas(key, { seconds: key === 'lostShort' ? settings.shortSeconds : settings.answerSeconds }),
    align: 'end',
    cell: (row) => {
      const value = key === 'lost' ? row.queued - row.answered : row[key];
      return <NumberLink value={value} href={hrefOf(row, key)} label={`${nameOf(row)}, ${columns(key)}`} />;
    },
  });
  return (
    <Panel title={title}>
      {display === 'table' ? null : (
        <LazyColumnChart
          label={t('calls.chart')}
          rows={rows.map((row) => ({
            name: row.hour === null ? nameOf(row) : `${row.hour}`,
            answered: row.answered,
            lost: row.queued - row.answered,
          }))}
          series={[
            { key: 'answered', name: columns('answered'), look: 'first' },
            { key: 'lost', name: columns('lost'), look: 'second' },
          ]}
        />
      )}
      {display === 'chart' ? null : (
        <ReportTable
          caption={title}
          rows={[...rows, totalOf(hours)]}
          rowKey={({ key }) => key}
          columns={[
            {
              key: 'when',
              header: columns('when'),
              isRowHeader: true,
              cell: (row) => (row.key === 'total' ? <strong>{nameOf(row)}</strong> : nameOf(row)),
            },
            counted('queued'),
            counted('answered'),
            counted('inTime'),
            counted('lost'),
            counted('lostShort'),
            {
              key: 'wait',
              header: columns('wait'),
              formula: formulas('wait'),
              align: 'end',
              cell: (row) => (
                <NumberLink
                  value={row.answered}
                  href={hrefOf(row, 'answered')}
                  label={`${nameOf(row)}, ${columns('wait')}`}
                  text={
                    row.answered === 0
                      ? '—'
                      : formatDuration(Math.round(row.answeredWaitMs / row.answered / 1000))
                  }
                />
              ),
            },
            counted('closedHours'),
            counted('blocked'),
          ]}
        />
      )}
    </Panel>
  );
}
