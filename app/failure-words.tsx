'use client';

import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';

export type FailureProps = { error: unknown; retry: () => void };

/** A page that could not be made: the code under which the server's log tells why, and one more try. */
export function FailureWords({ error, retry }: FailureProps) {
  const t = useTranslations('common');
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null;
  return (
    <div className="flex flex-col items-start gap-3">
      <h1 className="font-semibold text-2xl">{t('failure.title')}</h1>
      <p className="text-soft">{t('failure.text')}</p>
      {digest ? <p className="text-faint text-sm">{t('failure.code', { code: digest })}</p> : null}
      <Button variant="primary" onClick={retry}>
        {t('retry')}
      </Button>
    </div>
  );
}
