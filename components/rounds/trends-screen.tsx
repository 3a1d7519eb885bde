'use client';

import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useDepartmentName } from '@/components/reactions/department-name';
import { DataTable } from '@/components/ui/data-table';
import { DateTimeField } from '@/components/ui/date-time-field';
import { DescriptionList } from '@/components/ui/description-list';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar } from '@/components/ui/filter-bar';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import type { Column } from '@/components/ui/table-column';
import { TextLink } from '@/components/ui/text-link';
import { useListAddress } from '@/components/ui/use-list-address';
import { useErrorWords } from '@/components/use-error-words';
import type { RoundTrends } from '@/lib/domain/rounds/round-views';
import { trendDayOf } from '@/lib/domain/rounds/trend-period';
import { RoundStateBadge } from './round-state';

type Counted = { satisfied: number; dissatisfied: number };
type Days = { from: string; until: string };
type Outcome = (typeof outcomes)[number];
/** Of what a figure is; of the whole period and of the client of the address, unless named. */
type Counting = { name: string; days?: Days; clientId?: string };

const outcomes = ['satisfied', 'dissatisfied', 'notReached', 'refused', 'missed'] as const;

type Props = { trends: RoundTrends; problem: string | null; maySeeAll: boolean };

/**
 * How satisfied clients were: per fortnight, question, product, department and client, in a period that stands in the address;
 * a product or a client opens the same of theirs alone, a figure the rounds it counts where the list can show just those.
 * `problem`: why the period of the address was not taken.
 */
export function TrendsScreen({ trends, problem, maySeeAll }: Props) {
  const t = useTranslations('rounds.trendsPage');
  const rounds = useTranslations('rounds');
  const format = useFormatter();
  const departmentName = useDepartmentName();
  const { total, period, product, client } = trends;
  const address = useListAddress();
  const { ofField } = useErrorWords();
  const narrowedTo = product?.name ?? client?.name ?? null;
  const figure = (
    count: number,
    outcome: Outcome,
    { name, days = period, clientId = client?.id }: Counting,
  ) => {
    const text = format.number(count);
    if (count === 0 || (product !== null && clientId === undefined)) return text;
    const filters = new URLSearchParams({
      ...{ show: 'ended', scope: maySeeAll ? 'all' : 'mine', outcome, from: days.from, until: days.until },
      ...(clientId !== undefined && { client: clientId }),
    });
    return (
      <TextLink
        href={`/rounds?${filters}`}
        aria-label={t('open', { count: text, name: `${name}, ${t(outcome)}` })}
      >
        {text}
      </TextLink>
    );
  };
  const figures = <Row extends Partial<Record<Outcome, number>>>(
    shown: readonly Outcome[],
    of: (row: Row) => Counting,
  ): Column<Row>[] =>
    shown.map((outcome) => ({
      key: outcome,
      header: t(outcome),
      align: 'end',
      cell: (row) => figure(row[outcome] ?? 0, outcome, of(row)),
    }));
  const spanOf = ({ from, until }: { from: number; until: number }) =>
    `${format.dateTime(from, 'date')} – ${format.dateTime(until - 1, 'date')}`;
  const counts = <Row extends Counted>(): Column<Row>[] => [
    { key: 'satisfied', header: t('satisfied'), align: 'end', cell: (row) => row.satisfied },
    { key: 'dissatisfied', header: t('dissatisfied'), align: 'end', cell: (row) => row.dissatisfied },
  ];
  const named = <Row,>(header: string, cell: (row: Row) => ReactNode): Column<Row> => ({
    key: 'name',
    header,
    isRowHeader: true,
    cell,
  });
  return (
    <>
      <PageHeader
        up={<TextLink href="/rounds">{rounds('title')}</TextLink>}
        title={narrowedTo === null ? t('title') : t('titleOf', { name: narrowedTo })}
      />
      <FilterBar
        isFiltered={narrowedTo !== null}
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
      {total.rounds === 0 && trends.departments.length === 0 ? (
        <EmptyState title={t('empty')} />
      ) : (
        <div className="flex flex-col gap-4">
          <Panel title={t('total')}>
            <DescriptionList
              entries={[
                { term: t('rounds'), value: format.number(total.rounds) },
                ...outcomes.map((outcome) => ({
                  term: t(outcome),
                  value: figure(total[outcome], outcome, { name: t('total') }),
                })),
              ]}
            />
          </Panel>
          <Panel title={t('subjects')} flush>
            <DataTable
              caption={t('subjects')}
              rows={trends.subjects}
              rowKey={({ subject }) => subject}
              columns={[
                named<RoundTrends['subjects'][number]>(t('subject'), ({ subject }) =>
                  rounds(`subjects.${subject}`),
                ),
                ...counts(),
              ]}
              empty={null}
            />
          </Panel>
          {total.rounds > 0 ? (
            <Panel title={t('spans')} flush>
              <DataTable
                caption={t('spans')}
                rows={trends.spans.filter((span) => span.rounds > 0)}
                rowKey={({ from }) => String(from)}
                columns={[
                  named<RoundTrends['spans'][number]>(t('span'), spanOf),
                  ...figures<RoundTrends['spans'][number]>(outcomes, (span) => ({
                    name: spanOf(span),
                    days: { from: trendDayOf(span.from), until: trendDayOf(span.until - 1) },
                  })),
                ]}
                empty={null}
              />
            </Panel>
          ) : null}
          {trends.products.length > 0 ? (
            <Panel title={t('products')} flush>
              <DataTable
                caption={t('products')}
                rows={trends.products}
                rowKey={({ product }) => product.id}
                columns={[
                  named<RoundTrends['products'][number]>(t('product'), ({ product }) => (
                    <TextLink href={address.hrefWith({ product: product.id, client: null })}>
                      {product.name}
                    </TextLink>
                  )),
                  ...counts(),
                ]}
                empty={null}
              />
            </Panel>
          ) : null}
          {trends.departments.length > 0 ? (
            <Panel title={t('departments')} flush>
              <DataTable
                caption={t('departments')}
                rows={trends.departments}
                rowKey={({ departmentId }) => departmentId}
                columns={[
                  named<RoundTrends['departments'][number]>(t('department'), (department) =>
                    departmentName(department),
                  ),
                  { key: 'complaints', header: t('complaints'), align: 'end', cell: (row) => row.complaints },
                ]}
                empty={null}
              />
            </Panel>
          ) : null}
          {total.rounds > 0 ? (
            <Panel title={t('clients')} flush>
              <DataTable
                caption={t('clients')}
                rows={trends.clients}
                rowKey={({ counterparty }) => counterparty.id}
                rowHref={({ counterparty }) => `/counterparties/${counterparty.id}`}
                columns={[
                  named<RoundTrends['clients'][number]>(t('client'), ({ counterparty }) => counterparty.name),
                  ...figures<RoundTrends['clients'][number]>(
                    ['satisfied', 'dissatisfied'],
                    ({ counterparty }) => ({ name: counterparty.name, clientId: counterparty.id }),
                  ),
                  { key: 'last', header: t('last'), cell: ({ last }) => <RoundStateBadge state={last} /> },
                  {
                    key: 'overTime',
                    header: t('overTime'),
                    cell: ({ counterparty }) => (
                      <TextLink href={address.hrefWith({ client: counterparty.id, product: null })}>
                        {t('show')}
                      </TextLink>
                    ),
                  },
                ]}
                empty={null}
              />
            </Panel>
          ) : null}
        </div>
      )}
    </>
  );
}
