import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { SettingsNav, type SettingsSection } from '@/components/settings/settings-nav';
import { backupKeeper, backupOffice } from '@/lib/context';
import { isWrong } from '@/lib/domain/backups/state';
import { mayPublishTemplates } from '@/lib/domain/documents/document-rights';
import type { Person } from '@/lib/domain/employees/employee';
import {
  mayAdminister,
  mayBlockNumbers,
  mayEditDirectories,
  mayHandlePersonalData,
  mayReadAccessLog,
  mayReadAuditLog,
  mayReadHistory,
} from '@/lib/domain/employees/permissions';
import { mayWorkOnFolders } from '@/lib/domain/folders/folder-rights';
import { getBackupState } from '@/lib/operations/backups/get-backup-state';
import type { Context } from '@/lib/operations/context';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('settings.title') };
}

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const { person, context } = await signedInPage();
  return (
    <div className="flex gap-6 phone:flex-col phone:gap-3">
      <SettingsNav sections={sectionsOf(person)} areBackupsWrong={await areBackupsWrong(context)} />
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}

async function areBackupsWrong(context: Context): Promise<boolean> {
  const state = await getBackupState(context, { keeper: backupKeeper(), office: backupOffice() });
  return state !== null && isWrong(state);
}

function sectionsOf(person: Person): SettingsSection[] {
  const opens: Partial<Record<SettingsSection, boolean>> = {
    own: true,
    workplace: true,
    employees: mayAdminister(person),
    roles: mayAdminister(person),
    departments: true,
    presence: true,
    times: true,
    reports: true,
    numbers: mayAdminister(person) || mayBlockNumbers(person),
    connection: mayAdminister(person),
    webhooks: mayAdminister(person),
    backups: mayAdminister(person),
    cities: mayEditDirectories(person),
    projects: mayEditDirectories(person),
    'document-templates': mayWorkOnFolders(person) || mayPublishTemplates(person),
    'card-fields': mayAdminister(person),
    history: mayReadHistory(person),
    'access-log': mayReadAccessLog(person),
    'audit-log': mayReadAuditLog(person),
    'api-tokens': mayAdminister(person),
    'personal-data': mayHandlePersonalData(person),
    retention: mayAdminister(person),
  };
  return (Object.keys(opens) as SettingsSection[]).filter((section) => opens[section]);
}
