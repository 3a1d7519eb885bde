'use client';

import { useTranslations } from 'use-intl';
import { Menu } from '@/components/ui/menu';
import type { WallboardPerson } from '@/lib/domain/reports/wallboard.contract';

/** The name of a person; for who may act, a press on it leads to their conversation and to their presence. */
export function WallboardPersonActions({ person: { id, name, may } }: { person: WallboardPerson }) {
  const t = useTranslations('wallboard');
  if (!may.listen && !may.changePresence) return name;
  const entry = (key: 'listen' | 'changePresence', href: string) => ({
    kind: 'link' as const,
    label: t(key),
    href,
  });
  return (
    <Menu
      heading={name}
      trigger={
        <button
          type="button"
          className="min-h-6 rounded-sm text-left underline decoration-line underline-offset-4 hover:decoration-current"
        >
          {name}
        </button>
      }
      entries={[
        ...(may.listen ? [entry('listen', `/calls/live?person=${id}`)] : []),
        ...(may.changePresence ? [entry('changePresence', `/settings/presence?change=${id}`)] : []),
      ]}
    />
  );
}
