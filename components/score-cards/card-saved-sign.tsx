'use client';

import { Check, CircleAlert, CloudOff } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { Spinner } from '@/components/ui/spinner';
import type { KeeperState } from './score-card-keeper';

/** Whether what was written is kept: «черновик сохранён 14:32:10». */
export function CardSavedSign({ state: { status, savedAt } }: { state: KeeperState }) {
  const t = useTranslations('scoreCards.saved');
  const format = useFormatter();
  if (status === 'saved' && savedAt === null) return null;
  const looks = {
    saved: {
      icon: <Check aria-hidden="true" className="size-4 text-good-ink" />,
      text: savedAt === null ? '' : t('saved', { time: format.dateTime(savedAt, 'timeWithSeconds') }),
    },
    saving: { icon: <Spinner />, text: t('saving') },
    waiting: {
      icon: <CloudOff aria-hidden="true" className="size-4 text-warn-ink" />,
      text: t('waiting'),
    },
    refused: {
      icon: <CircleAlert aria-hidden="true" className="size-4 text-danger-ink" />,
      text: t('refused'),
    },
  };
  const { icon, text } = looks[status];
  return (
    <p className="flex items-center gap-1.5 text-soft text-sm tabular-nums">
      {icon}
      {text}
    </p>
  );
}
