import { Plus } from 'lucide-react';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { served } from '@/components/lists/served';
import { ServedTable } from '@/components/lists/served-table';
import { RefreshOnNews } from '@/components/live/live-provider';
import { timeZoneName } from '@/components/settings/time-zone-name';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button-link';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import type { BusinessHours } from '@/lib/domain/deadlines/business-hours';
import type { DepartmentView } from '@/lib/domain/employees/departments.contract';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { listDepartments } from '@/lib/operations/departments/list-departments';

export default async function DepartmentsPage() {
  const { person, context } = await signedInPage();
  const { rows } = await listDepartments(context);
  const { t, locale, format } = await requestLanguage();
  return (
    <>
      <RefreshOnNews nouns={['department', 'employee', 'nextReaction']} />
      <PageHeader
        title={t('settings.nav.departments')}
        actions={
          mayAdminister(person) ? (
            <ButtonLink href="/settings/departments/new" variant="primary" icon={<Plus aria-hidden="true" />}>
              {t('departments.add')}
            </ButtonLink>
          ) : null
        }
      />
      <Panel flush>
        <ServedTable
          list="departments"
          caption={t('departments.list')}
          {...served<DepartmentView>({
            rows,
            rowKey: (row) => row.id,
            rowHref: (row) => `/settings/departments/${row.id}`,
            columns: [
              {
                key: 'name',
                header: t('departments.name'),
                isRowHeader: true,
                cell: (row) => (locale === 'en' ? row.nameEn : row.name),
              },
              {
                key: 'kind',
                header: t('departments.kind'),
                cell: (row) => t(`departments.kinds.${row.kind}`),
              },
              { key: 'head', header: t('departments.head'), cell: (row) => row.headName ?? '—' },
              {
                key: 'hours',
                header: t('departments.hours'),
                cell: (row) =>
                  isRoundTheClock(row.hours)
                    ? t('departments.roundTheClock')
                    : `${t('departments.byTimetable')}, ${timeZoneName(row.hours.timeZone, locale, Date.now())}`,
              },
              { key: 'people', header: t('departments.people'), align: 'end', cell: (row) => row.employees },
              {
                key: 'open',
                header: t('departments.open'),
                align: 'end',
                cell: (row) => row.openNextReactions,
              },
              {
                key: 'state',
                header: t('settings.state'),
                cell: (row) =>
                  row.disabledAt === null ? (
                    <Badge tone="good">{t('settings.inUse')}</Badge>
                  ) : (
                    <Badge>
                      {t('departments.disabled', { at: format.dateTime(row.disabledAt, 'date') })}
                    </Badge>
                  ),
              },
            ],
          })}
        />
      </Panel>
    </>
  );
}

function isRoundTheClock(hours: BusinessHours): boolean {
  return (
    hours.holidays.length === 0 &&
    hours.weekly.length === 7 &&
    hours.weekly.every(
      ({ intervals }) =>
        intervals.length === 1 && intervals[0]!.from === '00:00' && intervals[0]!.until === '24:00',
    )
  );
}
