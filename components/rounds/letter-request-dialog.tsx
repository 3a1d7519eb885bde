'use client';

import { useTranslations } from 'use-intl';
import { FormDialog } from '@/components/ui/form-dialog';
import { TextField } from '@/components/ui/text-field';
import { usePageForm } from '@/components/use-page-form';
import { letterLimits } from '@/lib/domain/letters/letter';
import type { RoundView } from '@/lib/domain/rounds/round-views';

/** SA-2: asks the client for the letter by e-mail. */
export function LetterRequestDialog({ round, onClose }: { round: RoundView; onClose: () => void }) {
  const t = useTranslations('rounds.letterRequest');
  const { form, set, change } = usePageForm({
    subject: `round ${round.id} letter request`,
    begin: () => ({ to: round.counterparty.emails[0] ?? '' }),
    problems: 'rounds.problems',
    onDone: onClose,
  });
  const wrong = change.fieldProblem('to');
  return (
    <FormDialog
      onClose={onClose}
      title={t('title')}
      description={t('text')}
      confirmLabel={t('send')}
      busy={change.busy}
      onConfirm={() =>
        void change.run({
          path: `/rounds/${round.id}/letter-request`,
          body: { to: form.to },
          done: t('done'),
        })
      }
      error={wrong ? null : change.problem}
    >
      <TextField
        label={t('to')}
        required
        inputMode="email"
        maxLength={letterLimits.address}
        value={form.to}
        error={wrong}
        onValueChange={(to) => set({ to })}
      />
    </FormDialog>
  );
}
