'use client';

import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { isMissingPart, mayLoadAnew } from './missing-part';

export type FailureProps = { error: unknown; retry: () => void };

/**
 * A page that could not be made: the code under which the server's log tells why, and one more try. A page of another build is
 * loaded anew, once by itself unless `isBusy`: what was typed stays in the tab.
 */
export function FailureWords({ error, retry, isBusy = false }: FailureProps & { isBusy?: boolean }) {
  const t = useTranslations('common');
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null;
  const isOutdated = isMissingPart(error);
  useEffect(() => {
    if (isOutdated && !isBusy && mayLoadAnew(window.sessionStorage, Date.now())) window.location.reload();
  }, [isOutdated, isBusy]);
  return (
    <div className="flex flex-col items-start gap-3">
      <h1 className="font-semibold text-2xl">{t('failure.title')}</h1>
      <p className="text-soft">{t(isOutdated ? 'failure.outdated' : 'failure.text')}</p>
      {digest ? <p className="text-soft">{t('failure.code', { code: digest })}</p> : null}
      <Button variant="primary" onClick={isOutdated ? () => window.location.reload() : retry}>
        {t(isOutdated ? 'failure.reload' : 'retry')}
      </Button>
    </div>
  );
}
