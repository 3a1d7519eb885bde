'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { CheckboxField } from '@/components/ui/checkbox-field';
import { FormDialog } from '@/components/ui/form-dialog';
import { RadioGroupField } from '@/components/ui/radio-group-field';
import { TextArea } from '@/components/ui/text-area';
import { usePageForm } from '@/components/use-page-form';
import { recordLimits } from '@/lib/domain/reactions/record-limits';
import { roundSubjects, type Verdict, verdicts } from '@/lib/domain/rounds/round';
import type { RoundView } from '@/lib/domain/rounds/round-views';
import {
  type AnswersForm,
  answersBody,
  type ComplaintTime,
  complaintTimes,
  missingInAnswers,
} from './answers-form';
import { ComplaintFields } from './complaint-fields';

const unasked = { verdict: null, words: '' };

/** SA-1 … SA-3: what a client said who was asked outside the console. */
export function AnswerDialog({ round, onClose }: { round: RoundView; onClose: () => void }) {
  const t = useTranslations('rounds');
  const { form, set, change } = usePageForm<AnswersForm>({
    subject: `answers of round ${round.id}`,
    begin: () => ({
      said: { software: unasked, support: unasked, company: unasked },
      letterPromised: false,
      complaintTime: 'now',
      complaint: { text: '', causedBy: null },
    }),
    problems: 'rounds.problems',
    onDone: onClose,
  });
  const [isTried, setTried] = useState(false);
  const { said, letterPromised, complaintTime, complaint } = form;
  const missing = missingInAnswers(form);
  const errorOf = (field: string) =>
    isTried && missing.includes(field) ? change.required : change.fieldProblem(field);
  const given = roundSubjects.map((subject) => said[subject].verdict);
  const isDissatisfied = given.includes('dissatisfied');
  const isWhole = !given.includes(null);
  const send = () => {
    setTried(true);
    if (missing.length > 0) return;
    void change.run({
      path: `/rounds/${round.id}/answers`,
      body: answersBody(form),
      done: t('answerForm.done'),
    });
  };
  return (
    <FormDialog
      size="medium"
      onClose={onClose}
      title={t('answerForm.title')}
      description={t('answerForm.text')}
      confirmLabel={t('answerForm.save')}
      busy={change.busy}
      disabledReason={isWhole ? null : change.required}
      onConfirm={send}
      error={change.problem}
    >
      {roundSubjects.map((subject) => (
        <div key={subject} className="grid gap-2">
          <RadioGroupField<Verdict>
            label={t(`subjects.${subject}`)}
            required
            orientation="horizontal"
            options={verdicts.map((value) => ({ value, label: t(`verdicts.${value}`) }))}
            value={said[subject].verdict}
            onValueChange={(verdict) => set({ said: { ...said, [subject]: { ...said[subject], verdict } } })}
          />
          <TextArea
            label={t('words', { subject: t(`subjects.${subject}`) })}
            rows={2}
            required={said[subject].verdict === 'dissatisfied'}
            maxLength={recordLimits.note}
            value={said[subject].words}
            error={errorOf(`${subject}.words`)}
            onValueChange={(words) => set({ said: { ...said, [subject]: { ...said[subject], words } } })}
          />
        </div>
      ))}
      {isDissatisfied ? (
        <fieldset className="grid gap-3 rounded-md border border-line p-3">
          <legend className="px-1 font-semibold">{t('answerForm.complaint')}</legend>
          <RadioGroupField<ComplaintTime>
            label={t('answerForm.when')}
            required
            options={complaintTimes.map((value) => ({ value, label: t(`answerForm.times.${value}`) }))}
            value={complaintTime}
            onValueChange={(next) => set({ complaintTime: next })}
          />
          {complaintTime === 'now' ? (
            <ComplaintFields
              form={complaint}
              onChange={(next) => set({ complaint: next })}
              errorOf={(field) => errorOf(`complaint.${field}`)}
            />
          ) : null}
        </fieldset>
      ) : (
        <CheckboxField
          label={t('answerForm.letterPromised')}
          value={letterPromised}
          onValueChange={(value) => set({ letterPromised: value })}
        />
      )}
    </FormDialog>
  );
}
