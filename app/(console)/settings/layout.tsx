import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { SettingsNav, type SettingsSection } from '@/components/settings/settings-nav';
import type { Person } from '@/lib/domain/employees/employee';
import {
  mayAdminister,
  mayBlockNumbers,
  mayEditDirectories,
  mayReadAccessLog,
  mayReadHistory,
} from '@/lib/domain/employees/permissions';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('settings.title') };
}

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const { person } = await signedInPage();
  return (
    <div className="flex gap-6 phone:flex-col phone:gap-3">
      <SettingsNav sections={sectionsOf(person)} />
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}

function sectionsOf(person: Person): SettingsSection[] {
  const opens: Partial<Record<SettingsSection, boolean>> = {
    own: true,
    workplace: true,
    employees: mayAdminister(person),
    departments: true,
    presence: true,
    times: true,
    reports: true,
    numbers: mayAdminister(person) || mayBlockNumbers(person),
    connection: mayAdminister(person),
    cities: mayEditDirectories(person),
    projects: mayEditDirectories(person),
    'card-fields': mayAdminister(person),
    history: mayReadHistory(person),
    'access-log': mayReadAccessLog(person),
  };
  return (Object.keys(opens) as SettingsSection[]).filter((section) => opens[section]);
}
