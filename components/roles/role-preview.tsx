'use client';

import { useTranslations } from 'use-intl';
import { Panel } from '@/components/ui/panel';
import type { Previewed } from './use-role-preview';

const mostNamed = 5;

/** Who would get and who would lose which right, by name. */
export function RolePreview({ previewed }: { previewed: Previewed }) {
  const t = useTranslations('roles');
  if (previewed.state !== 'counted') return null;
  const { changes } = previewed.preview;
  return (
    <Panel title={t('preview.title')}>
      {changes.length === 0 ? (
        <p className="text-soft">{t('preview.none')}</p>
      ) : (
        <ul className="flex flex-col gap-1">
          {changes.map(({ permission, gained, lost }) => (
            <li key={permission}>
              {t(`permissions.${permission}.label`)}
              {': '}
              {[
                gained.length > 0 && t('preview.gained', { count: gained.length }) + namesOf(gained),
                lost.length > 0 && t('preview.lost', { count: lost.length }) + namesOf(lost),
              ]
                .filter(Boolean)
                .join(', ')}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function namesOf(people: readonly { name: string }[]): string {
  const names = people.slice(0, mostNamed).map(({ name }) => name);
  return ` (${[...names, ...(people.length > mostNamed ? ['…'] : [])].join(', ')})`;
}
