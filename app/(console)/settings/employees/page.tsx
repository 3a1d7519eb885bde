import { Plus } from 'lucide-react';
import { notFound } from 'next/navigation';
import { departmentNames } from '@/app/(console)/settings/department-names';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { CsvButton } from '@/components/exports/csv-button';
import { served } from '@/components/lists/served';
import { ServedTable } from '@/components/lists/served-table';
import { RefreshOnNews } from '@/components/live/live-provider';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button-link';
import { PageHeader } from '@/components/ui/page-header';
import { Pager } from '@/components/ui/pager';
import { Panel } from '@/components/ui/panel';
import { fullName } from '@/lib/domain/employees/employee';
import type { DirectoryEntry } from '@/lib/domain/employees/employees.contract';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { localizedName } from '@/lib/domain/localized-name';
import { listEmployees } from '@/lib/operations/employees/list-employees';

type Props = { searchParams: Promise<{ after?: string; disabled?: string }> };

export default async function EmployeesPage({ searchParams }: Props) {
  const { person, context } = await signedInPage();
  if (!mayAdminister(person)) notFound();
  const { after, disabled } = await searchParams;
  const withDisabled = disabled === '1' ? '1' : '0';
  const { rows, next } = await listEmployees(context, { after, withDisabled, limit: 100 });
  const { t, format, locale } = await requestLanguage();
  const departments = await departmentNames(context, locale);
  const address = (query: Record<string, string>) => `/settings/employees?${new URLSearchParams(query)}`;
  const kept: Record<string, string> = withDisabled === '1' ? { disabled: '1' } : {};
  return (
    <>
      <RefreshOnNews nouns={['employee', 'department']} />
      <PageHeader
        title={t('settings.nav.employees')}
        actions={
          <>
            <CsvButton list="employees" filters={{ withDisabled }} />
            <ButtonLink href={address(withDisabled === '1' ? {} : { disabled: '1' })}>
              {withDisabled === '1' ? t('employees.hideDisabled') : t('employees.showDisabled')}
            </ButtonLink>
            <ButtonLink href="/settings/employees/new" variant="primary" icon={<Plus aria-hidden="true" />}>
              {t('employees.add')}
            </ButtonLink>
          </>
        }
      />
      <Panel flush>
        <ServedTable
          list="employees"
          caption={t('employees.list')}
          {...served<DirectoryEntry>({
            rows,
            rowKey: (row) => row.id,
            rowHref: (row) => `/settings/employees/${row.id}`,
            columns: [
              { key: 'name', header: t('employees.name'), isRowHeader: true, cell: fullName },
              {
                key: 'department',
                header: t('employees.department'),
                cell: (row) => departments.get(row.departmentId) ?? '',
              },
              {
                key: 'roles',
                header: t('employees.rolesLabel'),
                cell: (row) =>
                  [
                    ...row.roles.map((role) => t(`employees.roles.${role}`)),
                    ...row.addedRoles.map((role) => localizedName(role, locale)),
                  ].join(', '),
              },
              {
                key: 'phone',
                header: t('employees.phone'),
                cell: (row) =>
                  row.phoneKind === 'browser' ? t('employees.phoneKinds.browser') : (row.phone ?? '—'),
              },
              {
                key: 'access',
                header: t('employees.access'),
                cell: (row) =>
                  row.disabledAt !== null ? (
                    <Badge tone="danger">
                      {t('employees.disabled', { at: format.dateTime(row.disabledAt, 'date') })}
                    </Badge>
                  ) : (
                    <Badge tone={row.hasPassword ? 'good' : 'warning'}>
                      {row.hasPassword ? t('employees.hasPassword') : t('employees.noPassword')}
                    </Badge>
                  ),
              },
            ],
          })}
          footer={
            <Pager
              firstHref={after ? address(kept) : null}
              nextHref={next ? address({ ...kept, after: next }) : null}
            />
          }
        />
      </Panel>
    </>
  );
}
