import { useFormatter, useTranslations } from 'use-intl';
import { LazyColumnChart } from '@/components/reports/lazy-column-chart';
import { DataTable } from '@/components/ui/data-table';
import { DescriptionList } from '@/components/ui/description-list';
import { Panel } from '@/components/ui/panel';
import { useListAddress } from '@/components/ui/use-list-address';
import type { RoundTrends } from '@/lib/domain/rounds/round-views';
import { RoundStateBadge } from './round-state';
import {
  daysOf,
  outcomes,
  type TrendScope,
  type TrendSpan,
  useTrendColumns,
  verdicts,
} from './use-trend-columns';

type Subject = RoundTrends['subjects'][number];
type Product = RoundTrends['products'][number];
type Client = RoundTrends['clients'][number];

/** How all the rounds of the period ended. */
export function TotalPanel(scope: TrendScope) {
  const t = useTranslations('rounds.trendsPage');
  const format = useFormatter();
  const { figure } = useTrendColumns(scope);
  const { total } = scope.trends;
  return (
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
  );
}

/** With what clients were satisfied: each question of the round. */
export function SubjectsPanel(scope: TrendScope) {
  const t = useTranslations('rounds.trendsPage');
  const rounds = useTranslations('rounds');
  const { named, figures } = useTrendColumns(scope);
  return (
    <Panel title={t('subjects')} flush>
      <DataTable
        caption={t('subjects')}
        rows={scope.trends.subjects}
        rowKey={({ subject }) => subject}
        columns={[
          named<Subject>(t('subject'), ({ subject }) => rounds(`subjects.${subject}`)),
          ...figures<Subject>(verdicts, ({ subject }) => ({ name: rounds(`subjects.${subject}`), subject })),
        ]}
        empty={null}
      />
    </Panel>
  );
}

/** Per fortnight: a chart, and what it draws in numbers. */
export function SpansPanel(scope: TrendScope) {
  const t = useTranslations('rounds.trendsPage');
  const format = useFormatter();
  const { named, figures, spanOf } = useTrendColumns(scope);
  const { spans } = scope.trends;
  return (
    <Panel title={t('spans')} flush>
      <LazyColumnChart
        label={t('chart')}
        rows={spans.map((span) => ({
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
        rows={spans.filter((span) => span.rounds > 0)}
        rowKey={({ from }) => String(from)}
        columns={[
          named<TrendSpan>(t('span'), spanOf),
          ...figures<TrendSpan>(outcomes, (span) => ({ name: spanOf(span), days: daysOf(span) })),
        ]}
        empty={null}
      />
    </Panel>
  );
}

/** Of the clients who have each product; it opens the same of theirs alone. */
export function ProductsPanel(scope: TrendScope) {
  const t = useTranslations('rounds.trendsPage');
  const address = useListAddress();
  const { named, figures, overTime } = useTrendColumns(scope);
  return (
    <Panel title={t('products')} flush>
      <DataTable
        caption={t('products')}
        rows={scope.trends.products}
        rowKey={({ product }) => product.id}
        columns={[
          named<Product>(t('product'), ({ product }) => product.name),
          ...figures<Product>(verdicts, ({ product }) => ({ name: product.name, productId: product.id })),
          overTime<Product>(
            ({ product }) => address.hrefWith({ product: product.id, client: null }),
            ({ product }) => product.name,
          ),
        ]}
        empty={null}
      />
    </Panel>
  );
}

/** Of each client, and where their last round stands; it opens the same of that client alone. */
export function ClientsPanel(scope: TrendScope) {
  const t = useTranslations('rounds.trendsPage');
  const address = useListAddress();
  const { named, figures, overTime } = useTrendColumns(scope);
  return (
    <Panel title={t('clients')} flush>
      <DataTable
        caption={t('clients')}
        rows={scope.trends.clients}
        rowKey={({ counterparty }) => counterparty.id}
        rowHref={({ counterparty }) => `/counterparties/${counterparty.id}`}
        columns={[
          named<Client>(t('client'), ({ counterparty }) => counterparty.name),
          ...figures<Client>(verdicts, ({ counterparty }) => ({
            name: counterparty.name,
            clientId: counterparty.id,
          })),
          { key: 'last', header: t('last'), cell: ({ last }) => <RoundStateBadge state={last} /> },
          overTime<Client>(
            ({ counterparty }) => address.hrefWith({ client: counterparty.id, product: null }),
            ({ counterparty }) => counterparty.name,
          ),
        ]}
        empty={null}
      />
    </Panel>
  );
}
