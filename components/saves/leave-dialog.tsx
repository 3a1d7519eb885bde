'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { notifyOfLoss } from '@/components/ui/notify';
import { useSaves } from './saves-provider';

type Props = { leave: () => Promise<void>; onStay: () => void };

/** Signs out; while something is not saved it asks first and says what becomes of it. */
export function LeaveDialog({ leave, onStay }: Props) {
  const t = useTranslations('saves.leave');
  const [count] = useState(useSaves().saves.length);
  const [busy, setBusy] = useState(false);
  const go = async () => {
    setBusy(true);
    try {
      await leave();
    } catch {
      notifyOfLoss(t('failed'));
      onStay();
    }
  };
  const goUnasked = useEffectEvent(() => {
    if (count === 0) void go();
  });
  useEffect(() => goUnasked(), []);
  if (count === 0) return null;
  return (
    <AlertDialog
      open
      onOpenChange={onStay}
      title={t('title')}
      text={t('text', { count })}
      confirmLabel={t('confirm')}
      busy={busy}
      onConfirm={() => void go()}
    />
  );
}
