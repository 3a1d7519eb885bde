import { notFound } from 'next/navigation';
import { HistoryPanel } from '@/app/(console)/settings/history-panel';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { RefreshOnNews } from '@/components/live/live-provider';
import { AddCity, EditCity } from '@/components/settings/city-dialogs';
import { CitySearch } from '@/components/settings/city-search';
import { EnablingButton } from '@/components/settings/enabling-button';
import { timeZoneName } from '@/components/settings/time-zone-name';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
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
  const { t, locale, format } = await requestLanguage();
  const kept: Record<string, string> = query ? { query } : {};
  const address = (parts: Record<string, string>) => `/settings/cities?${new URLSearchParams(parts)}`;
  return (
    <>
      <RefreshOnNews nouns={['city']} />
      <PageHeader title={t('settings.nav.cities')} actions={<AddCity />} />
      <div className="pb-3">
        <CitySearch query={query} />
      </div>
      <div className="flex flex-col gap-4">
        <Panel flush>
          <DataTable<CityView>
            caption={t('cities.list')}
            rows={rows}
            rowKey={(row) => row.id}
            empty={<EmptyState title={t('cities.empty')} />}
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
              {
                key: 'state',
                header: t('settings.state'),
                cell: (row) =>
                  row.disabledAt === null ? (
                    <Badge tone="good">{t('settings.inUse')}</Badge>
                  ) : (
                    <Badge>{t('settings.disabled', { at: format.dateTime(row.disabledAt, 'date') })}</Badge>
                  ),
              },
              {
                key: 'actions',
                header: t('common.actions'),
                isHeaderHidden: true,
                align: 'end',
                cell: (row) => (
                  <div className="flex gap-1">
                    <EditCity city={row} />
                    <EnablingButton
                      path={`/cities/${row.id}`}
                      name={localizedName(row, locale)}
                      isDisabled={row.disabledAt !== null}
                    />
                  </div>
                ),
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
      </div>
    </>
  );
}
