'use client';

import { useTranslations } from 'use-intl';
import { CsvButton } from '@/components/exports/csv-button';
import { sortByTime } from '@/components/lists/sort-by-time';
import { FilterBar } from '@/components/ui/filter-bar';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { Segmented } from '@/components/ui/segmented';
import { useListAddress } from '@/components/ui/use-list-address';
import type { Page, TimeOrder } from '@/lib/domain/paging';
import type { AppealView } from '@/lib/domain/reactions/reaction-views';
import { AppealTable } from './appeal-table';

type State = 'open' | 'closed' | 'all';

type Props = { page: Page<AppealView>; state: State; order: TimeOrder };

/** Appeals by state, newest first or oldest first. */
export function AppealsScreen({ page, state, order }: Props) {
  const t = useTranslations('appeals');
  const address = useListAddress();
  return (
    <>
      <PageHeader title={t('title')} actions={<CsvButton list="appeals" filters={{ state }} />} />
      <FilterBar>
        <Segmented<State>
          label={t('state.label')}
          options={(['open', 'closed', 'all'] as const).map((value) => ({
            value,
            label: t(`state.${value}`),
          }))}
          value={state}
          onValueChange={(value) => address.show({ state: value === 'open' ? null : value })}
        />
      </FilterBar>
      <Panel flush>
        <AppealTable
          rows={page.rows}
          firstHref={address.firstHref}
          nextHref={page.next && address.hrefWith({ after: page.next })}
          busy={address.isPending}
          sort={sortByTime('created', order, address.hrefWith)}
        />
      </Panel>
    </>
  );
}
