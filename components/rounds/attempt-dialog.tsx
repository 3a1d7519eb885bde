'use client';

import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { DateTimeField } from '@/components/ui/date-time-field';
import { Dialog } from '@/components/ui/dialog';
import { InlineAlert } from '@/components/ui/inline-alert';
import { RadioGroupField } from '@/components/ui/radio-group-field';
import { useKeptForm } from '@/components/use-kept-form';
import { usePageChange } from '@/components/use-page-change';
import { type AttemptOutcome, attemptOutcomes, isUnanswered } from '@/lib/domain/rounds/round';
import type { RoundView } from '@/lib/domain/rounds/round-views';

type Form = { outcome: AttemptOutcome | null; callBackAt: string };

/** SA-1: what came of a call outside the console; who asked to be called back says when, by their own clock. */
export function AttemptDialog({ round, onClose }: { round: RoundView; onClose: () => void }) {
  const t = useTranslations('rounds');
  const common = useTranslations('common');
  const kept = useKeptForm<Form>(`attempt of round ${round.id}`, () => ({ outcome: null, callBackAt: '' }));
  const { outcome, callBackAt } = kept.form;
  const change = usePageChange('rounds.problems', () => {
    kept.startAnew();
    onClose();
  });
  const isLater = outcome === 'askedToCallLater';
  const isTried = outcome !== null && isUnanswered(outcome) && !round.may.call;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('attemptForm.title')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button
            variant="primary"
            busy={change.busy}
            disabledReason={outcome === null ? change.required : isTried ? t('problems.hourTried') : null}
            onClick={() =>
              void change.run({
                path: `/rounds/${round.id}/attempts`,
                body: { outcome, callBackAt: isLater ? callBackAt : '' },
                done: t('noted'),
              })
            }
          >
            {t('attemptForm.save')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {change.problem ? (
          <InlineAlert tone="danger" urgent>
            {change.problem}
          </InlineAlert>
        ) : null}
        <RadioGroupField<AttemptOutcome>
          label={t('attemptForm.outcome')}
          required
          options={attemptOutcomes.map((value) => ({ value, label: t(`outcomes.${value}`) }))}
          value={outcome}
          onValueChange={(next) => kept.change({ ...kept.form, outcome: next })}
        />
        {isLater ? (
          <DateTimeField
            label={t('attemptForm.callBackAt')}
            hint={t('callBackHint')}
            value={callBackAt}
            error={change.fieldProblem('callBackAt')}
            onValueChange={(next) => kept.change({ ...kept.form, callBackAt: next })}
          />
        ) : null}
      </div>
    </Dialog>
  );
}
