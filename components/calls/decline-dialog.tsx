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
import { useCallerWords } from './caller-words';
import { useMyCalls } from './my-calls-provider';

const reasons = ['anotherClient', 'notMine', 'leaving', 'other'] as const;
type Reason = (typeof reasons)[number];

/** Declining needs a reason and never one key alone. */
export function DeclineDialog({ call, hasHotkey }: { call: MyCall; hasHotkey: boolean }) {
  const t = useTranslations('desk.decline');
  const { nameOf } = useCallerWords();
  const { refresh } = useMyCalls();
  const { ofError } = useErrorWords();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState<Reason>('anotherClient');
  const [words, setWords] = useState('');
  useHotkey('decline', () => setOpen(true), { enabled: hasHotkey && !isOpen });

  const said = reason === 'other' ? words.trim() : t(`reasons.${reason}`);
  const decline = useChange(
    (text: string, { key }) => api.post(`/calls/${call.id}/decline`, { reason: text }, { key }),
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
        disabledReason={said === '' ? t('reasonMissing') : null}
        error={decline.error ? ofError(decline.error) : null}
        onConfirm={() => void decline.run(said).then(() => refresh())}
      >
        <RadioGroupField
          label={t('reason')}
          value={reason}
          onValueChange={setReason}
          options={reasons.map((value) => ({ value, label: t(`reasons.${value}`) }))}
        />
        {reason === 'other' ? (
          <TextField label={t('words')} value={words} onValueChange={setWords} maxLength={200} required />
        ) : null}
      </AlertDialog>
    </>
  );
}
