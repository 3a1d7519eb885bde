'use client';

import { useTranslations } from 'use-intl';
import { CsvButton } from '@/components/exports/csv-button';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { useListAddress } from '@/components/ui/use-list-address';
import type { JournalRow } from '@/lib/domain/calls/journal-view';
import type { Page } from '@/lib/domain/paging';
import { JournalFilters, type JournalFiltersProps } from './journal-filters';
import { JournalTable } from './journal-table';

type Props = Omit<JournalFiltersProps, 'show'> & {
  page: Page<JournalRow>;
  /** The same filters as the API takes them. */
  asked: Readonly<Record<string, string | number | undefined>>;
};

/** Every call with what came of it; what is shown stands in the address. */
export function JournalScreen({ page, asked, ...filters }: Props) {
  const t = useTranslations('calls');
  const address = useListAddress();
  return (
    <>
      <PageHeader title={t('title')} actions={<CsvButton list="calls" filters={asked} />} />
      <JournalFilters {...filters} show={address.show} />
      <Panel flush>
        <JournalTable
          rows={page.rows}
          firstHref={address.firstHref}
          nextHref={page.next && address.hrefWith({ after: page.next })}
          busy={address.isPending}
        />
      </Panel>
    </>
  );
}
