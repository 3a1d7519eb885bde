'use client';

import clsx from 'clsx';
import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { Panel } from '@/components/ui/panel';
import type { Column } from '@/components/ui/table-column';
import { stages } from '@/lib/domain/call-scripts/call-script';
import type { CallScriptPage } from '@/lib/domain/call-scripts/call-scripts.contract';
import type { GraphNode, ScriptGraph } from '@/lib/domain/call-scripts/graph';
import { useTraffic } from './traffic/traffic-context';
import { useChartWords } from './use-chart-words';

type Props = {
  page: CallScriptPage;
  graph: ScriptGraph;
  selectedId: string;
  onSelect: (stepId: string) => void;
};

/** The chart as a table by stages: what the drawing shows, for those who do not see it or have no room for it. */
export function StepList({ page, graph, selectedId, onSelect }: Props) {
  const t = useTranslations('callScriptPage.list');
  const columns = useStepColumns({ page, selectedId, onSelect });
  const inOrder = [...stages, null].flatMap((stage) => graph.nodes.filter((node) => node.stage === stage));
  return (
    <Panel flush>
      <DataTable
        caption={t('caption')}
        columns={columns}
        rows={inOrder}
        rowKey={({ id }) => id}
        rowTone={({ id }) => (id === selectedId ? 'accent' : 'plain')}
      />
    </Panel>
  );
}

function useStepColumns({ page, selectedId, onSelect }: Omit<Props, 'graph'>): Column<GraphNode>[] {
  const t = useTranslations('callScriptPage.list');
  const { chart } = useChartWords();
  const { traffic, ofStep, unlistedAt } = useTraffic();
  return [
    {
      key: 'stage',
      header: t('stage'),
      width: 'w-32',
      cell: ({ stage }) => (stage ? chart('stages', stage) : t('endings')),
    },
    {
      key: 'step',
      header: t('step'),
      isRowHeader: true,
      cell: ({ id }) => (
        <button
          type="button"
          aria-pressed={id === selectedId}
          onClick={() => onSelect(id)}
          className={clsx(
            'min-h-6 rounded-sm text-left underline decoration-1 underline-offset-2 hover:decoration-2',
            id === selectedId ? 'font-semibold text-ink' : 'text-accent-ink',
          )}
        >
          {chart('steps', id)}
        </button>
      ),
    },
    {
      key: 'words',
      header: t('words'),
      cell: ({ say, kind }) =>
        say ? (
          <span className="flex flex-col items-start gap-1">
            <span lang="ru" className="line-clamp-2">
              {page.wording.words[say]?.ru ?? '—'}
            </span>
            {kind === 'mandatory' ? <Badge tone="accent">{chart('kinds', kind)}</Badge> : null}
          </span>
        ) : (
          '—'
        ),
    },
    {
      key: 'answers',
      header: t('answers'),
      align: 'end',
      isHiddenOnPhone: true,
      cell: ({ answers }) => (answers.length > 0 ? answers.length : '—'),
    },
    {
      key: 'calls',
      header: t('calls'),
      align: 'end',
      cell: ({ id }) => ofStep(id)?.calls ?? 0,
    },
    ...(traffic.unlistedAnswers
      ? [
          {
            key: 'unlisted',
            header: t('unlisted'),
            align: 'end' as const,
            cell: ({ id }: GraphNode) => {
              const count = unlistedAt(id);
              return count > 0 ? <Badge tone="danger">{count}</Badge> : '—';
            },
          },
        ]
      : []),
  ];
}
