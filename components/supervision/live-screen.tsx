'use client';

import { useTranslations } from 'use-intl';
import { FilterBar } from '@/components/ui/filter-bar';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { Segmented } from '@/components/ui/segmented';
import { useListAddress } from '@/components/ui/use-list-address';
import { liveShows } from '@/lib/domain/calls/live-shows';
import type { LiveCall } from '@/lib/domain/calls/supervision.contract';
import type { Page } from '@/lib/domain/paging';
import { LiveTable } from './live-table';

type Props = {
  shown: (typeof liveShows)[number];
  /** Whose calls alone are shown; null for everybody's. */
  employeeName: string | null;
  page: Page<LiveCall> & { counts: { all: number; help: number } };
  /** Calls of several departments stand together. */
  withDepartment: boolean;
  personId: string;
};

/** The calls that go on, those whose employee asks for help first, and the way into each conversation (S5). */
export function LiveScreen({ shown, employeeName, page, withDepartment, personId }: Props) {
  const t = useTranslations('supervision');
  const address = useListAddress();
  return (
    <>
      <PageHeader title={t('title')} />
      <FilterBar isFiltered={employeeName !== null} onReset={() => address.show({ person: null })}>
        <Segmented
          label={t('show.label')}
          options={liveShows.map((value) => ({
            value,
            label: t(`show.${value}`),
            count: page.counts[value],
          }))}
          value={shown}
          onValueChange={(value) => address.show({ show: value === 'all' ? null : value })}
        />
        {employeeName === null ? null : (
          <p className="self-center text-soft">{t('show.onlyOf', { name: employeeName })}</p>
        )}
      </FilterBar>
      <Panel flush>
        <LiveTable
          rows={page.rows}
          shown={shown}
          withDepartment={withDepartment}
          personId={personId}
          isSought={employeeName !== null}
          firstHref={address.firstHref}
          nextHref={page.next && address.hrefWith({ after: page.next })}
          busy={address.isPending}
        />
      </Panel>
    </>
  );
}
