'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { ListTable } from '@/components/lists/list-table';
import { useDepartmentName } from '@/components/reactions/department-name';
import { DueBadge } from '@/components/ui/due-badge';
import { EmptyState } from '@/components/ui/empty-state';
import { Pager } from '@/components/ui/pager';
import { Panel } from '@/components/ui/panel';
import { isAnswerOwed } from '@/lib/domain/complaints/complaint';
import type { ComplaintRowView } from '@/lib/domain/complaints/complaint-views';
import { ComplaintStateBadge } from './complaint-state';

type Props = {
  rows: readonly ComplaintRowView[];
  firstHref: string | null;
  nextHref: string | null;
  busy: boolean;
};

export function ComplaintsTable({ rows, firstHref, nextHref, busy }: Props) {
  const t = useTranslations('complaints');
  const common = useTranslations('common');
  const format = useFormatter();
  const departmentName = useDepartmentName();
  return (
    <Panel flush>
      <ListTable<ComplaintRowView>
        list="complaints"
        caption={t('title')}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/complaints/${id}`}
        columns={[
          {
            key: 'client',
            header: t('columns.client'),
            isRowHeader: true,
            cell: ({ number, counterparty }) => (
              <span className="[overflow-wrap:anywhere]">
                {common('numbered', { number: String(number) })} · {counterparty?.name ?? '—'}
              </span>
            ),
          },
          {
            key: 'text',
            header: t('columns.text'),
            cell: ({ text }) => (
              <span dir="auto" className="line-clamp-2 [overflow-wrap:anywhere]">
                {text}
              </span>
            ),
          },
          {
            key: 'state',
            header: t('columns.state'),
            cell: ({ state }) => <ComplaintStateBadge state={state} />,
          },
          {
            key: 'department',
            header: t('columns.department'),
            cell: ({ department }) => departmentName(department),
          },
          { key: 'owner', header: t('columns.owner'), cell: ({ owner }) => owner?.name ?? t('nobody') },
          {
            key: 'due',
            header: t('columns.due'),
            cell: ({ dueAt, state }) => (isAnswerOwed(state) ? <DueBadge dueAt={dueAt} /> : '—'),
          },
          {
            key: 'created',
            header: t('columns.created'),
            cell: ({ createdAt }) => (
              <span className="whitespace-nowrap tabular-nums">{format.dateTime(createdAt, 'dateTime')}</span>
            ),
          },
        ]}
        empty={<EmptyState title={t('empty')} />}
        footer={<Pager firstHref={firstHref} nextHref={nextHref} />}
        busy={busy}
      />
    </Panel>
  );
}
