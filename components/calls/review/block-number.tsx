'use client';

import { Ban } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { TextArea } from '@/components/ui/text-area';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import type { CallReview } from '@/lib/domain/calls/review-view';

type Props = { callId: string; number: string; blocking: NonNullable<CallReview['blocking']> };

/** IN-9 c: calls of this number are rejected from now on. */
export function BlockNumber({ callId, number, blocking }: Props) {
  const t = useTranslations('calls.block');
  const router = useRouter();
  const { ofError } = useErrorWords();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const block = useChange(
    (text: string, { key }) =>
      api.post('/blocked-numbers', { phone: blocking.e164, reason: text, callId }, { key }),
    {
      onDone: () => {
        setOpen(false);
        notify(t('done'));
        router.refresh();
      },
    },
  );
  if (blocking.isBlocked) return <Badge icon={<Ban />}>{t('isBlocked')}</Badge>;
  return (
    <AlertDialog
      open={isOpen}
      onOpenChange={setOpen}
      trigger={<Button icon={<Ban />}>{t('open')}</Button>}
      title={t('title', { number })}
      text={t('text')}
      confirmLabel={t('confirm')}
      busy={block.busy}
      disabledReason={reason.trim() === '' ? t('reasonMissing') : null}
      error={block.error ? ofError(block.error) : null}
      onConfirm={() => void block.run(reason.trim())}
    >
      <TextArea label={t('reason')} value={reason} onValueChange={setReason} maxLength={500} required />
    </AlertDialog>
  );
}
