'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { ListTable } from '@/components/lists/list-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Pager } from '@/components/ui/pager';
import { Panel } from '@/components/ui/panel';
import { Segmented } from '@/components/ui/segmented';
import type { Column } from '@/components/ui/table-column';
import { TextLink } from '@/components/ui/text-link';
import { useListAddress } from '@/components/ui/use-list-address';
import { type ImportKind, importKinds } from '@/lib/domain/imports/import-kind';
import type { ImportView } from '@/lib/domain/imports/imports.contract';
import type { Page } from '@/lib/domain/paging';
import { ImportState } from './import-state';

type Props = { shown: ImportKind | 'all'; page: Page<ImportView> };

/** Who imported which file, when, and what came of it. */
export function ImportHistory({ shown, page }: Props) {
  const t = useTranslations('import');
  const format = useFormatter();
  const address = useListAddress();
  const columns: Column<ImportView>[] = [
    {
      key: 'when',
      header: t('columns.when'),
      cell: ({ createdAt }) => (
        <span className="whitespace-nowrap tabular-nums">{format.dateTime(createdAt, 'dateTime')}</span>
      ),
    },
    { key: 'kind', header: t('columns.kind'), cell: ({ kind }) => t(`kinds.${kind}`) },
    {
      key: 'file',
      header: t('columns.file'),
      isRowHeader: true,
      cell: ({ id, fileName }) => (
        <TextLink href={`/imports/${id}`}>
          <span className="[overflow-wrap:anywhere]">{fileName}</span>
        </TextLink>
      ),
    },
    { key: 'who', header: t('columns.who'), cell: ({ employee }) => employee?.name ?? '' },
    { key: 'state', header: t('columns.state'), cell: (row) => <ImportState job={row} /> },
    {
      key: 'counts',
      header: t('columns.counts'),
      cell: ({ createdCount, updatedCount, errorCount }) =>
        t('made', {
          created: format.number(createdCount),
          updated: format.number(updatedCount),
          errors: format.number(errorCount),
        }),
    },
  ];
  return (
    <Panel
      title={t('history')}
      flush
      actions={
        <Segmented<ImportKind | 'all'>
          label={t('show')}
          options={(['all', ...importKinds] as const).map((value) => ({
            value,
            label: value === 'all' ? t('all') : t(`kinds.${value}`),
          }))}
          value={shown}
          onValueChange={(value) => address.show({ shown: value === 'all' ? null : value })}
        />
      }
    >
      <ListTable
        list="imports"
        caption={t('history')}
        columns={columns}
        rows={page.rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('historyEmpty')} text={t('historyText')} />}
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
