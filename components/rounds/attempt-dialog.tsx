'use client';

import { useTranslations } from 'use-intl';
import { DateTimeField } from '@/components/ui/date-time-field';
import { FormDialog } from '@/components/ui/form-dialog';
import { RadioGroupField } from '@/components/ui/radio-group-field';
import { usePageForm } from '@/components/use-page-form';
import { type AttemptOutcome, attemptOutcomes, isUnanswered } from '@/lib/domain/rounds/round';
import type { RoundView } from '@/lib/domain/rounds/round-views';

type Form = { outcome: AttemptOutcome | null; callBackAt: string };

/** SA-1: what came of a call outside the console; who asked to be called back says when, by their own clock. */
export function AttemptDialog({ round, onClose }: { round: RoundView; onClose: () => void }) {
  const t = useTranslations('rounds');
  const { form, set, change } = usePageForm<Form>({
    subject: `attempt of round ${round.id}`,
    begin: () => ({ outcome: null, callBackAt: '' }),
    problems: 'rounds.problems',
    onDone: onClose,
  });
  const { outcome, callBackAt } = form;
  const isLater = outcome === 'askedToCallLater';
  const isTried = outcome !== null && isUnanswered(outcome) && !round.may.call;
  return (
    <FormDialog
      onClose={onClose}
      title={t('attemptForm.title')}
      confirmLabel={t('attemptForm.save')}
      busy={change.busy}
      disabledReason={outcome === null ? change.required : isTried ? t('problems.hourTried') : null}
      onConfirm={() =>
        void change.run({
          path: `/rounds/${round.id}/attempts`,
          body: { outcome, callBackAt: isLater ? callBackAt : '' },
          done: t('noted'),
        })
      }
      error={change.problem}
    >
      <RadioGroupField<AttemptOutcome>
        label={t('attemptForm.outcome')}
        required
        options={attemptOutcomes.map((value) => ({ value, label: t(`outcomes.${value}`) }))}
        value={outcome}
        onValueChange={(next) => set({ outcome: next })}
      />
      {isLater ? (
        <DateTimeField
          label={t('attemptForm.callBackAt')}
          hint={t('callBackHint')}
          value={callBackAt}
          error={change.fieldProblem('callBackAt')}
          onValueChange={(next) => {
            change.clearError();
            set({ callBackAt: next });
          }}
        />
      ) : null}
    </FormDialog>
  );
}
