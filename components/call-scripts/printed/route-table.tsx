'use client';

import { useTranslations } from 'use-intl';
import { TablePanel } from '@/components/ui/table-panel';
import type { CallRoute } from '@/lib/domain/calls/route';
import { useChartWords } from '../use-chart-words';
import { useRouteWords } from './use-route-words';

/** What each route of the call script leaves when its goodbye is said. */
export function RouteTable({ routes }: { routes: readonly CallRoute[] }) {
  const t = useTranslations('callScriptPage.handbook');
  const { chart } = useChartWords();
  const wordsOf = useRouteWords();
  return (
    <TablePanel
      title={t('routes')}
      rows={routes}
      rowKey={(route) => route}
      columns={[
        {
          key: 'route',
          header: t('contract.route'),
          isRowHeader: true,
          cell: (route) => chart('routes', route),
        },
        { key: 'card', header: t('contract.card'), cell: (route) => wordsOf(route).card },
        { key: 'appeal', header: t('contract.appeal'), cell: (route) => wordsOf(route).appeal },
        { key: 'reaction', header: t('contract.reaction'), cell: (route) => wordsOf(route).reaction },
        { key: 'next', header: t('contract.nextReaction'), cell: (route) => wordsOf(route).next },
        { key: 'handOver', header: t('contract.to'), cell: (route) => wordsOf(route).handOver },
      ]}
    />
  );
}
