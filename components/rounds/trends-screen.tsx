'use client';

import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useDepartmentName } from '@/components/reactions/department-name';
import { LazyColumnChart } from '@/components/reports/lazy-column-chart';
import { NumberLink } from '@/components/reports/number-link';
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
import type { RoundSubject, Verdict } from '@/lib/domain/rounds/round';
import type { RoundTrends } from '@/lib/domain/rounds/round-views';
import { trendDayOf } from '@/lib/domain/rounds/trend-period';
import { RoundStateBadge } from './round-state';

type Days = { from: string; until: string };
type Outcome = (typeof outcomes)[number];
type Span = RoundTrends['spans'][number];
type Department = RoundTrends['departments'][number];
/** Of what a figure is; of the whole period, and of the product and the client of the address, unless named. */
type Counting = { name: string; days?: Days; clientId?: string; productId?: string; subject?: RoundSubject };

const outcomes = ['satisfied', 'dissatisfied', 'notReached', 'refused', 'missed'] as const;
const verdicts = ['satisfied', 'dissatisfied'] as const satisfies Verdict[];

type Props = {
  trends: RoundTrends;
  problem: string | null;
  maySeeAll: boolean;
  /** The board of complaints shows all that are counted. */
  maySeeComplaints: boolean;
};

/**
 * How satisfied clients were: per fortnight, question, product, department and client, in a period that stands in the address;
 * a product or a client opens the same of theirs alone, a figure the rounds or complaints it counts. `problem`: why the period of
 * the address was not taken.
 */
export function TrendsScreen({ trends, problem, maySeeAll, maySeeComplaints }: Props) {
  const t = useTranslations('rounds.trendsPage');
  const rounds = useTranslations('rounds');
  const format = useFormatter();
  const departmentName = useDepartmentName();
  const { total, period, product, client } = trends;
  const address = useListAddress();
  const { ofField } = useErrorWords();
  const narrowedTo = product?.name ?? client?.name ?? null;
  const link = (count: number, href: string, name: string) => {
    const text = format.number(count);
    return <NumberLink value={count} text={text} href={href} label={name} />;
  };
  const figure = (
    count: number,
    outcome: Outcome,
    { name, days = period, clientId = client?.id, productId = product?.id, subject }: Counting,
  ) => {
    const filters = new URLSearchParams({
      ...{ show: 'ended', scope: maySeeAll ? 'all' : 'mine', ...days },
      ...(subject === undefined ? { outcome } : { subject, verdict: outcome }),
      ...(clientId !== undefined && { client: clientId }),
      ...(productId !== undefined && { product: productId }),
    });
    return link(count, `/rounds?${filters}`, `${name}, ${t(outcome)}`);
  };
  const complaintsOf = (count: number, department: Department, days: Days, name: string) => {
    if (!maySeeComplaints) return format.number(count);
    const filters = new URLSearchParams({
      ...{ state: 'all', department: department.departmentId, ...days },
      ...(!maySeeAll && { clients: 'mine' }),
      ...(client !== null && { client: client.id }),
      ...(product !== null && { product: product.id }),
    });
    return link(count, `/complaints?${filters}`, name);
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
  const daysOf = ({ from, until }: Span): Days => ({ from: trendDayOf(from), until: trendDayOf(until - 1) });
  const overTime = <Row,>(hrefOf: (row: Row) => string, nameOf: (row: Row) => string): Column<Row> => ({
    key: 'overTime',
    header: t('overTime'),
    cell: (row) => (
      <TextLink href={hrefOf(row)} aria-label={t('showOf', { name: nameOf(row) })}>
        {t('show')}
      </TextLink>
    ),
  });
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
                ...figures<RoundTrends['subjects'][number]>(verdicts, ({ subject }) => ({
                  ...{ name: rounds(`subjects.${subject}`), subject },
                })),
              ]}
              empty={null}
            />
          </Panel>
          {total.rounds > 0 ? (
            <Panel title={t('spans')} flush>
              <LazyColumnChart
                label={t('chart')}
                rows={trends.spans.map((span) => ({
                  name: format.dateTime(span.from, 'date'),
                  satisfied: span.satisfied,
                  dissatisfied: span.dissatisfied,
                }))}
                series={[
                  { key: 'satisfied', name: t('satisfied'), look: 'first' },
                  { key: 'dissatisfied', name: t('dissatisfied'), look: 'second' },
                ]}
              />
              <DataTable
                caption={t('spans')}
                rows={trends.spans.filter((span) => span.rounds > 0)}
                rowKey={({ from }) => String(from)}
                columns={[
                  named<Span>(t('span'), spanOf),
                  ...figures<Span>(outcomes, (span) => ({ name: spanOf(span), days: daysOf(span) })),
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
                  named<RoundTrends['products'][number]>(t('product'), ({ product }) => product.name),
                  ...figures<RoundTrends['products'][number]>(verdicts, ({ product }) => ({
                    ...{ name: product.name, productId: product.id },
                  })),
                  overTime<RoundTrends['products'][number]>(
                    ({ product }) => address.hrefWith({ product: product.id, client: null }),
                    ({ product }) => product.name,
                  ),
                ]}
                empty={null}
              />
            </Panel>
          ) : null}
          {trends.departments.length > 0 ? (
            <>
              <Panel title={t('departments')} flush>
                <DataTable
                  caption={t('departments')}
                  rows={trends.departments}
                  rowKey={({ departmentId }) => departmentId}
                  columns={[
                    named<Department>(t('department'), departmentName),
                    {
                      key: 'complaints',
                      header: t('complaints'),
                      align: 'end',
                      cell: (row) =>
                        complaintsOf(
                          row.complaints,
                          row,
                          period,
                          `${departmentName(row)}, ${t('complaints')}`,
                        ),
                    },
                  ]}
                  empty={null}
                />
              </Panel>
              <Panel title={t('complaintSpans')} flush>
                <DataTable
                  caption={t('complaintSpans')}
                  rows={trends.spans
                    .map((span, index) => ({ span, index }))
                    .filter(({ index }) =>
                      trends.departments.some(({ complaintsBySpan }) => complaintsBySpan[index]),
                    )}
                  rowKey={({ span }) => String(span.from)}
                  columns={[
                    named<{ span: Span; index: number }>(t('span'), ({ span }) => spanOf(span)),
                    ...trends.departments.map(
                      (department): Column<{ span: Span; index: number }> => ({
                        key: department.departmentId,
                        header: departmentName(department),
                        align: 'end',
                        cell: ({ span, index }) =>
                          complaintsOf(
                            department.complaintsBySpan[index] ?? 0,
                            department,
                            daysOf(span),
                            `${spanOf(span)}, ${departmentName(department)}`,
                          ),
                      }),
                    ),
                  ]}
                  empty={null}
                />
              </Panel>
            </>
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
                  ...figures<RoundTrends['clients'][number]>(verdicts, ({ counterparty }) => ({
                    name: counterparty.name,
                    clientId: counterparty.id,
                  })),
                  { key: 'last', header: t('last'), cell: ({ last }) => <RoundStateBadge state={last} /> },
                  overTime<RoundTrends['clients'][number]>(
                    ({ counterparty }) => address.hrefWith({ client: counterparty.id, product: null }),
                    ({ counterparty }) => counterparty.name,
                  ),
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
