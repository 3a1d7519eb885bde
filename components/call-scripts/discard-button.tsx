'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { useMyCalls } from '@/components/calls/my-calls-provider';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-area';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';

/** IN-6: gives an unfinished call up, with the reason. */
export function DiscardButton({ callId }: { callId: string }) {
  const t = useTranslations('desk.discard');
  const { refresh } = useMyCalls();
  const { ofError } = useErrorWords();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const discard = useChange(
    (text: string, { key }) => api.post(`/calls/${callId}/discard`, { reason: text }, { key }),
    {
      onDone: () => {
        setOpen(false);
        void refresh();
      },
    },
  );
  return (
    <AlertDialog
      open={isOpen}
      onOpenChange={setOpen}
      trigger={<Button>{t('open')}</Button>}
      title={t('title')}
      text={t('text')}
      confirmLabel={t('confirm')}
      busy={discard.busy}
      disabledReason={reason.trim() === '' ? t('reasonMissing') : null}
      error={discard.error ? ofError(discard.error) : null}
      onConfirm={() => void discard.run(reason.trim())}
    >
      <TextArea label={t('reason')} value={reason} onValueChange={setReason} maxLength={1_000} required />
    </AlertDialog>
  );
}
