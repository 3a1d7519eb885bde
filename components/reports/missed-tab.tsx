'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import { missedFigures } from '@/lib/domain/reports/reaction-figure';
import type { ReportSettings } from '@/lib/domain/reports/report-settings';
import type { MissedReport } from '@/lib/domain/reports/reports.contract';
import { LazyColumnChart } from './lazy-column-chart';
import { NotReckoned } from './not-reckoned';
import { NumberLink } from './number-link';
import { type ReportAddress, rowsHref } from './report-link';
import type { Display } from './report-part';

type Props = { report: MissedReport; display: Display; address: ReportAddress; settings: ReportSettings };

/** Missed callers by how far they were answered for (IN-11). */
export function MissedTab({ report, display, address, settings }: Props) {
  const t = useTranslations('reports');
  const words = useTranslations('reports.missed');
  const format = useFormatter();
  const { counts, notReckonedFor, medianMinutes, ninetiethMinutes } = report;
  if (notReckonedFor) return <NotReckoned narrowing={notReckonedFor} />;
  if (counts.missed === 0) return <EmptyState title={t('empty')} text={t('emptyText')} />;
  const nameOf = (figure: (typeof missedFigures)[number]) =>
    figure === 'calledBackInTime'
      ? words('states.calledBackInTime', { minutes: settings.callBackMinutes })
      : words(`states.${figure}`);
  return (
    <Panel title={words('caption')}>
      {medianMinutes === null || ninetiethMinutes === null ? null : (
        <p className="pb-3 text-soft">
          {words('median', { minutes: medianMinutes })}, {words('ninetieth', { minutes: ninetiethMinutes })}
        </p>
      )}
      {display === 'table' ? null : (
        <LazyColumnChart
          label={words('chart')}
          rows={missedFigures
            .filter((figure) => figure !== 'missed')
            .map((figure) => ({ name: nameOf(figure), callers: counts[figure] }))}
          series={[{ key: 'callers', name: words('columns.callers'), look: 'first' }]}
        />
      )}
      {display === 'chart' ? null : (
        <DataTable
          caption={words('caption')}
          rows={missedFigures}
          rowKey={(figure) => figure}
          columns={[
            { key: 'state', header: words('columns.state'), isRowHeader: true, cell: nameOf },
            {
              key: 'callers',
              header: words('columns.callers'),
              align: 'end',
              cell: (figure) => (
                <NumberLink
                  value={counts[figure]}
                  href={rowsHref(address, 'missed', figure)}
                  label={nameOf(figure)}
                />
              ),
            },
            {
              key: 'share',
              header: words('columns.share'),
              align: 'end',
              cell: (figure) => format.number(counts[figure] / counts.missed, 'percent'),
            },
          ]}
        />
      )}
    </Panel>
  );
}
