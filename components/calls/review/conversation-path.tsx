'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { Elapsed } from '@/components/ui/elapsed';
import { formatDuration } from '@/components/ui/format-duration';
import { Panel } from '@/components/ui/panel';
import type { Column } from '@/components/ui/table-column';
import type { VisitView } from '@/lib/domain/calls/review-view';
import { useToldWords } from './told-words';
import { VisitDetails } from './visit-details';

type Props = { path: readonly VisitView[]; isOver: boolean };

/** The stays at the steps of the call script, in order, each with its seconds and what was answered. */
export function ConversationPath({ path, isOver }: Props) {
  const t = useTranslations('calls.path');
  const stages = useTranslations('callScripts.stages');
  const format = useFormatter();
  const { stepWords, toldWords } = useToldWords();
  const columns: Column<VisitView>[] = [
    {
      key: 'at',
      header: t('at'),
      width: 'w-24',
      cell: (visit) => (
        <span className="tabular-nums">{format.dateTime(visit.enteredAt, 'timeWithSeconds')}</span>
      ),
    },
    {
      key: 'step',
      header: t('step'),
      isRowHeader: true,
      cell: (visit) => (
        <span className="inline-flex flex-wrap items-center gap-2">
          {stepWords(visit.step)}
          {visit.stage ? <Badge>{stages(visit.stage)}</Badge> : null}
        </span>
      ),
    },
    {
      key: 'answer',
      header: t('answer'),
      cell: (visit) => (
        <span className="[overflow-wrap:anywhere]">{visit.answer ? toldWords(visit.answer) : '—'}</span>
      ),
    },
    {
      key: 'seconds',
      header: t('seconds'),
      align: 'end',
      width: 'w-24',
      cell: (visit) => <OnStep visit={visit} isOver={isOver} />,
    },
  ];
  return (
    <Panel title={t('title')} flush={path.length > 0}>
      {path.length === 0 ? (
        <p className="text-faint">{t('none')}</p>
      ) : (
        <DataTable
          caption={t('caption')}
          columns={columns}
          rows={path}
          rowKey={(visit) => `${visit.step} ${visit.enteredAt} ${path.indexOf(visit)}`}
          rowDetail={(visit) => (hasDetails(visit) ? <VisitDetails visit={visit} /> : null)}
        />
      )}
    </Panel>
  );
}

const hasDetails = ({ told, refused, filled }: VisitView) => told.length + refused.length + filled.length > 0;

/** The last stay of a conversation that is over is its ending: no time is spent there. */
function OnStep({ visit: { enteredAt, leftAt, stage }, isOver }: { visit: VisitView; isOver: boolean }) {
  if (leftAt !== null) return formatDuration((leftAt - enteredAt) / 1000);
  return isOver || stage === null ? '—' : <Elapsed since={enteredAt} />;
}
