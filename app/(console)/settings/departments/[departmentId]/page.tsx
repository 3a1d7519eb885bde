import { notFound } from 'next/navigation';
import { HistoryPanel } from '@/app/(console)/settings/history-panel';
import { headChoices } from '@/app/(console)/settings/people-choices';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { RefreshOnNews } from '@/components/live/live-provider';
import { CallHandlingForm, CallHandlingTable } from '@/components/settings/call-handling-form';
import { DepartmentForm, DepartmentHoursForm } from '@/components/settings/department-form';
import { DepartmentStatus } from '@/components/settings/department-status';
import { EscalationForm, EscalationTable } from '@/components/settings/escalation-form';
import { HoursTable } from '@/components/settings/hours-table';
import { Badge } from '@/components/ui/badge';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import { mayAdminister, mayReadHistory, mayRunDepartment } from '@/lib/domain/employees/permissions';
import { listDepartments } from '@/lib/operations/departments/list-departments';

type Props = { params: Promise<{ departmentId: string }> };

export default async function DepartmentPage({ params }: Props) {
  const { person, context } = await signedInPage();
  const { departmentId } = await params;
  const { rows } = await listDepartments(context);
  const department = rows.find((row) => row.id === departmentId);
  if (!department) notFound();
  const { t, locale, format } = await requestLanguage();
  const name = locale === 'en' ? department.nameEn : department.name;
  const others = rows
    .filter(
      ({ id, disabledAt }) =>
        id !== department.id && (disabledAt === null || id === department.overflowDepartmentId),
    )
    .map((row) => ({ id: row.id, name: locale === 'en' ? row.nameEn : row.name }));
  return (
    <>
      <RefreshOnNews nouns={['department', 'employee', 'nextReaction']} />
      <PageHeader
        title={name}
        meta={
          department.disabledAt === null ? (
            <Badge>{t(`departments.kinds.${department.kind}`)}</Badge>
          ) : (
            <Badge tone="danger">
              {t('departments.disabled', { at: format.dateTime(department.disabledAt, 'dateTime') })}
            </Badge>
          )
        }
        up={<TextLink href="/settings/departments">{t('settings.nav.departments')}</TextLink>}
        actions={
          mayAdminister(person) ? (
            <DepartmentStatus department={{ id: department.id, name, disabledAt: department.disabledAt }} />
          ) : null
        }
      />
      <div className="flex flex-col gap-4">
        {mayAdminister(person) ? (
          <Panel>
            <DepartmentForm
              department={department}
              heads={await headChoices(context, department.id, locale)}
            />
          </Panel>
        ) : null}
        <Panel title={t('departments.hours')}>
          {mayRunDepartment(person, department.id) ? (
            <DepartmentHoursForm department={department} />
          ) : (
            <HoursTable hours={department.hours} />
          )}
        </Panel>
        <Panel title={t('departments.callHandling')}>
          {mayRunDepartment(person, department.id) ? (
            <CallHandlingForm
              departmentId={department.id}
              version={department.version}
              handling={department}
              others={others}
            />
          ) : (
            <CallHandlingTable handling={department} others={others} />
          )}
        </Panel>
        <Panel title={t('departments.escalation.title')}>
          {mayRunDepartment(person, department.id) ? (
            <EscalationForm
              departmentId={department.id}
              version={department.version}
              chain={department.escalation}
            />
          ) : (
            <EscalationTable chain={department.escalation} />
          )}
        </Panel>
        {mayReadHistory(person) ? (
          <HistoryPanel context={context} noun="department" nounId={department.id} />
        ) : null}
      </div>
    </>
  );
}
