import { notFound } from 'next/navigation';
import { peopleChoices } from '@/app/(console)/settings/people-choices';
import { roleChoices } from '@/app/(console)/settings/role-choices';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { EmployeeForm } from '@/components/employees/employee-form';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { listDepartments } from '@/lib/operations/departments/list-departments';

export default async function NewEmployeePage() {
  const { person, context } = await signedInPage();
  if (!mayAdminister(person)) notFound();
  const { t, locale } = await requestLanguage();
  const departments = (await listDepartments(context)).rows
    .filter((row) => row.disabledAt === null)
    .map((row) => ({ id: row.id, name: locale === 'en' ? row.nameEn : row.name }));
  return (
    <>
      <PageHeader
        title={t('employees.new')}
        up={<TextLink href="/settings/employees">{t('settings.nav.employees')}</TextLink>}
      />
      <Panel>
        <EmployeeForm
          employee={null}
          departments={departments}
          people={await peopleChoices(context, locale)}
          addedRoles={await roleChoices(context, locale)}
        />
      </Panel>
    </>
  );
}
