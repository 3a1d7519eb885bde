'use client';

import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { InlineAlert } from '@/components/ui/inline-alert';
import { TextField } from '@/components/ui/text-field';
import { useKeptForm } from '@/components/use-kept-form';
import { usePageChange } from '@/components/use-page-change';
import { letterLimits } from '@/lib/domain/letters/letter';
import type { RoundView } from '@/lib/domain/rounds/round-views';

/** SA-2: asks the client for the letter by e-mail. */
export function LetterRequestDialog({ round, onClose }: { round: RoundView; onClose: () => void }) {
  const t = useTranslations('rounds.letterRequest');
  const common = useTranslations('common');
  const kept = useKeptForm(`round ${round.id} letter request`, () => ({
    to: round.counterparty.emails[0] ?? '',
  }));
  const change = usePageChange('rounds.problems', () => {
    kept.startAnew();
    onClose();
  });
  const wrong = change.fieldProblem('to');
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('title')}
      description={t('text')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button
            variant="primary"
            busy={change.busy}
            onClick={() =>
              void change.run({
                path: `/rounds/${round.id}/letter-request`,
                body: { to: kept.form.to },
                done: t('done'),
              })
            }
          >
            {t('send')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {change.problem && !wrong ? (
          <InlineAlert tone="danger" urgent>
            {change.problem}
          </InlineAlert>
        ) : null}
        <TextField
          label={t('to')}
          required
          inputMode="email"
          maxLength={letterLimits.address}
          value={kept.form.to}
          error={wrong}
          onValueChange={(to) => kept.change({ to })}
        />
      </div>
    </Dialog>
  );
}
