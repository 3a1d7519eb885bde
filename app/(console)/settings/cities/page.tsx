import { notFound } from 'next/navigation';
import { DirectoryPage, DirectoryTable } from '@/app/(console)/settings/directory-page';
import { HistoryPanel } from '@/app/(console)/settings/history-panel';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { CsvButton } from '@/components/exports/csv-button';
import { AddCity, EditCity } from '@/components/settings/city-dialogs';
import { CitySearch } from '@/components/settings/city-search';
import { timeZoneName } from '@/components/settings/time-zone-name';
import { EmptyState } from '@/components/ui/empty-state';
import { Pager } from '@/components/ui/pager';
import { Panel } from '@/components/ui/panel';
import type { CityView } from '@/lib/domain/cities/cities.contract';
import { mayEditDirectories, mayReadHistory } from '@/lib/domain/employees/permissions';
import { localizedName } from '@/lib/domain/localized-name';
import { listCities } from '@/lib/operations/settings/list-cities';

type Props = { searchParams: Promise<{ query?: string; after?: string }> };

export default async function CitiesPage({ searchParams }: Props) {
  const { person, context } = await signedInPage();
  if (!mayEditDirectories(person)) notFound();
  const { query = '', after } = await searchParams;
  const { rows, next } = await listCities(context, {
    query: query.slice(0, 100),
    withDisabled: '1',
    after,
    limit: 50,
  });
  const { t, locale } = await requestLanguage();
  const kept: Record<string, string> = query ? { query } : {};
  const address = (parts: Record<string, string>) => `/settings/cities?${new URLSearchParams(parts)}`;
  return (
    <DirectoryPage
      title={t('settings.nav.cities')}
      nouns={['city']}
      actions={
        <>
          <CsvButton list="cities" filters={{ query, withDisabled: '1' }} />
          <AddCity />
        </>
      }
    >
      <CitySearch query={query} />
      <Panel flush>
        <DirectoryTable<CityView>
          list="cities"
          path="/cities"
          edit={(row) => <EditCity city={row} />}
          nameOf={(row) => localizedName(row, locale)}
          caption={t('cities.list')}
          rows={rows}
          empty={<EmptyState title={t('cities.empty')} text={t('cities.emptyText')} />}
          columns={[
            {
              key: 'name',
              header: t('cities.name'),
              isRowHeader: true,
              cell: (row) => localizedName(row, locale),
            },
            { key: 'region', header: t('cities.region'), cell: (row) => row.region },
            { key: 'codes', header: t('cities.codes'), cell: (row) => row.diallingCodes.join(', ') || '—' },
            {
              key: 'timeZone',
              header: t('cities.timeZone'),
              cell: (row) => timeZoneName(row.timeZone, locale, Date.now()),
            },
          ]}
          footer={
            <Pager
              firstHref={after ? address(kept) : null}
              nextHref={next ? address({ ...kept, after: next }) : null}
            />
          }
        />
      </Panel>
      {mayReadHistory(person) ? <HistoryPanel context={context} noun="city" /> : null}
    </DirectoryPage>
  );
}
