'use client';

import { Plus, Upload } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar } from '@/components/ui/filter-bar';
import { PageHeader } from '@/components/ui/page-header';
import { Pager } from '@/components/ui/pager';
import { Panel } from '@/components/ui/panel';
import { Segmented } from '@/components/ui/segmented';
import type { Column } from '@/components/ui/table-column';
import { TextField } from '@/components/ui/text-field';
import { useListAddress } from '@/components/ui/use-list-address';
import type { CardSummary } from '@/lib/domain/counterparties/card-views';
import type { CounterpartyStatus } from '@/lib/domain/counterparties/counterparty';
import { CardEditDialog } from './card-edit-dialog';
import { PhoneText } from './phone-text';
import { StatusBadge } from './status-badge';

type FoundCard = CardSummary & { foundBy?: 'contract' | 'phone' | 'name' };

type Props = {
  query: string;
  status: CounterpartyStatus | 'all';
  rows: readonly FoundCard[];
  next: string | null;
  /** The search found more cards than it shows. */
  hasMoreFound: boolean;
  mayImport: boolean;
  mayEditStatus: boolean;
};

const typingPauseMs = 300;

/** All cards by name, or what was searched for by name, phone or contract number. */
export function CounterpartiesScreen(props: Props) {
  const { query, status, rows, next, hasMoreFound, mayImport, mayEditStatus } = props;
  const t = useTranslations('counterparties');
  const appeals = useTranslations('appeals');
  const address = useListAddress();
  const [isMaking, setMaking] = useState(false);
  const isSearching = query !== '';
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          <>
            <ButtonLink href="/appeals" variant="quiet">
              {appeals('title')}
            </ButtonLink>
            {mayImport ? (
              <ButtonLink href="/counterparties/import" icon={<Upload />}>
                {t('import')}
              </ButtonLink>
            ) : null}
            <Button variant="primary" icon={<Plus />} onClick={() => setMaking(true)}>
              {t('new')}
            </Button>
          </>
        }
      />
      {isMaking ? <CardEditDialog open onOpenChange={setMaking} mayEditStatus={mayEditStatus} /> : null}
      <FilterBar>
        <SearchField query={query} onSearch={(text) => address.show({ query: text })} />
        {isSearching ? (
          <p role="status" className="self-center text-soft">
            {t(hasMoreFound ? 'search.foundMore' : 'search.found', { count: rows.length })}
          </p>
        ) : (
          <Segmented
            label={t('filter.label')}
            options={(['all', 'client', 'dealer', 'prospect'] as const).map((value) => ({
              value,
              label: t(`filter.${value}`),
            }))}
            value={status}
            onValueChange={(value) => address.show({ status: value === 'all' ? null : value })}
          />
        )}
      </FilterBar>
      <Panel flush>
        <CardTable
          rows={rows}
          isSearching={isSearching}
          busy={address.isPending}
          firstHref={address.firstHref}
          nextHref={next && address.hrefWith({ after: next })}
        />
      </Panel>
    </>
  );
}

/** Searches after a pause in typing; Enter does not wait. */
function SearchField({ query, onSearch }: { query: string; onSearch: (text: string) => void }) {
  const t = useTranslations('counterparties.search');
  const [text, setText] = useState(query);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  useEffect(() => () => clearTimeout(timer.current), []);
  const ask = (wanted: string, waitMs: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onSearch(wanted.trim()), waitMs);
  };
  return (
    <TextField
      ref={input}
      label={t('label')}
      type="search"
      placeholder={t('hint')}
      maxLength={200}
      className="w-full max-w-md"
      value={text}
      onValueChange={(typed) => {
        setText(typed);
        ask(typed, typingPauseMs);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') ask(text, 0);
      }}
    />
  );
}

type TableProps = {
  rows: readonly FoundCard[];
  isSearching: boolean;
  busy: boolean;
  firstHref: string | null;
  nextHref: string | null;
};

function CardTable({ rows, isSearching, busy, firstHref, nextHref }: TableProps) {
  const t = useTranslations('counterparties');
  const columns: Column<FoundCard>[] = [
    { key: 'name', header: t('columns.name'), isRowHeader: true, cell: (card) => card.name },
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
  ];
  return (
    <DataTable
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
    />
  );
}
