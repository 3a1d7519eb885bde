import { notFound } from 'next/navigation';
import { HistoryPanel } from '@/app/(console)/settings/history-panel';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { RefreshOnNews } from '@/components/live/live-provider';
import { AddRole } from '@/components/roles/role-dialogs';
import { RolesMatrix } from '@/components/roles/roles-matrix';
import { RolesTable } from '@/components/roles/roles-table';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { mayAdminister, mayReadHistory } from '@/lib/domain/employees/permissions';
import { listRoles } from '@/lib/operations/employees/list-roles';

export default async function RolesPage() {
  const { person, context } = await signedInPage();
  if (!mayAdminister(person)) notFound();
  const { t } = await requestLanguage();
  const { rows } = await listRoles(context);
  return (
    <>
      <RefreshOnNews nouns={['role', 'employee']} />
      <PageHeader title={t('roles.title')} actions={<AddRole />} />
      <p className="max-w-3xl pb-4 text-soft">{t('roles.hint')}</p>
      <div className="flex flex-col gap-4">
        <Panel flush>
          <RolesTable roles={rows} />
        </Panel>
        <Panel title={t('roles.matrix')} flush>
          <p className="px-4 py-2 text-soft text-sm">{t('roles.legend')}</p>
          <RolesMatrix roles={rows.filter(({ disabledAt }) => disabledAt === null)} />
        </Panel>
        {mayReadHistory(person) ? <HistoryPanel context={context} noun="role" /> : null}
      </div>
    </>
  );
}
