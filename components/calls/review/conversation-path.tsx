'use client';

import { Headphones } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { Elapsed } from '@/components/ui/elapsed';
import { formatDuration } from '@/components/ui/format-duration';
import { Panel } from '@/components/ui/panel';
import type { Column } from '@/components/ui/table-column';
import type { VisitView } from '@/lib/domain/calls/review-view';
import { useToldWords } from './told-words';
import { VisitDetails } from './visit-details';

type Props = {
  path: readonly VisitView[];
  isOver: boolean;
  /** Goes to a moment of the recording; null when it was not recorded. */
  listenFrom: (at: number) => (() => void) | null;
};

/** The stays at the steps of the call script, in order, each with its seconds and what was answered. */
export function ConversationPath({ path, isOver, listenFrom }: Props) {
  const t = useTranslations('calls.path');
  const stages = useTranslations('callScripts.stages');
  const recordings = useTranslations('recordings');
  const format = useFormatter();
  const { stepWords, toldWords } = useToldWords();
  const columns: Column<VisitView>[] = [
    {
      key: 'at',
      header: t('at'),
      width: 'w-28',
      cell: ({ enteredAt }) => {
        const time = format.dateTime(enteredAt, 'timeWithSeconds');
        const listen = listenFrom(enteredAt);
        if (!listen) return <span className="tabular-nums">{time}</span>;
        return (
          <Button
            variant="quiet"
            size="small"
            icon={<Headphones />}
            aria-label={recordings('seek', { time })}
            onClick={listen}
          >
            <span className="tabular-nums">{time}</span>
          </Button>
        );
      },
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
