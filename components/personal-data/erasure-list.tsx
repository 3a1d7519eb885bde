'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { ListTable } from '@/components/lists/list-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Pager } from '@/components/ui/pager';
import { Panel } from '@/components/ui/panel';
import type { Column } from '@/components/ui/table-column';
import { useListAddress } from '@/components/ui/use-list-address';
import type { Page } from '@/lib/domain/paging';
import type { ErasureView } from '@/lib/domain/personal-data/personal-data.contract';

/** The register of acts, newest first; it names nobody. */
export function ErasureList({ page }: { page: Page<ErasureView> }) {
  const t = useTranslations('personalData');
  const common = useTranslations('common');
  const format = useFormatter();
  const address = useListAddress();
  const columns: Column<ErasureView>[] = [
    {
      key: 'number',
      header: t('list.number'),
      isRowHeader: true,
      cell: ({ number }) => common('numbered', { number: String(number) }),
    },
    {
      key: 'when',
      header: t('list.when'),
      cell: ({ createdAt }) => (
        <span className="whitespace-nowrap tabular-nums">{format.dateTime(createdAt, 'dateTime')}</span>
      ),
    },
    { key: 'subject', header: t('list.subject'), cell: ({ kind }) => t(`subjects.${kind}`) },
    {
      key: 'request',
      header: t('list.request'),
      cell: ({ requestNumber }) => <span className="[overflow-wrap:anywhere]">{requestNumber}</span>,
    },
    { key: 'who', header: t('list.who'), cell: ({ employee }) => employee.name },
    { key: 'state', header: t('list.state'), cell: ({ state }) => t(`list.states.${state}`) },
  ];
  return (
    <Panel title={t('list.title')} flush>
      <ListTable
        list="erasures"
        caption={t('list.title')}
        columns={columns}
        rows={page.rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/settings/personal-data/${id}`}
        empty={<EmptyState title={t('list.empty')} text={t('list.emptyText')} />}
        footer={
          <Pager
            firstHref={address.firstHref}
            nextHref={page.next && address.hrefWith({ after: page.next })}
          />
        }
        busy={address.isPending}
      />
    </Panel>
  );
}
