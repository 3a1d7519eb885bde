'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { ListTable } from '@/components/lists/list-table';
import type { TableSort } from '@/components/lists/sort-by-time';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { Pager } from '@/components/ui/pager';
import type { Column } from '@/components/ui/table-column';
import type { CardSummary } from '@/lib/domain/counterparties/card-views';
import { PhoneText } from './phone-text';
import { StatusBadge } from './status-badge';

export type FoundCard = CardSummary & {
  updatedAt?: number;
  foundBy?: 'contract' | 'phone' | 'inn' | 'email' | 'name';
};

type Props = {
  rows: readonly FoundCard[];
  isSearching: boolean;
  busy: boolean;
  firstHref: string | null;
  nextHref: string | null;
  sort: TableSort;
};

/** Cards, each leading to its page; of those that were searched for, by what they were found. */
export function CardTable({ rows, isSearching, busy, firstHref, nextHref, sort }: Props) {
  const t = useTranslations('counterparties');
  const format = useFormatter();
  const changed: Column<FoundCard> = {
    key: 'changed',
    header: t('columns.changed'),
    isSortable: true,
    isHiddenOnPhone: true,
    cell: ({ updatedAt }) =>
      updatedAt ? (
        <span className="whitespace-nowrap tabular-nums">{format.dateTime(updatedAt, 'dateTime')}</span>
      ) : (
        '—'
      ),
  };
  const columns: Column<FoundCard>[] = [
    {
      key: 'name',
      header: t('columns.name'),
      isRowHeader: true,
      isSortable: true,
      cell: (card) => card.name,
    },
    {
      key: 'status',
      header: t('columns.status'),
      cell: (card) => (
        <span className="flex flex-wrap gap-1">
          <StatusBadge status={card.status} />
          {card.foundBy && card.foundBy !== 'name' ? <Badge>{t(`search.by.${card.foundBy}`)}</Badge> : null}
        </span>
      ),
    },
    { key: 'city', header: t('columns.city'), cell: (card) => card.city || '—' },
    {
      key: 'contact',
      header: t('columns.contact'),
      cell: (card) => card.contactPerson,
      isHiddenOnPhone: true,
    },
    {
      key: 'phone',
      header: t('columns.phone'),
      cell: (card) => (card.phones[0] ? <PhoneText phone={card.phones[0]} /> : '—'),
    },
    {
      key: 'contract',
      header: t('columns.contract'),
      cell: (card) => card.contracts.join(', ') || '—',
      isHiddenOnPhone: true,
    },
    ...(isSearching ? [] : [changed]),
  ];
  return (
    <ListTable
      list="counterparties"
      caption={t('caption')}
      columns={columns}
      rows={rows}
      rowKey={(card) => card.id}
      rowHref={(card) => `/counterparties/${card.id}`}
      empty={
        isSearching ? (
          <EmptyState title={t('search.nothing')} text={t('search.nothingText')} />
        ) : (
          <EmptyState title={t('empty')} text={t('emptyText')} />
        )
      }
      footer={<Pager firstHref={firstHref} nextHref={nextHref} />}
      busy={busy}
      {...(isSearching ? {} : sort)}
    />
  );
}
