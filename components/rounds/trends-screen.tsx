'use client';

import { useTranslations } from 'use-intl';
import { DateTimeField } from '@/components/ui/date-time-field';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar } from '@/components/ui/filter-bar';
import { InlineAlert } from '@/components/ui/inline-alert';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import { useListAddress } from '@/components/ui/use-list-address';
import { useErrorWords } from '@/components/use-error-words';
import type { RoundTrends } from '@/lib/domain/rounds/round-views';
import { TrendComplaints } from './trend-complaints';
import { ClientsPanel, ProductsPanel, SpansPanel, SubjectsPanel, TotalPanel } from './trend-panels';

type Props = {
  trends: RoundTrends;
  problem: string | null;
  /** Why the product or the client of the address was not taken. */
  unknown: string | null;
  maySeeAll: boolean;
  /** The board of complaints shows all that are counted. */
  maySeeComplaints: boolean;
};

/**
 * How satisfied clients were: per fortnight, question, product, department and client, in a period that stands in the address;
 * a product or a client opens the same of theirs alone, a figure the rounds or complaints it counts. `problem`: why the period of
 * the address was not taken.
 */
export function TrendsScreen({ trends, problem, unknown, maySeeAll, maySeeComplaints }: Props) {
  const t = useTranslations('rounds.trendsPage');
  const rounds = useTranslations('rounds');
  const { total, period, product, client } = trends;
  const address = useListAddress();
  const { ofField } = useErrorWords();
  const narrowedTo = product?.name ?? client?.name ?? null;
  const scope = { trends, maySeeAll };
  return (
    <>
      <PageHeader
        up={<TextLink href="/rounds">{rounds('title')}</TextLink>}
        title={narrowedTo === null ? t('title') : t('titleOf', { name: narrowedTo })}
      />
      <FilterBar
        isFiltered={narrowedTo !== null || unknown !== null}
        onReset={() => address.show({ from: null, until: null, product: null, client: null })}
      >
        <DateTimeField
          precision="date"
          label={t('from')}
          value={period.from}
          max={period.until}
          onValueChange={(from) => address.show({ from, until: period.until })}
        />
        <DateTimeField
          precision="date"
          label={t('until')}
          value={period.until}
          min={period.from}
          error={problem === null ? undefined : ofField(problem)}
          onValueChange={(until) => address.show({ from: period.from, until })}
        />
      </FilterBar>
      {unknown === null ? null : (
        <InlineAlert tone="warning" className="mb-4">
          {ofField(unknown)}
        </InlineAlert>
      )}
      {total.rounds === 0 && trends.departments.length === 0 ? (
        <EmptyState title={t('empty')} />
      ) : (
        <div className="flex flex-col gap-4">
          <TotalPanel {...scope} />
          <SubjectsPanel {...scope} />
          {total.rounds > 0 ? <SpansPanel {...scope} /> : null}
          {trends.products.length > 0 ? <ProductsPanel {...scope} /> : null}
          {trends.departments.length > 0 ? (
            <TrendComplaints {...scope} maySeeComplaints={maySeeComplaints} />
          ) : null}
          {total.rounds > 0 ? <ClientsPanel {...scope} /> : null}
        </div>
      )}
    </>
  );
}
