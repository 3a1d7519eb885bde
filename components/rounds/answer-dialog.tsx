'use client';

import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { CheckboxField } from '@/components/ui/checkbox-field';
import { Dialog } from '@/components/ui/dialog';
import { InlineAlert } from '@/components/ui/inline-alert';
import { RadioGroupField } from '@/components/ui/radio-group-field';
import { TextArea } from '@/components/ui/text-area';
import { useKeptForm } from '@/components/use-kept-form';
import { usePageChange } from '@/components/use-page-change';
import { recordLimits } from '@/lib/domain/reactions/record-limits';
import { type RoundSubject, roundSubjects, type Verdict, verdicts } from '@/lib/domain/rounds/round';
import type { RoundView } from '@/lib/domain/rounds/round-views';
import { ComplaintFields, type ComplaintForm } from './complaint-fields';

type Form = {
  said: Record<RoundSubject, { verdict: Verdict | null; words: string }>;
  letterPromised: boolean;
  complaint: ComplaintForm;
};

const unasked = { verdict: null, words: '' };

/** SA-1 … SA-3: what a client said who was asked outside the console. */
export function AnswerDialog({ round, onClose }: { round: RoundView; onClose: () => void }) {
  const t = useTranslations('rounds');
  const common = useTranslations('common');
  const kept = useKeptForm<Form>(`answers of round ${round.id}`, () => ({
    said: { software: unasked, support: unasked, company: unasked },
    letterPromised: false,
    complaint: { text: '', causedBy: null },
  }));
  const { said, letterPromised, complaint } = kept.form;
  const edit = (part: Partial<Form>) => kept.change({ ...kept.form, ...part });
  const change = usePageChange('rounds.problems', () => {
    kept.startAnew();
    onClose();
  });
  const given = roundSubjects.map((subject) => said[subject].verdict);
  const isDissatisfied = given.includes('dissatisfied');
  const isWhole = !given.includes(null);
  const isWritten = complaint.text.trim() !== '' && complaint.causedBy !== null;
  const send = () =>
    void change.run({
      path: `/rounds/${round.id}/answers`,
      body: {
        ...said,
        letterPromised: !isDissatisfied && letterPromised,
        complaint: isDissatisfied && isWritten ? complaint : null,
      },
      done: t('answerForm.done'),
    });
  return (
    <Dialog
      open
      size="medium"
      onOpenChange={onClose}
      title={t('answerForm.title')}
      description={t('answerForm.text')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button
            variant="primary"
            busy={change.busy}
            disabledReason={isWhole ? null : change.required}
            onClick={send}
          >
            {t('answerForm.save')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {change.problem ? (
          <InlineAlert tone="danger" urgent>
            {change.problem}
          </InlineAlert>
        ) : null}
        {roundSubjects.map((subject) => (
          <div key={subject} className="grid gap-2">
            <RadioGroupField<Verdict>
              label={t(`subjects.${subject}`)}
              required
              orientation="horizontal"
              options={verdicts.map((value) => ({ value, label: t(`verdicts.${value}`) }))}
              value={said[subject].verdict}
              onValueChange={(verdict) =>
                edit({ said: { ...said, [subject]: { ...said[subject], verdict } } })
              }
            />
            <TextArea
              label={t('words', { subject: t(`subjects.${subject}`) })}
              rows={2}
              maxLength={recordLimits.note}
              value={said[subject].words}
              onValueChange={(words) => edit({ said: { ...said, [subject]: { ...said[subject], words } } })}
            />
          </div>
        ))}
        {isDissatisfied ? (
          <fieldset className="grid gap-3 rounded-md border border-line p-3">
            <legend className="px-1 font-semibold">{t('answerForm.complaint')}</legend>
            <ComplaintFields
              form={complaint}
              onChange={(next) => edit({ complaint: next })}
              errorOf={(field) => change.fieldProblem(`complaint.${field}`)}
            />
            {isWritten ? null : <p className="text-soft">{t('answerForm.later')}</p>}
          </fieldset>
        ) : (
          <CheckboxField
            label={t('answerForm.letterPromised')}
            value={letterPromised}
            onValueChange={(value) => edit({ letterPromised: value })}
          />
        )}
      </div>
    </Dialog>
  );
}
