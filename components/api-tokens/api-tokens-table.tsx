'use client';

import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { ListTable } from '@/components/lists/list-table';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import type { Column } from '@/components/ui/table-column';
import type { ApiTokenView } from '@/lib/domain/employees/api-tokens.contract';
import { RevokeApiToken } from './revoke-api-token';

type Props = {
  tokens: readonly ApiTokenView[];
  /** Says whose each token is. */
  withOwner?: boolean;
  footer?: ReactNode;
};

/** Tokens that are not revoked: what each allows, until when, when it was used last. */
export function ApiTokensTable({ tokens, withOwner = false, footer }: Props) {
  const t = useTranslations('apiTokens');
  const format = useFormatter();
  const owner: Column<ApiTokenView> = { key: 'owner', header: t('owner'), cell: (row) => row.employeeName };
  const columns: Column<ApiTokenView>[] = [
    { key: 'label', header: t('label'), isRowHeader: true, cell: ({ label }) => label },
    ...(withOwner ? [owner] : []),
    { key: 'scope', header: t('scope'), cell: ({ scope }) => t(`scopes.${scope}`) },
    { key: 'created', header: t('created'), cell: ({ createdAt }) => format.dateTime(createdAt, 'date') },
    {
      key: 'expires',
      header: t('expires'),
      cell: ({ expiresAt, isExpired }) => {
        if (expiresAt === null) return <Badge tone="warning">{t('neverExpires')}</Badge>;
        const at = format.dateTime(expiresAt, 'date');
        return isExpired ? <Badge tone="danger">{t('expired', { at })}</Badge> : at;
      },
    },
    {
      key: 'used',
      header: t('used'),
      cell: ({ lastUsedAt }) =>
        lastUsedAt === null ? t('neverUsed') : format.dateTime(lastUsedAt, 'dateTime'),
    },
    {
      key: 'actions',
      header: t('revoke'),
      isHeaderHidden: true,
      align: 'end',
      cell: (token) => <RevokeApiToken token={token} />,
    },
  ];
  return (
    <ListTable
      list={withOwner ? 'api-tokens' : null}
      caption={t('title')}
      rows={tokens}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('none')} />}
      columns={columns}
      footer={footer}
    />
  );
}
