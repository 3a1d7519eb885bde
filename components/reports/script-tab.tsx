'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { useChartWords } from '@/components/call-scripts/use-chart-words';
import { DescriptionList } from '@/components/ui/description-list';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import type { CallFigure } from '@/lib/domain/reports/call-figure';
import type { ScriptReport, StepRow } from '@/lib/domain/reports/reports.contract';
import { FormulaList } from './formula-list';
import { FormulaNote } from './formula-note';
import { NumberLink } from './number-link';
import { type ReportAddress, rowsHref } from './report-link';
import { type ReportColumn, ReportTable } from './report-table';

const figures = ['conversations', 'said', 'excused', 'notSaid', 'backs', 'unlisted', 'refused'] as const;

/** How conversations kept to the call script, and how long its steps took. */
export function ScriptTab({ report, address }: { report: ScriptReport; address: ReportAddress }) {
  const t = useTranslations('reports');
  const words = useTranslations('reports.script');
  const formulas = useTranslations('reports.columnFormulas.script');
  const format = useFormatter();
  const chart = useChartWords();
  const { conversations, itemsDue, itemsDone, itemsExcused, steps } = report;
  if (conversations === 0) return <EmptyState title={t('empty')} text={t('emptyText')} />;
  const perHundred = (count: number) =>
    format.number((count / conversations) * 100, { maximumFractionDigits: 1 });
  const counted: Record<(typeof figures)[number], { value: number; figure: CallFigure; text?: string }> = {
    conversations: { value: conversations, figure: 'talkedByScript' },
    said: { value: itemsDone, figure: 'said' },
    excused: { value: itemsExcused, figure: 'excused' },
    notSaid: { value: itemsDue - itemsDone - itemsExcused, figure: 'notSaid' },
    backs: { value: report.backs, figure: 'wentBack', text: perHundred(report.backs) },
    unlisted: {
      value: report.unlistedAnswers,
      figure: 'unlisted',
      text: perHundred(report.unlistedAnswers),
    },
    refused: { value: report.refusedAnswers, figure: 'refused', text: perHundred(report.refusedAnswers) },
  };
  const ofStep = (
    key: 'stays' | 'calls' | 'seconds' | 'brokenOff',
    figure: CallFigure,
    numberOf: (row: StepRow) => number,
    textOf?: (row: StepRow) => string,
  ): ReportColumn<StepRow> => ({
    key,
    header: words(`columns.${key}`),
    formula: formulas(key),
    align: 'end',
    cell: (row) => (
      <NumberLink
        value={numberOf(row)}
        href={rowsHref(address, 'calls', figure, { part: { step: row.step } })}
        label={`${chart.chart('steps', row.step)}, ${words(`columns.${key}`)}`}
        text={textOf?.(row)}
      />
    ),
  });
  return (
    <div className="flex flex-col gap-4">
      <Panel>
        <DescriptionList
          entries={figures.map((key) => ({
            term: (
              <>
                {words(key)} <FormulaNote name={words(key)} text={formulas(key)} />
              </>
            ),
            value: (
              <NumberLink
                value={counted[key].value}
                href={rowsHref(address, 'calls', counted[key].figure)}
                label={words(key)}
                text={counted[key].text}
              />
            ),
          }))}
        />
        <FormulaList formulas={figures.map((key) => ({ name: words(key), text: formulas(key) }))} />
        <p className="pt-3 text-faint text-sm">{words('hint')}</p>
      </Panel>
      <Panel title={words('caption')} flush>
        <ReportTable
          caption={words('caption')}
          rows={steps}
          rowKey={({ step }) => step}
          columns={[
            {
              key: 'step',
              header: words('columns.step'),
              isRowHeader: true,
              cell: ({ step }) => chart.chart('steps', step),
            },
            ofStep('calls', 'leftStep', ({ calls }) => calls),
            ofStep('stays', 'leftStep', ({ stays }) => stays),
            ofStep(
              'seconds',
              'leftStep',
              ({ stays }) => stays,
              ({ medianSeconds }) => (medianSeconds === null ? '—' : String(medianSeconds)),
            ),
            ofStep('brokenOff', 'brokenOff', ({ brokenOff }) => brokenOff),
          ]}
        />
      </Panel>
    </div>
  );
}
