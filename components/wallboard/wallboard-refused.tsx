'use client';

import { MonitorOff } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';

/** Why no wallboard is shown, and where to go. */
export function WallboardRefused({ why }: { why: 'revoked' | 'forbidden' }) {
  const t = useTranslations('wallboard');
  return (
    <main className="grid min-h-dvh place-items-center bg-canvas">
      <div>
        <h1 className="sr-only">{t('title')}</h1>
        {why === 'revoked' ? (
          <EmptyState icon={<MonitorOff />} title={t('revoked')} text={t('revokedText')} />
        ) : (
          <EmptyState
            icon={<MonitorOff />}
            title={t('forbidden')}
            actions={<ButtonLink href="/reports">{t('toConsole')}</ButtonLink>}
          />
        )}
      </div>
    </main>
  );
}
