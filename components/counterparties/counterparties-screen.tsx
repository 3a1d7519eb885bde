'use client';

import { Plus, Upload } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { CsvButton } from '@/components/exports/csv-button';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { FilterBar } from '@/components/ui/filter-bar';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { Segmented } from '@/components/ui/segmented';
import { useListAddress } from '@/components/ui/use-list-address';
import type { CounterpartyStatus } from '@/lib/domain/counterparties/counterparty';
import { CardEditDialog } from './card-edit-dialog';
import { CardSearchField } from './card-search-field';
import { CardTable, type FoundCard } from './card-table';

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
            <CsvButton
              list="counterparties"
              filters={isSearching ? { query } : { status: status === 'all' ? null : status }}
            />
            <ButtonLink href="/appeals" variant="quiet">
              {appeals('title')}
            </ButtonLink>
            {mayEditStatus ? (
              <ButtonLink href="/counterparties/duplicates" variant="quiet">
                {t('findDuplicates')}
              </ButtonLink>
            ) : null}
            {mayImport ? (
              <ButtonLink href="/imports" icon={<Upload />}>
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
        <CardSearchField query={query} onSearch={(text) => address.show({ query: text })} />
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
