'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { ListTable } from '@/components/lists/list-table';
import type { TableSort } from '@/components/lists/sort-by-time';
import { useDepartmentName } from '@/components/reactions/department-name';
import { Badge } from '@/components/ui/badge';
import { DueBadge } from '@/components/ui/due-badge';
import { EmptyState } from '@/components/ui/empty-state';
import { Pager } from '@/components/ui/pager';
import type { Column } from '@/components/ui/table-column';
import type { AppealView } from '@/lib/domain/reactions/reaction-views';

type Props = {
  rows: readonly AppealView[];
  /** On a card everybody knows whose appeals these are. */
  isCounterpartyHidden?: boolean;
  firstHref?: string | null;
  nextHref?: string | null;
  busy?: boolean;
  sort?: TableSort;
};

/** Appeals, each with who must act next and by when. */
export function AppealTable({ rows, isCounterpartyHidden = false, firstHref, nextHref, busy, sort }: Props) {
  const t = useTranslations('appeals');
  const format = useFormatter();
  const departmentName = useDepartmentName();
  const columns: Column<AppealView>[] = [
    {
      key: 'number',
      header: t('columns.number'),
      width: 'w-16',
      cell: (appeal) => <span className="tabular-nums">{appeal.number}</span>,
    },
    {
      key: 'topic',
      header: t('columns.topic'),
      isRowHeader: true,
      cell: (appeal) => <bdi className="[overflow-wrap:anywhere]">{appeal.topic}</bdi>,
    },
    ...(isCounterpartyHidden
      ? []
      : [
          {
            key: 'counterparty',
            header: t('columns.counterparty'),
            cell: (appeal: AppealView) => appeal.counterparty.name,
          },
        ]),
    { key: 'project', header: t('columns.project'), cell: (appeal) => appeal.project?.name ?? '—' },
    {
      key: 'created',
      header: t('columns.created'),
      isSortable: true,
      cell: (appeal) => (
        <span className="whitespace-nowrap tabular-nums">{format.dateTime(appeal.createdAt, 'date')}</span>
      ),
    },
    {
      key: 'next',
      header: t('columns.next'),
      cell: (appeal) =>
        appeal.next ? (
          <span className="flex flex-wrap items-center gap-x-2">
            <DueBadge dueAt={appeal.next.dueAt} startedAt={appeal.next.startedAt} />
            <span className="text-soft">
              {appeal.next.employee?.name ?? departmentName(appeal.next.department)}
            </span>
          </span>
        ) : (
          <Badge>{t('isClosed')}</Badge>
        ),
    },
  ];
  return (
    <ListTable
      list={isCounterpartyHidden ? null : 'appeals'}
      isBeside={isCounterpartyHidden}
      caption={t('caption')}
      columns={columns}
      rows={rows}
      rowKey={(appeal) => appeal.id}
      rowHref={(appeal) => `/appeals/${appeal.id}`}
      empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
      footer={<Pager firstHref={firstHref} nextHref={nextHref} />}
      busy={busy}
      {...sort}
    />
  );
}
