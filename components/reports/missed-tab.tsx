'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import { type MissedFigure, missedFigures } from '@/lib/domain/reports/reaction-figure';
import type { ReportSettings } from '@/lib/domain/reports/report-settings';
import type { MissedReport } from '@/lib/domain/reports/reports.contract';
import { ComparedFigure } from './compared-figure';
import { FormulaList } from './formula-list';
import { FormulaNote } from './formula-note';
import { LazyColumnChart } from './lazy-column-chart';
import { NotReckoned } from './not-reckoned';
import { NumberLink } from './number-link';
import { type ReportAddress, rowsHref } from './report-link';
import type { Display } from './report-part';
import { ReportTable } from './report-table';

type Props = {
  report: MissedReport;
  before: MissedReport | null;
  display: Display;
  address: ReportAddress;
  settings: ReportSettings;
};

/** Missed callers by how far they were answered for (IN-11). */
export function MissedTab({ report, before, display, address, settings }: Props) {
  const t = useTranslations('reports');
  const words = useTranslations('reports.missed');
  const formulas = useTranslations('reports.columnFormulas.missed');
  const format = useFormatter();
  const { counts, notReckonedFor, medianMinutes, ninetiethMinutes } = report;
  if (notReckonedFor) return <NotReckoned narrowing={notReckonedFor} />;
  if (counts.missed === 0) return <EmptyState title={t('empty')} text={t('emptyText')} />;
  const nameOf = (figure: MissedFigure) =>
    figure === 'calledBackInTime'
      ? words('states.calledBackInTime', { minutes: settings.callBackMinutes })
      : words(`states.${figure}`);
  const shareOf = ({ counts: of }: MissedReport, figure: MissedFigure) =>
    of.missed === 0 ? '—' : format.number(of[figure] / of.missed, 'percent');
  const formulaOf = (figure: MissedFigure) => formulas(figure, { minutes: settings.callBackMinutes });
  return (
    <Panel title={words('caption')}>
      {medianMinutes === null || ninetiethMinutes === null ? null : (
        <p className="pb-3 text-soft">
          {words('median', { minutes: medianMinutes })}, {words('ninetieth', { minutes: ninetiethMinutes })}
          {before?.medianMinutes == null ? null : ` (${t('before', { value: before.medianMinutes })})`}
          <FormulaNote name={words('medianName')} text={formulas('median')} />
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
        <ReportTable
          caption={words('caption')}
          rows={missedFigures}
          rowKey={(figure) => figure}
          columns={[
            {
              key: 'state',
              header: words('columns.state'),
              isRowHeader: true,
              cell: (figure) => (
                <>
                  {nameOf(figure)} <FormulaNote name={nameOf(figure)} text={formulaOf(figure)} />
                </>
              ),
            },
            {
              key: 'callers',
              header: words('columns.callers'),
              formula: formulas('callers'),
              align: 'end',
              cell: (figure) => (
                <ComparedFigure was={before?.counts[figure] ?? null}>
                  <NumberLink
                    value={counts[figure]}
                    href={rowsHref(address, 'missed', figure)}
                    label={nameOf(figure)}
                  />
                </ComparedFigure>
              ),
            },
            {
              key: 'share',
              header: words('columns.share'),
              formula: formulas('share'),
              align: 'end',
              cell: (figure) => (
                <ComparedFigure was={before && shareOf(before, figure)}>
                  <NumberLink
                    value={counts[figure]}
                    href={rowsHref(address, 'missed', figure)}
                    label={nameOf(figure)}
                    text={shareOf(report, figure)}
                  />
                </ComparedFigure>
              ),
            },
          ]}
        />
      )}
      <FormulaList
        formulas={missedFigures.map((figure) => ({ name: nameOf(figure), text: formulaOf(figure) }))}
      />
    </Panel>
  );
}
