'use client';

import { Plus, Upload } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { CsvButton } from '@/components/exports/csv-button';
import type { TableSort } from '@/components/lists/sort-by-time';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { FilterBar } from '@/components/ui/filter-bar';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { Segmented } from '@/components/ui/segmented';
import { SelectField } from '@/components/ui/select-field';
import type { SortDirection } from '@/components/ui/table-column';
import { useFetchedWhenIdle } from '@/components/ui/use-fetched-when-idle';
import { useListAddress } from '@/components/ui/use-list-address';
import type { CardOrder } from '@/lib/domain/counterparties/counterparties.contract';
import type { CounterpartyStatus } from '@/lib/domain/counterparties/counterparty';
import type { CardRights } from './card-form';
import { CardSearchField } from './card-search-field';
import { CardTable, type FoundCard } from './card-table';
import { CityFilter } from './city-filter';
import { LaterCardEditDialog } from './later-card-edit-dialog';

const parts = [LaterCardEditDialog];

const sortOf: Record<CardOrder, TableSort['sort']> = {
  name: { key: 'name', direction: 'ascending' },
  nameBackwards: { key: 'name', direction: 'descending' },
  latestChange: { key: 'changed', direction: 'descending' },
  earliestChange: { key: 'changed', direction: 'ascending' },
};
const cardOrders = Object.keys(sortOf) as CardOrder[];
const cardOrderOf = (key: string, direction: SortDirection) =>
  cardOrders.find((order) => sortOf[order].key === key && sortOf[order].direction === direction)!;

type Props = {
  query: string;
  status: CounterpartyStatus | 'all';
  city: string;
  managerId: string;
  /** Whose clients may be chosen. */
  managers: readonly { id: string; name: string }[];
  category: string;
  /** Those that cards have. */
  categories: readonly string[];
  productId: string;
  products: readonly { id: string; name: string }[];
  order: CardOrder;
  rows: readonly FoundCard[];
  next: string | null;
  /** The search found more cards than it shows. */
  hasMoreFound: boolean;
  mayImport: boolean;
  mayMerge: boolean;
  may: CardRights;
};

/** All cards by name, or what was searched for by name, phone or contract number. */
export function CounterpartiesScreen(props: Props) {
  const { query, status, city, managerId, managers, category, categories, productId, products, order } =
    props;
  const { rows, next, hasMoreFound, mayImport, mayMerge, may } = props;
  const t = useTranslations('counterparties');
  const appeals = useTranslations('appeals');
  const address = useListAddress();
  const [isMaking, setMaking] = useState(false);
  useFetchedWhenIdle(parts);
  const isSearching = query !== '';
  const narrowed = {
    ...{ status: status === 'all' ? null : status, city, category },
    ...{ employeeId: managerId, projectId: productId },
  };
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          <>
            <CsvButton
              list="counterparties"
              filters={isSearching ? { query, ...narrowed } : { ...narrowed, order }}
            />
            <ButtonLink href="/appeals" variant="quiet">
              {appeals('title')}
            </ButtonLink>
            {mayMerge ? (
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
      {isMaking ? <LaterCardEditDialog open onOpenChange={setMaking} may={may} /> : null}
      <FilterBar
        isFiltered={isSearching || Boolean(city || category || managerId || productId)}
        onReset={() =>
          address.show({ query: null, city: null, category: null, manager: null, product: null })
        }
      >
        <CardSearchField query={query} onSearch={(text) => address.show({ query: text })} />
        {isSearching ? (
          <p role="status" className="self-center text-soft">
            {t(hasMoreFound ? 'search.foundMore' : 'search.found', { count: rows.length })}
          </p>
        ) : null}
        <Segmented
          label={t('filter.label')}
          options={(['all', 'client', 'dealer', 'prospect'] as const).map((value) => ({
            value,
            label: t(`filter.${value}`),
          }))}
          value={status}
          onValueChange={(value) => address.show({ status: value === 'all' ? null : value })}
        />
        <CityFilter city={city} onChoose={(chosen) => address.show({ city: chosen })} />
        <SelectField
          className="w-52"
          label={t('fields.assignedTo')}
          options={[
            { value: '', label: t('filter.anyManager') },
            ...managers.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={managerId}
          onValueChange={(manager) => address.show({ manager })}
        />
        <SelectField
          className="w-44"
          label={t('fields.category')}
          options={[
            { value: '', label: t('filter.anyCategory') },
            ...categories.map((name) => ({ value: name, label: name })),
          ]}
          value={category}
          onValueChange={(chosen) => address.show({ category: chosen })}
        />
        <SelectField
          className="w-44"
          label={t('filter.product')}
          options={[
            { value: '', label: t('filter.anyProduct') },
            ...products.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={productId}
          onValueChange={(product) => address.show({ product })}
        />
      </FilterBar>
      <Panel flush>
        <CardTable
          rows={rows}
          isSearching={isSearching}
          busy={address.isPending}
          sort={{
            sort: sortOf[order],
            sortHref: (key, direction) => {
              const wanted = cardOrderOf(key, direction);
              return address.hrefWith({ order: wanted === 'name' ? null : wanted });
            },
          }}
          firstHref={address.firstHref}
          nextHref={next && address.hrefWith({ after: next })}
        />
      </Panel>
    </>
  );
}
