'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { shownAddress } from '@/lib/domain/webhooks/webhook';
import type { WebhookView } from '@/lib/domain/webhooks/webhooks.contract';
import { WebhookState } from './webhook-state';

/** The addresses that are told what happens. */
export function WebhookTable({ rows }: { rows: readonly WebhookView[] }) {
  const t = useTranslations('webhooks');
  const format = useFormatter();
  return (
    <DataTable
      caption={t('title')}
      rows={rows}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/settings/webhooks/${id}`}
      empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
      columns={[
        {
          key: 'address',
          header: t('columns.address'),
          isRowHeader: true,
          cell: ({ address }) => <span className="[overflow-wrap:anywhere]">{shownAddress(address)}</span>,
        },
        { key: 'state', header: t('columns.state'), cell: (webhook) => <WebhookState webhook={webhook} /> },
        {
          key: 'kinds',
          header: t('columns.kinds'),
          cell: ({ kinds }) => t('kindCount', { count: kinds.length }),
        },
        {
          key: 'created',
          header: t('columns.created'),
          cell: ({ createdAt, createdBy }) =>
            [format.dateTime(createdAt, 'date'), createdBy].filter(Boolean).join(', '),
        },
      ]}
    />
  );
}
