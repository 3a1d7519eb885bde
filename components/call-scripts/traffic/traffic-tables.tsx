'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { TablePanel } from '@/components/ui/table-panel';
import type { ScriptGraph } from '@/lib/domain/call-scripts/graph';
import type { StepTraffic, WayTraffic } from '@/lib/domain/call-scripts/traffic';
import { useChartWords } from '../use-chart-words';
import { CallsLink } from './calls-link';
import { useTraffic } from './traffic-context';

/** The figures of every step and of every way between two, as tables. */
export function TrafficTables({ graph }: { graph: ScriptGraph }) {
  const t = useTranslations('callScriptPage.traffic');
  const { traffic } = useTraffic();
  if (traffic.calls === 0) return <EmptyState title={t('empty')} text={t('emptyText')} />;
  return (
    <div className="flex flex-col gap-4">
      <p className="text-soft">{t('hint')}</p>
      <StepTable />
      <WayTable graph={graph} />
    </div>
  );
}

function StepTable() {
  const t = useTranslations('callScriptPage.traffic');
  const { chart } = useChartWords();
  const { traffic, unlistedAt } = useTraffic();
  const callsOf = (figure: 'all' | 'brokenOff' | 'unfinished', row: StepTraffic, count: number) => (
    <CallsLink
      count={count}
      of={{ step: row.step, figure }}
      name={`${chart('steps', row.step)}, ${t(`figures.${figure}`)}`}
    />
  );
  return (
    <TablePanel
      title={t('steps')}
      rows={traffic.steps}
      rowKey={({ step }) => step}
      columns={[
        { key: 'step', header: t('step'), isRowHeader: true, cell: ({ step }) => chart('steps', step) },
        {
          key: 'calls',
          header: t('figures.all'),
          align: 'end',
          cell: (row) => callsOf('all', row, row.calls),
        },
        { key: 'visits', header: t('visits'), align: 'end', cell: ({ visits }) => visits },
        { key: 'median', header: t('median'), align: 'end', cell: (row) => row.medianSeconds ?? '—' },
        {
          key: 'ninetieth',
          header: t('ninetieth'),
          align: 'end',
          cell: (row) => row.ninetiethSeconds ?? '—',
        },
        {
          key: 'brokenOff',
          header: t('figures.brokenOff'),
          align: 'end',
          cell: (row) => callsOf('brokenOff', row, row.brokenOff),
        },
        {
          key: 'unfinished',
          header: t('figures.unfinished'),
          align: 'end',
          cell: (row) => callsOf('unfinished', row, row.unfinished),
        },
        ...(traffic.unlistedAnswers
          ? [
              {
                key: 'unlisted',
                header: t('unlisted'),
                align: 'end' as const,
                cell: ({ step }: StepTraffic) => unlistedAt(step),
              },
            ]
          : []),
      ]}
    />
  );
}

function WayTable({ graph }: { graph: ScriptGraph }) {
  const t = useTranslations('callScriptPage.traffic');
  const format = useFormatter();
  const { chart, event } = useChartWords();
  const { traffic } = useTraffic();
  const nameOf = (way: WayTraffic) => {
    const answers = graph.nodes.find(({ id }) => id === way.step)?.answers ?? [];
    const answer = answers.find(({ number }) => number === way.answer);
    return answer ? chart('answers', answer.label) : event(way.event);
  };
  return (
    <TablePanel
      title={t('ways')}
      rows={traffic.ways}
      rowKey={({ step, event, answer, nextStep }) => [step, event, answer, nextStep].join(' ')}
      columns={[
        { key: 'from', header: t('from'), cell: ({ step }) => chart('steps', step) },
        { key: 'by', header: t('by'), isRowHeader: true, cell: nameOf },
        { key: 'to', header: t('to'), cell: ({ nextStep }) => chart('steps', nextStep) },
        {
          key: 'calls',
          header: t('figures.all'),
          align: 'end',
          cell: (way) => (
            <CallsLink
              count={way.calls}
              of={{ step: way.step, way }}
              name={`${chart('steps', way.step)}: ${nameOf(way)} → ${chart('steps', way.nextStep)}`}
            />
          ),
        },
        {
          key: 'share',
          header: t('share'),
          align: 'end',
          cell: ({ share }) => format.number(share, { style: 'percent', maximumFractionDigits: 0 }),
        },
      ]}
    />
  );
}
