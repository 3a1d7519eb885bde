'use client';

import { useTranslations } from 'use-intl';
import { CheckboxField } from '@/components/ui/checkbox-field';
import { TextArea } from '@/components/ui/text-area';
import { useErrorWords } from '@/components/use-error-words';
import { useKeptForm } from '@/components/use-kept-form';
import type { NextReactionDialogProps } from './next-reaction-dialogs';
import { ReasonDialog } from './reason-dialog';
import { useNextReactionChange } from './use-next-reaction-change';

/** Ends without a reaction, with the reason: nothing came of it, or a missed call needs no record. */
export function CloseDialog({ next, onClose }: NextReactionDialogProps) {
  const t = useTranslations('reactions.close');
  const words = useErrorWords();
  const form = `close ${next.id}`;
  const kept = useKeptForm(form, () => ({ reason: '', isCalledBack: false }));
  const { reason, isCalledBack } = kept.form;
  const isMissed = next.kind === 'missedCall';
  const change = useNextReactionChange<{ isAppealClosed: boolean }>(next, {
    verb: 'close',
    form,
    done: ({ isAppealClosed }) => t(isAppealClosed ? 'savedAppeal' : 'saved'),
    onDone: () => {
      kept.startAnew();
      onClose();
    },
  });
  const save = () => void change.run({ reason, outcome: isMissed && isCalledBack ? 'calledBack' : 'closed' });
  const reasonError = change.error?.fields.reason;
  return (
    <ReasonDialog
      {...{ onClose, change, kept, save }}
      title={t('title')}
      description={t(isMissed ? 'textMissed' : 'text')}
      confirm={t('confirm')}
    >
      {isMissed ? (
        <CheckboxField
          label={t('calledBack')}
          value={isCalledBack}
          onValueChange={(isCalledBack) => kept.change({ reason, isCalledBack })}
        />
      ) : null}
      <TextArea
        label={t('reason')}
        required
        value={reason}
        onValueChange={(reason) => kept.change({ reason, isCalledBack })}
        error={reasonError && words.ofField(reasonError)}
      />
    </ReasonDialog>
  );
}
