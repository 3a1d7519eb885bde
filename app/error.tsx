'use client';

import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';

type Props = { error: unknown; retry: () => void };

export default function ErrorPage({ error, retry }: Props) {
  const t = useTranslations('common');
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null;
  return (
    <main className="mx-auto flex min-h-96 max-w-md flex-col items-start justify-center gap-3 p-6">
      <h1 className="font-semibold text-2xl">{t('failure.title')}</h1>
      <p className="text-soft">{t('failure.text')}</p>
      {digest ? <p className="text-faint text-sm">{t('failure.code', { code: digest })}</p> : null}
      <Button variant="primary" onClick={retry}>
        {t('retry')}
      </Button>
    </main>
  );
}
