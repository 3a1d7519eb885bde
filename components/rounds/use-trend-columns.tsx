import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { NumberLink } from '@/components/reports/number-link';
import type { Column } from '@/components/ui/table-column';
import { TextLink } from '@/components/ui/text-link';
import type { RoundSubject, Verdict } from '@/lib/domain/rounds/round';
import type { RoundTrends } from '@/lib/domain/rounds/round-views';
import { trendDayOf } from '@/lib/domain/rounds/trend-period';

export type TrendSpan = RoundTrends['spans'][number];
/** Of what is shown: `maySeeAll` counts everybody's clients, else one's own. */
export type TrendScope = { trends: RoundTrends; maySeeAll: boolean };

type Days = { from: string; until: string };
type Outcome = (typeof outcomes)[number];
/** Of what a figure is; of the whole period, and of the product and the client of the address, unless named. */
type Counting = { name: string; days?: Days; clientId?: string; productId?: string; subject?: RoundSubject };

export const outcomes = ['satisfied', 'dissatisfied', 'notReached', 'refused', 'missed'] as const;
export const verdicts = ['satisfied', 'dissatisfied'] as const satisfies Verdict[];

export const daysOf = ({ from, until }: TrendSpan): Days => ({
  from: trendDayOf(from),
  until: trendDayOf(until - 1),
});

/** How tables of trends name their rows and count what each is about: a figure leads to the rounds it counts. */
export function useTrendColumns({ trends: { period, product, client }, maySeeAll }: TrendScope) {
  const t = useTranslations('rounds.trendsPage');
  const format = useFormatter();
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
    return (
      <NumberLink
        value={count}
        text={format.number(count)}
        href={`/rounds?${filters}`}
        label={`${name}, ${t(outcome)}`}
      />
    );
  };
  return {
    figure,
    figures: <Row extends Partial<Record<Outcome, number>>>(
      shown: readonly Outcome[],
      of: (row: Row) => Counting,
    ): Column<Row>[] =>
      shown.map((outcome) => ({
        key: outcome,
        header: t(outcome),
        align: 'end',
        cell: (row) => figure(row[outcome] ?? 0, outcome, of(row)),
      })),
    named: <Row,>(header: string, cell: (row: Row) => ReactNode): Column<Row> => ({
      key: 'name',
      header,
      isRowHeader: true,
      cell,
    }),
    overTime: <Row,>(hrefOf: (row: Row) => string, nameOf: (row: Row) => string): Column<Row> => ({
      key: 'overTime',
      header: t('overTime'),
      cell: (row) => (
        <TextLink href={hrefOf(row)} aria-label={t('showOf', { name: nameOf(row) })}>
          {t('show')}
        </TextLink>
      ),
    }),
    spanOf: ({ from, until }: TrendSpan) =>
      `${format.dateTime(from, 'date')} – ${format.dateTime(until - 1, 'date')}`,
  };
}
