'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { useCallerName } from '@/components/calls/journal/caller-name';
import { ListTable } from '@/components/lists/list-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Pager } from '@/components/ui/pager';
import type { Column } from '@/components/ui/table-column';
import type { ScoreCardRow } from '@/lib/domain/score-cards/score-card-views';
import { ScoreCardStateBadge } from './state-badge';

type Props = {
  rows: readonly ScoreCardRow[];
  /** Whose list it is: reviewers see whom they scored, an employee who scored them. */
  isOwn: boolean;
  firstHref: string | null;
  nextHref: string | null;
  busy: boolean;
};

export function CardsTable({ rows, isOwn, firstHref, nextHref, busy }: Props) {
  const t = useTranslations('scoreCards');
  const format = useFormatter();
  const { nameOf } = useCallerName();
  const at = (time: number) => (
    <span className="whitespace-nowrap tabular-nums">{format.dateTime(time, 'dateTime')}</span>
  );
  const columns: Column<ScoreCardRow>[] = [
    { key: 'call', header: t('columns.call'), cell: ({ call }) => at(call.arrivedAt) },
    {
      key: 'caller',
      header: t('columns.caller'),
      isRowHeader: true,
      cell: ({ call }) => <span className="[overflow-wrap:anywhere]">{nameOf(call)}</span>,
    },
    ...(isOwn
      ? []
      : [
          {
            key: 'employee',
            header: t('columns.employee'),
            cell: ({ employee }: ScoreCardRow) => employee?.name ?? '—',
          },
        ]),
    { key: 'state', header: t('columns.state'), cell: ({ state }) => <ScoreCardStateBadge state={state} /> },
    {
      key: 'percent',
      header: t('columns.percent'),
      align: 'end',
      cell: ({ percent }) => (percent === null ? '—' : format.number(percent / 100, { style: 'percent' })),
    },
    { key: 'reviewer', header: t('columns.reviewer'), cell: ({ reviewer }) => reviewer?.name ?? '—' },
    {
      key: 'sent',
      header: t('columns.sent'),
      cell: ({ sentAt }) => (sentAt === null ? '—' : at(sentAt)),
    },
  ];
  return (
    <ListTable
      list={isOwn ? 'own-score-cards' : 'score-cards'}
      caption={t(isOwn ? 'mine' : 'list')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      rowHref={({ id, call }) => (isOwn || !call.mayReview ? `/score-cards/${id}` : `/calls/${call.id}`)}
      empty={
        <EmptyState
          title={t(isOwn ? 'emptyOwn.title' : 'empty.title')}
          text={t(isOwn ? 'emptyOwn.text' : 'empty.text')}
        />
      }
      footer={<Pager firstHref={firstHref} nextHref={nextHref} />}
      busy={busy}
    />
  );
}
