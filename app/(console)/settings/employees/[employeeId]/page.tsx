import { notFound } from 'next/navigation';
import { HistoryPanel } from '@/app/(console)/settings/history-panel';
import { peopleChoices } from '@/app/(console)/settings/people-choices';
import { roleChoices } from '@/app/(console)/settings/role-choices';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { EmployeeAccess } from '@/components/employees/employee-access';
import { EmployeeForm } from '@/components/employees/employee-form';
import { DisableEmployee, EnableEmployee } from '@/components/employees/employee-status';
import { RefreshOnNews } from '@/components/live/live-provider';
import { Badge } from '@/components/ui/badge';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import { fullName } from '@/lib/domain/employees/employee';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { Refusal } from '@/lib/domain/errors';
import { listDepartments } from '@/lib/operations/departments/list-departments';
import { getEmployee } from '@/lib/operations/employees/get-employee';

type Props = { params: Promise<{ employeeId: string }> };

export default async function EmployeePage({ params }: Props) {
  const { person, context } = await signedInPage();
  if (!mayAdminister(person)) notFound();
  const { employeeId } = await params;
  const employee = await getEmployee(context, { employeeId }).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'notFound') notFound();
    throw error;
  });
  const { t, format, locale } = await requestLanguage();
  const people = await peopleChoices(context, locale);
  const departments = (await listDepartments(context)).rows
    .filter((row) => row.disabledAt === null || row.id === employee.departmentId)
    .map((row) => ({ id: row.id, name: locale === 'en' ? row.nameEn : row.name }));
  const isDisabled = employee.disabledAt !== null;
  return (
    <>
      <RefreshOnNews nouns={['employee']} />
      <PageHeader
        title={fullName(employee)}
        meta={
          employee.disabledAt !== null ? (
            <Badge tone="danger">
              {t('employees.disabled', { at: format.dateTime(employee.disabledAt, 'dateTime') })}
            </Badge>
          ) : null
        }
        up={<TextLink href="/settings/employees">{t('settings.nav.employees')}</TextLink>}
        actions={
          isDisabled ? (
            <EnableEmployee employeeId={employee.id} />
          ) : employee.id === person.id ? null : (
            <DisableEmployee
              employee={{
                id: employee.id,
                name: fullName(employee),
                openNextReactions: employee.openNextReactions,
                unfinishedCalls: employee.unfinishedCalls,
              }}
              people={people}
            />
          )
        }
      />
      <div className="flex flex-col gap-4">
        <Panel>
          <EmployeeForm
            employee={employee}
            departments={departments}
            people={people}
            addedRoles={
              await roleChoices(
                context,
                locale,
                employee.addedRoles.map(({ id }) => id),
              )
            }
          />
        </Panel>
        {isDisabled ? null : (
          <Panel title={t('employees.access')}>
            <EmployeeAccess employee={employee} />
          </Panel>
        )}
        <HistoryPanel context={context} noun="employee" nounId={employee.id} />
      </div>
    </>
  );
}
