'use client';

import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useDepartmentName } from '@/components/reactions/department-name';
import type { Column } from '@/components/ui/table-column';
import { TablePanel } from '@/components/ui/table-panel';
import { TextLink } from '@/components/ui/text-link';
import { useListAddress } from '@/components/ui/use-list-address';
import type { RoundTrends } from '@/lib/domain/rounds/round-views';
import { trendDayOf } from '@/lib/domain/rounds/trend-period';
import { RoundStateBadge } from './round-state';
import { type Counting, type TrendFigure, type TrendOutcome, trendOutcomes } from './use-trend-figure';

type Counted = { satisfied: number; dissatisfied: number };

/** The satisfaction of the period by question, fortnight, product, department and client. */
export function TrendTables({ trends, figure }: { trends: RoundTrends; figure: TrendFigure }) {
  const t = useTranslations('rounds.trendsPage');
  const rounds = useTranslations('rounds');
  const format = useFormatter();
  const departmentName = useDepartmentName();
  const address = useListAddress();
  const { total } = trends;
  const figures = <Row extends Partial<Record<TrendOutcome, number>>>(
    shown: readonly TrendOutcome[],
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
      <TablePanel
        title={t('subjects')}
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
      {total.rounds > 0 ? (
        <TablePanel
          title={t('spans')}
          rows={trends.spans.filter((span) => span.rounds > 0)}
          rowKey={({ from }) => String(from)}
          columns={[
            named<RoundTrends['spans'][number]>(t('span'), spanOf),
            ...figures<RoundTrends['spans'][number]>(trendOutcomes, (span) => ({
              name: spanOf(span),
              days: { from: trendDayOf(span.from), until: trendDayOf(span.until - 1) },
            })),
          ]}
          empty={null}
        />
      ) : null}
      {trends.products.length > 0 ? (
        <TablePanel
          title={t('products')}
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
      ) : null}
      {trends.departments.length > 0 ? (
        <TablePanel
          title={t('departments')}
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
      ) : null}
      {total.rounds > 0 ? (
        <TablePanel
          title={t('clients')}
          rows={trends.clients}
          rowKey={({ counterparty }) => counterparty.id}
          rowHref={({ counterparty }) => `/counterparties/${counterparty.id}`}
          columns={[
            named<RoundTrends['clients'][number]>(t('client'), ({ counterparty }) => counterparty.name),
            ...figures<RoundTrends['clients'][number]>(['satisfied', 'dissatisfied'], ({ counterparty }) => ({
              name: counterparty.name,
              clientId: counterparty.id,
            })),
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
      ) : null}
    </>
  );
}
