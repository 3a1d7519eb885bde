'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import type { BackupsView } from '@/lib/domain/backups/backups.contract';

const readsAgainMs = 1000;

/** Begins a backup, and says how far it is, or whatever else is done to the backups, until it has ended. */
export function MakeBackup({ work }: { work: BackupsView['work'] }) {
  const t = useTranslations('backups');
  const words = useErrorWords();
  const router = useRouter();
  const make = useChange((_: undefined, options) => api.post('/backups', undefined, options), {
    onDone: () => router.refresh(),
    onRefused: () => router.refresh(),
  });
  useEffect(() => {
    if (!work) return;
    const timer = setInterval(() => router.refresh(), readsAgainMs);
    return () => clearInterval(timer);
  }, [work, router]);
  return (
    <>
      {work ? <Progress work={work} /> : null}
      <Button
        variant="primary"
        busy={make.busy}
        disabledReason={work ? t('busy') : null}
        onClick={() => void make.run(undefined)}
      >
        {t('make')}
      </Button>
      {make.error ? (
        <InlineAlert tone="danger" urgent>
          {words.ofError(make.error)}
        </InlineAlert>
      ) : null}
    </>
  );
}

function Progress({ work }: { work: NonNullable<BackupsView['work']> }) {
  const t = useTranslations('backups');
  const format = useFormatter();
  const { kind, stage, done, total } = work;
  const part = total ? Math.min(1, done / total) : undefined;
  return (
    <div className="flex min-w-48 flex-col justify-center">
      <span role="status" className="text-soft text-sm">
        {t(`work.${kind}`)}
        {kind === 'making' ? `: ${t(`stages.${stage}`)}` : ''}
        {part === undefined ? '' : ` ${format.number(part, 'percent')}`}
      </span>
      <progress className="h-2 w-full" aria-label={t(`work.${kind}`)} max={1} value={part} />
    </div>
  );
}
