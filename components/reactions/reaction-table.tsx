'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { ListTable } from '@/components/lists/list-table';
import type { TableSort } from '@/components/lists/sort-by-time';
import { EmptyState } from '@/components/ui/empty-state';
import { Pager } from '@/components/ui/pager';
import type { Column } from '@/components/ui/table-column';
import { TextLink } from '@/components/ui/text-link';
import type { ReactionView } from '@/lib/domain/reactions/reaction-views';
import { useDepartmentName } from './department-name';

type Props = {
  rows: readonly ReactionView[];
  firstHref?: string | null;
  nextHref?: string | null;
  busy?: boolean;
  /** Of a list of its own. */
  sort?: TableSort;
};

/** What happened, newest first. */
export function ReactionTable({ rows, firstHref, nextHref, busy, sort }: Props) {
  const t = useTranslations('reactions');
  const format = useFormatter();
  const departmentName = useDepartmentName();
  const columns: Column<ReactionView>[] = [
    {
      key: 'when',
      header: t('columns.when'),
      isSortable: true,
      isAlways: true,
      cell: (reaction) => (
        <span className="whitespace-nowrap tabular-nums">
          {format.dateTime(reaction.happenedAt, 'dateTime')}
        </span>
      ),
    },
    { key: 'type', header: t('columns.type'), cell: (reaction) => t(`types.${reaction.type}`) },
    {
      key: 'topic',
      header: t('columns.topic'),
      isRowHeader: true,
      cell: (reaction) => <span className="[overflow-wrap:anywhere]">{reaction.topic}</span>,
    },
    {
      key: 'counterparty',
      header: t('columns.counterparty'),
      cell: ({ counterparty }) => (
        <TextLink href={`/counterparties/${counterparty.id}`}>{counterparty.name}</TextLink>
      ),
    },
    {
      key: 'appeal',
      header: t('columns.appeal'),
      cell: ({ appeal }) => (
        <TextLink href={`/appeals/${appeal.id}`}>
          {t('appealNumber', { number: String(appeal.number) })}
        </TextLink>
      ),
    },
    {
      key: 'employee',
      header: t('columns.employee'),
      cell: ({ employee, department }) => `${employee.name} · ${departmentName(department)}`,
    },
  ];
  return (
    <ListTable
      list={sort ? 'reactions' : null}
      caption={t('caption.done')}
      columns={columns}
      rows={rows}
      rowKey={(reaction) => reaction.id}
      empty={<EmptyState title={t('empty.done')} text={t('empty.doneText')} />}
      footer={<Pager firstHref={firstHref} nextHref={nextHref} />}
      busy={busy}
      {...sort}
    />
  );
}
