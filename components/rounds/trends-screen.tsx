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
import { RoundStateBadge } from './round-state';

type Counted = { satisfied: number; dissatisfied: number };

/**
 * How satisfied clients were: per fortnight, question, product, department and client, in a period that stands in the address;
 * a product or a client opens the same of theirs alone. `problem`: why the period of the address was not taken.
 */
export function TrendsScreen({ trends, problem }: { trends: RoundTrends; problem: string | null }) {
  const t = useTranslations('rounds.trendsPage');
  const rounds = useTranslations('rounds');
  const format = useFormatter();
  const departmentName = useDepartmentName();
  const { total, period, product, client } = trends;
  const address = useListAddress();
  const { ofField } = useErrorWords();
  const narrowedTo = product?.name ?? client?.name ?? null;
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
              entries={(
                ['rounds', 'satisfied', 'dissatisfied', 'notReached', 'refused', 'missed'] as const
              ).map((figure) => ({ term: t(figure), value: format.number(total[figure]) }))}
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
                  named<RoundTrends['spans'][number]>(
                    t('span'),
                    ({ from, until }) =>
                      `${format.dateTime(from, 'date')} – ${format.dateTime(until - 1, 'date')}`,
                  ),
                  ...counts<RoundTrends['spans'][number]>(),
                  { key: 'notReached', header: t('notReached'), align: 'end', cell: (row) => row.notReached },
                  { key: 'refused', header: t('refused'), align: 'end', cell: (row) => row.refused },
                  { key: 'missed', header: t('missed'), align: 'end', cell: (row) => row.missed },
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
                  ...counts<RoundTrends['clients'][number]>(),
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
