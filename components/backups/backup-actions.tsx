'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import type { BackupView } from '@/lib/domain/backups/backups.contract';

/** Reads a backup as a whole, or deletes it after a question. */
export function BackupActions({ backup, isBusy }: { backup: BackupView; isBusy: boolean }) {
  const t = useTranslations('backups');
  const format = useFormatter();
  const words = useErrorWords();
  const router = useRouter();
  const [isAsking, setAsking] = useState(false);
  const { name, madeAt } = backup;
  const at = format.dateTime(madeAt, 'dateTime');
  const onRefused = () => router.refresh();
  const check = useChange((_: undefined, options) => api.post(`/backups/${name}/check`, undefined, options), {
    onDone: () => router.refresh(),
    onRefused,
  });
  const remove = useChange((_: undefined, options) => api.delete(`/backups/${name}`, undefined, options), {
    onDone: () => {
      setAsking(false);
      notify(t('deleted', { at }));
      router.refresh();
    },
    onRefused,
  });
  const reason = isBusy ? t('busy') : null;
  return (
    <div className="flex flex-wrap justify-end gap-2 phone:justify-start">
      <Button
        size="small"
        busy={check.busy}
        disabledReason={reason}
        aria-label={t('checkOf', { at })}
        onClick={() => void check.run(undefined)}
      >
        {t('check')}
      </Button>
      <Button
        size="small"
        disabledReason={reason}
        aria-label={t('deleteOf', { at })}
        onClick={() => setAsking(true)}
      >
        {t('delete')}
      </Button>
      {check.error ? <p className="text-danger-ink">{words.ofError(check.error)}</p> : null}
      <AlertDialog
        open={isAsking}
        onOpenChange={(open) => {
          setAsking(open);
          remove.clearError();
        }}
        title={t('deleteTitle', { at })}
        text={t('deleteText')}
        confirmLabel={t('deleteConfirm')}
        busy={remove.busy}
        error={remove.error ? words.ofError(remove.error) : null}
        onConfirm={() => void remove.run(undefined)}
      />
    </div>
  );
}
