'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { useRefusalWords } from '@/components/reactions/refusal-words';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { notify } from '@/components/ui/notify';
import { TextArea } from '@/components/ui/text-area';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import { useKeptForm } from '@/components/use-kept-form';

/** IN-11: declining needs a reason; when everyone has declined the lead goes to the head of sales. */
export function DeclineLead({ leadId, onClose }: { leadId: string; onClose: () => void }) {
  const t = useTranslations('leads');
  const router = useRouter();
  const words = useErrorWords();
  const refusalWords = useRefusalWords();
  const subject = `decline lead ${leadId}`;
  const kept = useKeptForm(subject, () => ({ reason: '' }));
  const { reason } = kept.form;
  const { run, busy, error } = useChange(
    (input: { reason: string }, { key }) =>
      api.post<{ isEscalated: boolean }>(`/leads/${leadId}/decline`, input, { key }),
    {
      onDone: ({ isEscalated }) => {
        notify(t(isEscalated ? 'declinedEscalated' : 'declined'));
        kept.startAnew();
        onClose();
        router.refresh();
      },
      subject,
    },
  );
  const reasonError = error?.fields.reason;
  return (
    <AlertDialog
      open
      onOpenChange={onClose}
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
        onValueChange={(reason) => kept.change({ reason })}
        error={reasonError && words.ofField(reasonError)}
      />
    </AlertDialog>
  );
}
