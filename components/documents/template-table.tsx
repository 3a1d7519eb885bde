'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { DataTable } from '@/components/ui/data-table';
import type { TemplateVersionView } from '@/lib/domain/documents/documents.contract';

/** The texts documents are made from, each in its version in force. */
export function TemplateTable({ rows }: { rows: readonly TemplateVersionView[] }) {
  const t = useTranslations('documents');
  const format = useFormatter();
  return (
    <DataTable
      caption={t('templates')}
      rows={rows}
      rowKey={({ kind }) => kind}
      rowHref={({ kind }) => `/settings/document-templates/${kind}`}
      columns={[
        {
          key: 'kind',
          header: t('columns.kind'),
          isRowHeader: true,
          cell: ({ kind }) => t(`kinds.${kind}`),
        },
        { key: 'title', header: t('columns.title'), cell: ({ title }) => title },
        { key: 'version', header: t('columns.version'), align: 'end', cell: ({ version }) => version },
        {
          key: 'published',
          header: t('columns.published'),
          cell: ({ publishedAt, publishedBy }) =>
            publishedAt === null
              ? t('original')
              : `${publishedBy?.name ?? '—'}, ${format.dateTime(publishedAt, 'dateTime')}`,
        },
      ]}
    />
  );
}
