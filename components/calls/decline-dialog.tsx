'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { useHotkey } from '@/components/shell/hotkeys';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { RadioGroupField } from '@/components/ui/radio-group-field';
import { TextField } from '@/components/ui/text-field';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import type { MyCall } from '@/lib/domain/calls/call-view';
import { type Decline, type DeclineReason, declineReasons } from '@/lib/domain/calls/decline-reason';
import { useCallerWords } from './caller-words';
import { useMyCalls } from './my-calls-provider';

/** Declining needs a reason and never one key alone. */
export function DeclineDialog({ call, hasHotkey }: { call: MyCall; hasHotkey: boolean }) {
  const t = useTranslations('desk.decline');
  const { nameOf } = useCallerWords();
  const { refresh } = useMyCalls();
  const { ofError } = useErrorWords();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState<DeclineReason>('anotherClient');
  const [words, setWords] = useState('');
  useHotkey('decline', () => setOpen(true), { enabled: hasHotkey && !isOpen });

  const said: Decline = { reason, words: reason === 'other' ? words.trim() : '' };
  const decline = useChange(
    (decline: Decline, { key }) => api.post(`/calls/${call.id}/decline`, decline, { key }),
    { onDone: () => setOpen(false) },
  );
  return (
    <>
      <Button size="call" onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      <AlertDialog
        open={isOpen}
        onOpenChange={setOpen}
        title={t('title', { name: nameOf(call) })}
        text={t('text')}
        confirmLabel={t('confirm')}
        busy={decline.busy}
        disabledReason={reason === 'other' && said.words === '' ? t('reasonMissing') : null}
        error={decline.error ? ofError(decline.error) : null}
        onConfirm={() => void decline.run(said).then(() => refresh())}
      >
        <RadioGroupField
          label={t('reason')}
          value={reason}
          onValueChange={setReason}
          options={declineReasons.map((value) => ({ value, label: t(`reasons.${value}`) }))}
        />
        {reason === 'other' ? (
          <TextField label={t('words')} value={words} onValueChange={setWords} maxLength={200} required />
        ) : null}
      </AlertDialog>
    </>
  );
}
