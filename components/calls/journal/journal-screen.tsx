'use client';

import { useTranslations } from 'use-intl';
import { CsvButton } from '@/components/exports/csv-button';
import { sortByTime } from '@/components/lists/sort-by-time';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { useListAddress } from '@/components/ui/use-list-address';
import type { JournalRow } from '@/lib/domain/calls/journal-view';
import type { Page, TimeOrder } from '@/lib/domain/paging';
import { JournalFilters, type JournalFiltersProps } from './journal-filters';
import { JournalTable } from './journal-table';

type Props = Omit<JournalFiltersProps, 'show'> & {
  page: Page<JournalRow>;
  order: TimeOrder;
  /** The same filters as the API takes them. */
  asked: Readonly<Record<string, string | number | boolean | undefined>>;
};

/** Every call with what came of it; what is shown stands in the address. */
export function JournalScreen({ page, asked, order, ...filters }: Props) {
  const t = useTranslations('calls');
  const address = useListAddress();
  return (
    <>
      <PageHeader title={t('title')} actions={<CsvButton list="calls" filters={{ ...asked, order }} />} />
      <JournalFilters {...filters} show={address.show} />
      <Panel flush>
        <JournalTable
          rows={page.rows}
          firstHref={address.firstHref}
          nextHref={page.next && address.hrefWith({ after: page.next })}
          busy={address.isPending}
          sort={sortByTime('arrived', order, address.hrefWith)}
        />
      </Panel>
    </>
  );
}
