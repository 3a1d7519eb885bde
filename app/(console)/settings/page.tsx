import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { AddApiToken } from '@/components/api-tokens/add-api-token';
import { ApiTokensTable } from '@/components/api-tokens/api-tokens-table';
import { OwnSessions } from '@/components/employees/own-sessions';
import { OwnIdentityForm, OwnPasswordForm, OwnReminderForm } from '@/components/employees/own-settings';
import { Badge } from '@/components/ui/badge';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { localizedName } from '@/lib/domain/localized-name';
import { getMe } from '@/lib/operations/employees/get-me';
import { listOwnApiTokens } from '@/lib/operations/sessions/list-api-tokens';
import { listSessions } from '@/lib/operations/sessions/list-sessions';
import { peopleChoices } from './people-choices';

export default async function OwnSettingsPage() {
  const { context } = await signedInPage();
  const { t, locale } = await requestLanguage();
  const { employee } = await getMe(context);
  const { rows } = await listSessions(context);
  return (
    <>
      <PageHeader
        title={t('settings.nav.own')}
        meta={
          <>
            {employee.roles.map((role) => (
              <Badge key={role}>{t(`employees.roles.${role}`)}</Badge>
            ))}
            {employee.addedRoles.map((role) => (
              <Badge key={role.id}>{localizedName(role, locale)}</Badge>
            ))}
          </>
        }
      />
      <div className="flex max-w-3xl flex-col gap-4">
        <Panel title={t('settings.own.identity')}>
          <OwnIdentityForm employee={employee} people={await peopleChoices(context, locale)} />
        </Panel>
        <Panel title={t('settings.own.reminders')}>
          <OwnReminderForm reminderMinutes={employee.reminderMinutes} />
        </Panel>
        {employee.hasPassword ? (
          <Panel title={t('settings.own.password')}>
            <OwnPasswordForm email={employee.email} />
          </Panel>
        ) : null}
        <Panel title={t('settings.own.sessions')}>
          <OwnSessions sessions={rows} />
        </Panel>
      </div>
      <Panel title={t('apiTokens.own')} actions={<AddApiToken />} className="mt-4" flush>
        <p className="px-4 py-3 text-soft">{t('apiTokens.hint')}</p>
        <ApiTokensTable tokens={(await listOwnApiTokens(context)).rows} />
      </Panel>
    </>
  );
}
