'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { useChartWords } from '@/components/call-scripts/use-chart-words';
import { DataTable } from '@/components/ui/data-table';
import { DescriptionList } from '@/components/ui/description-list';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import type { ScriptReport } from '@/lib/domain/reports/reports.contract';
import { NumberLink } from './number-link';
import { type ReportAddress, rowsHref } from './report-link';

/** How conversations kept to the call script, and how long its steps took. */
export function ScriptTab({ report, address }: { report: ScriptReport; address: ReportAddress }) {
  const t = useTranslations('reports');
  const words = useTranslations('reports.script');
  const format = useFormatter();
  const chart = useChartWords();
  const { conversations, itemsDue, itemsDone, itemsExcused, steps } = report;
  if (conversations === 0) return <EmptyState title={t('empty')} text={t('emptyText')} />;
  const perHundred = (count: number) =>
    format.number((count / conversations) * 100, { maximumFractionDigits: 1 });
  return (
    <div className="flex flex-col gap-4">
      <Panel>
        <DescriptionList
          entries={[
            {
              term: words('conversations'),
              value: (
                <NumberLink
                  value={conversations}
                  href={rowsHref(address, 'calls', 'talkedByScript')}
                  label={words('conversations')}
                />
              ),
            },
            { term: words('said'), value: itemsDone },
            { term: words('excused'), value: itemsExcused },
            { term: words('notSaid'), value: itemsDue - itemsDone - itemsExcused },
            { term: words('backs'), value: perHundred(report.backs) },
            { term: words('unlisted'), value: perHundred(report.unlistedAnswers) },
            { term: words('refused'), value: perHundred(report.refusedAnswers) },
          ]}
        />
        <p className="pt-3 text-faint text-sm">{words('hint')}</p>
      </Panel>
      <Panel title={words('caption')} flush>
        <DataTable
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
            { key: 'stays', header: words('columns.stays'), align: 'end', cell: ({ stays }) => stays },
            {
              key: 'seconds',
              header: words('columns.seconds'),
              align: 'end',
              cell: ({ medianSeconds }) => medianSeconds ?? '—',
            },
            {
              key: 'brokenOff',
              header: words('columns.brokenOff'),
              align: 'end',
              cell: ({ brokenOff }) => brokenOff,
            },
          ]}
        />
      </Panel>
    </div>
  );
}
