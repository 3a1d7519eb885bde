'use client';

import { useTranslations } from 'use-intl';
import { CsvButton } from '@/components/exports/csv-button';
import { DaysFilter } from '@/components/lists/days-filter';
import { NextReactionDialogs } from '@/components/reactions/next-reaction-dialogs';
import { FilterBar } from '@/components/ui/filter-bar';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { Segmented } from '@/components/ui/segmented';
import { useListAddress } from '@/components/ui/use-list-address';
import type { MissedCaller } from '@/lib/domain/calls/missed-caller';
import { missedShows } from '@/lib/domain/calls/missed-shows';
import type { Page } from '@/lib/domain/paging';
import { MissedTable } from './missed-table';

type Props = {
  personId: string;
  shown: (typeof missedShows)[number];
  /** Of the first missed call, as `YYYY-MM-DD`; empty when not limited. */
  days: { from: string; until: string };
  /** The same as the API takes them. */
  asked: Readonly<Record<string, number | undefined>>;
  page: Page<MissedCaller>;
};

/** Callers nobody answered: those to be called back, and those who were. */
export function MissedScreen({ personId, shown, days, asked, page }: Props) {
  const t = useTranslations('missed');
  const address = useListAddress();
  return (
    <NextReactionDialogs personId={personId}>
      <PageHeader
        title={t('title')}
        actions={<CsvButton list="missed-callers" filters={{ show: shown, ...asked }} />}
      />
      <FilterBar
        isFiltered={Boolean(days.from || days.until)}
        onReset={() => address.show({ from: null, until: null })}
        first={
          <Segmented
            label={t('show.label')}
            options={missedShows.map((value) => ({ value, label: t(`show.${value}`) }))}
            value={shown}
            onValueChange={(value) => address.show({ show: value === 'open' ? null : value })}
          />
        }
      >
        <DaysFilter from={days.from} until={days.until} show={address.show} />
      </FilterBar>
      <Panel flush>
        <MissedTable
          personId={personId}
          rows={page.rows}
          shown={shown}
          firstHref={address.firstHref}
          nextHref={page.next && address.hrefWith({ after: page.next })}
          busy={address.isPending}
        />
      </Panel>
    </NextReactionDialogs>
  );
}
