'use client';

import { WifiOff } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Elapsed } from '@/components/ui/elapsed';

type Props = {
  /** Since when there is no connection, epoch ms by the server's clock; null while there is. */
  lostSince: number | null;
  /** How much waits to be sent. */
  queuedCount?: number;
  onRetry?: () => void;
};

/**
 * Says that the server cannot be reached, and that typing goes on; the seconds stand outside what is read aloud, which
 * would repeat them one by one.
 */
export function ConnectionBanner({ lostSince, queuedCount = 0, onRetry }: Props) {
  const t = useTranslations('shell.connection');
  return (
    <div>
      <p role="status" aria-live="polite" className="sr-only">
        {lostSince === null ? '' : `${t('lost')}. ${t('keepTyping')}`}
      </p>
      {lostSince === null ? null : (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 bg-warn-tint px-4 py-1.5">
          <WifiOff aria-hidden="true" className="size-4 shrink-0 text-warn-ink" />
          <p className="min-w-0 flex-1">
            <strong className="font-semibold">{t('lost')}</strong> <Elapsed since={lostSince} /> ·{' '}
            {t('keepTyping')}
            {queuedCount > 0 ? ` ${t('queued', { count: queuedCount })}` : ''}
          </p>
          {onRetry ? (
            <Button size="small" onClick={onRetry}>
              {t('retry')}
            </Button>
          ) : null}
        </div>
      )}
    </div>
  );
}
