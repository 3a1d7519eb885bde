import { notFound } from 'next/navigation';
import { HistoryPanel } from '@/app/(console)/settings/history-panel';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { RenameRole } from '@/components/roles/role-dialogs';
import { RoleEnabling } from '@/components/roles/role-enabling';
import { RoleRightsForm } from '@/components/roles/role-rights-form';
import { Badge } from '@/components/ui/badge';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import { mayAdminister, mayReadHistory } from '@/lib/domain/employees/permissions';
import type { Role } from '@/lib/domain/employees/roles';
import { localizedName } from '@/lib/domain/localized-name';
import { listRoles } from '@/lib/operations/employees/list-roles';

type Props = { params: Promise<{ roleId: string }> };

export default async function RolePage({ params }: Props) {
  const { person, context } = await signedInPage();
  if (!mayAdminister(person)) notFound();
  const { roleId } = await params;
  const role = (await listRoles(context)).rows.find(({ id }) => id === roleId);
  if (!role) notFound();
  const { t, format, locale } = await requestLanguage();
  const name =
    role.name === null
      ? t(`employees.roles.${role.id as Role}`)
      : localizedName({ name: role.name, nameEn: role.nameEn ?? '' }, locale);
  return (
    <>
      <PageHeader
        title={t('roles.rightsOf', { role: name })}
        up={<TextLink href="/settings/roles">{t('roles.title')}</TextLink>}
        meta={
          <>
            <Badge>{t('roles.people', { count: role.employees })}</Badge>
            {role.disabledAt === null ? null : (
              <Badge tone="danger">
                {t('roles.disabled', { at: format.dateTime(role.disabledAt, 'dateTime') })}
              </Badge>
            )}
          </>
        }
        actions={
          role.isAdded ? (
            <>
              <RenameRole role={role} />
              <RoleEnabling role={role} />
            </>
          ) : null
        }
      />
      <div className="flex flex-col gap-4">
        <RoleRightsForm key={role.id} role={role} />
        {mayReadHistory(person) ? <HistoryPanel context={context} noun="role" nounId={role.id} /> : null}
      </div>
    </>
  );
}
