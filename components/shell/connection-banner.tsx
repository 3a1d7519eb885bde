'use client';

import clsx from 'clsx';
import { CircleAlert, CloudOff, Puzzle, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Elapsed } from '@/components/ui/elapsed';
import { useIsPartMissing } from '@/components/ui/missing-parts';

export type ConnectionBannerProps = {
  /** Since when there is no connection, epoch ms by the server's clock; null while there is. */
  lostSince: number | null;
  /** How many saves wait for an answer that does not come. */
  waitingCount?: number;
  /** How many saves were refused and wait for the person. */
  refusedCount?: number;
  onRetry?: () => void;
  onShowSaves?: () => void;
};

/**
 * Says that the server cannot be reached, that typing goes on, what was not saved, and that something opened has not loaded;
 * the seconds stand outside what is read aloud, which would repeat them one by one.
 */
export function ConnectionBanner({
  lostSince,
  waitingCount = 0,
  refusedCount = 0,
  onRetry,
  onShowSaves,
}: ConnectionBannerProps) {
  const t = useTranslations('shell.connection');
  const isPartMissing = useIsPartMissing();
  const isLost = lostSince !== null;
  const waiting = waitingCount > 0 ? t('queued', { count: waitingCount }) : '';
  const refused = refusedCount > 0 ? t('refused', { count: refusedCount }) : '';
  const missing = isPartMissing ? t('partMissing') : '';
  const spoken = [isLost ? `${t('lost')}. ${t('keepTyping')}` : '', waiting, refused, missing].filter(
    Boolean,
  );
  const show = (
    <Button size="small" onClick={onShowSaves}>
      {t('showSaves')}
    </Button>
  );
  return (
    <div>
      <p role="status" aria-live="polite" className="sr-only">
        {spoken.join(' ')}
      </p>
      {isLost || waiting ? (
        <Row
          tone="warning"
          icon={isLost ? <WifiOff /> : <CloudOff />}
          actions={
            <>
              {waiting ? show : null}
              {onRetry ? (
                <Button size="small" onClick={onRetry}>
                  {t(isLost ? 'retry' : 'sendNow')}
                </Button>
              ) : null}
            </>
          }
        >
          {isLost ? (
            <>
              <strong className="font-semibold">{t('lost')}</strong> <Elapsed since={lostSince} /> ·{' '}
              {t('keepTyping')} {waiting}
            </>
          ) : (
            waiting
          )}
        </Row>
      ) : null}
      {refused ? (
        <Row tone="danger" icon={<CircleAlert />} actions={show}>
          <strong className="font-semibold">{refused}</strong>
        </Row>
      ) : null}
      {missing ? (
        <Row
          tone="warning"
          icon={<Puzzle />}
          actions={
            <Button size="small" onClick={() => window.location.reload()}>
              {t('reload')}
            </Button>
          }
        >
          {missing}
        </Row>
      ) : null}
    </div>
  );
}

type RowProps = { tone: 'warning' | 'danger'; icon: ReactNode; actions: ReactNode; children: ReactNode };

function Row({ tone, icon, actions, children }: RowProps) {
  const isDanger = tone === 'danger';
  return (
    <div
      className={clsx(
        'flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1.5',
        isDanger ? 'bg-danger-tint' : 'bg-warn-tint',
      )}
    >
      <span
        aria-hidden="true"
        className={clsx('[&_svg]:size-4', isDanger ? 'text-danger-ink' : 'text-warn-ink')}
      >
        {icon}
      </span>
      <p className="min-w-0 flex-1">{children}</p>
      {actions}
    </div>
  );
}
