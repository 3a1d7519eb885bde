'use client';

import { Check, CircleAlert, CloudOff } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { Spinner } from '@/components/ui/spinner';
import { useRunningCall } from '../running-call';

/** Whether what was typed is kept: «сохранено 14:32:10 ✓». */
export function SavedSign() {
  const t = useTranslations('desk.saved');
  const format = useFormatter();
  const { draftState } = useRunningCall();
  const { status, savedAt } = draftState;
  if (status === 'saved' && savedAt === null) return null;
  return (
    <p className="flex items-center gap-1.5 text-soft text-sm tabular-nums">
      {status === 'saved' && savedAt !== null ? (
        <>
          <Check aria-hidden="true" className="size-4 text-good-ink" />
          {t('saved', { time: format.dateTime(savedAt, 'timeWithSeconds') })}
        </>
      ) : status === 'saving' ? (
        <>
          <Spinner />
          {t('saving')}
        </>
      ) : status === 'waiting' ? (
        <>
          <CloudOff aria-hidden="true" className="size-4 text-warn-ink" />
          {t('waiting')}
        </>
      ) : (
        <>
          <CircleAlert aria-hidden="true" className="size-4 text-danger-ink" />
          {t('refused')}
        </>
      )}
    </p>
  );
}
