'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { useRefusalWords } from '@/components/reactions/refusal-words';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { TextArea } from '@/components/ui/text-area';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';

/** IN-11: declining needs a reason; when everyone has declined the lead goes to the head of sales. */
export function DeclineLead({ leadId }: { leadId: string }) {
  const t = useTranslations('leads');
  const router = useRouter();
  const words = useErrorWords();
  const refusalWords = useRefusalWords();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const { run, busy, error } = useChange(
    (input: { reason: string }, { key }) =>
      api.post<{ isEscalated: boolean }>(`/leads/${leadId}/decline`, input, { key }),
    {
      onDone: ({ isEscalated }) => {
        notify(t(isEscalated ? 'declinedEscalated' : 'declined'));
        setOpen(false);
        router.refresh();
      },
    },
  );
  const reasonError = error?.fields.reason;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('decline')}</Button>
      <AlertDialog
        open={open}
        onOpenChange={setOpen}
        title={t('declineTitle')}
        text={t('declineText')}
        confirmLabel={t('declineConfirm')}
        busy={busy}
        error={error && !reasonError ? refusalWords(error) : null}
        onConfirm={() => void run({ reason })}
      >
        <TextArea
          label={t('declineReason')}
          required
          rows={2}
          maxLength={500}
          value={reason}
          onValueChange={setReason}
          error={reasonError && words.ofField(reasonError)}
        />
      </AlertDialog>
    </>
  );
}
