'use client';

import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { RadioGroupField } from '@/components/ui/radio-group-field';
import { TextField } from '@/components/ui/text-field';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import type { MyCall } from '@/lib/domain/calls/call-view';
import { type Decline, declineReasons } from '@/lib/domain/calls/decline-reason';
import { useCallerWords } from './caller-words';
import { useMyCalls } from './my-calls-provider';

type Props = {
  call: MyCall;
  typed: Decline;
  onType: (typed: Decline) => void;
  onOpenChange: (open: boolean) => void;
};

/** Asks why a call is declined. */
export function DeclineQuestion({ call, typed, onType, onOpenChange }: Props) {
  const t = useTranslations('desk.decline');
  const { nameOf } = useCallerWords();
  const { refresh } = useMyCalls();
  const { ofError } = useErrorWords();
  const { reason, words } = typed;

  const said: Decline = { reason, words: reason === 'other' ? words.trim() : '' };
  const decline = useChange(
    (decline: Decline, { key }) => api.post(`/calls/${call.id}/decline`, decline, { key }),
    { onDone: () => onOpenChange(false) },
  );
  return (
    <AlertDialog
      open
      onOpenChange={onOpenChange}
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
        onValueChange={(reason) => onType({ ...typed, reason })}
        options={declineReasons.map((value) => ({ value, label: t(`reasons.${value}`) }))}
      />
      {reason === 'other' ? (
        <TextField
          label={t('words')}
          value={words}
          onValueChange={(words) => onType({ ...typed, words })}
          maxLength={200}
          required
        />
      ) : null}
    </AlertDialog>
  );
}
