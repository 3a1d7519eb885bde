'use client';

import clsx from 'clsx';
import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useOutOfReach } from '@/components/employees/out-of-reach-provider';
import { NavigationCount } from '@/components/shell/navigation-count';
import { Link } from '@/components/ui/link';
import { useWebhooksOff } from '@/components/webhooks/webhooks-off-provider';

const settingsSections = [
  'own',
  'workplace',
  'employees',
  'roles',
  'departments',
  'presence',
  'times',
  'reports',
  'numbers',
  'connection',
  'webhooks',
  'backups',
  'cities',
  'projects',
  'document-templates',
  'card-fields',
  'history',
  'access-log',
  'audit-log',
  'api-tokens',
  'personal-data',
  'retention',
] as const;
export type SettingsSection = (typeof settingsSections)[number];

const addressOf = (section: SettingsSection) => (section === 'own' ? '/settings' : `/settings/${section}`);

/** The sections that this person may open; one's own first. */
export function SettingsNav({
  sections,
  areBackupsWrong = false,
}: {
  sections: readonly SettingsSection[];
  /** The last one failed, is late or damaged. */
  areBackupsWrong?: boolean;
}) {
  const t = useTranslations('settings.nav');
  const tPresence = useTranslations('presence.outOfReach');
  const outOfReach = useOutOfReach()?.length ?? 0;
  const tWebhooks = useTranslations('webhooks.off');
  const webhooksOff = useWebhooksOff().length;
  const path = usePathname();
  const isHere = (section: SettingsSection) =>
    section === 'own' ? path === '/settings' : path.startsWith(addressOf(section));
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const here = path && list.current?.querySelector<HTMLElement>('[aria-current]');
    if (here) list.current!.scrollLeft = here.offsetLeft - list.current!.offsetLeft - 12;
  }, [path]);
  return (
    <nav aria-label={t('label')} className="desk:w-56 desk:shrink-0">
      <ul
        ref={list}
        className="flex gap-1 overflow-x-auto pb-1 desk:sticky desk:top-[calc(var(--shell-top,0px)+1rem)] desk:flex-col desk:overflow-visible"
      >
        {sections.map((section) => (
          <li key={section}>
            <Link
              href={addressOf(section)}
              aria-current={isHere(section) ? 'page' : undefined}
              className={clsx(
                'relative flex min-h-8 items-center gap-2 whitespace-nowrap rounded-md px-3 py-1 desk:whitespace-normal',
                isHere(section)
                  ? 'bg-accent-tint font-medium text-accent-ink'
                  : 'text-soft hover:bg-sunken hover:text-ink',
              )}
            >
              {t(section)}
              {section === 'presence' ? (
                <NavigationCount
                  count={outOfReach}
                  countLabel={tPresence('count', { count: outOfReach })}
                  isUrgent
                />
              ) : null}
              {section === 'webhooks' ? (
                <NavigationCount
                  count={webhooksOff}
                  countLabel={tWebhooks('count', { count: webhooksOff })}
                  isUrgent
                />
              ) : null}
              {section === 'backups' && areBackupsWrong ? (
                <NavigationCount count={1} countLabel={t('backupsWrong')} isUrgent />
              ) : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
