'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { usePhoneText } from '@/components/counterparties/phone-text';
import { FormDialog } from '@/components/ui/form-dialog';
import { RadioGroupField } from '@/components/ui/radio-group-field';
import { SelectField } from '@/components/ui/select-field';
import { TextArea } from '@/components/ui/text-area';
import { usePageForm } from '@/components/use-page-form';
import {
  complaintLimits,
  type SecondCallOutcome,
  secondCallOutcomes,
} from '@/lib/domain/complaints/complaint';
import type { ComplaintView } from '@/lib/domain/complaints/complaint-views';

type Form = { outcome: SecondCallOutcome | null; words: string; callId: string | null };

const noCall = 'none';

/** SA-3: whether the client is content with the solution; who is still unhappy says why. */
export function SecondCallDialog({ complaint, onClose }: { complaint: ComplaintView; onClose: () => void }) {
  const t = useTranslations('complaints');
  const { form, set, change } = usePageForm<Form>({
    subject: `second call of complaint ${complaint.id}`,
    begin: () => ({
      outcome: null,
      words: '',
      callId: complaint.callsMade[0]?.id ?? null,
    }),
    problems: 'complaints.problems',
    onDone: onClose,
  });
  const { outcome, words } = form;
  const phoneText = usePhoneText();
  const format = useFormatter();
  const { callsMade } = complaint;
  const callId = callsMade.some(({ id }) => id === form.callId) ? form.callId : null;
  const isMissing = outcome === null || (outcome === 'unhappy' && words.trim() === '');
  return (
    <FormDialog
      onClose={onClose}
      title={t('forms.callTitle')}
      description={t('forms.callText')}
      confirmLabel={t('forms.save')}
      busy={change.busy}
      disabledReason={isMissing ? change.required : null}
      onConfirm={() =>
        void change.run({
          path: `/complaints/${complaint.id}/calls`,
          body: { version: complaint.version, outcome, words, callId },
          done: t('forms.called'),
        })
      }
      error={change.problem}
    >
      <RadioGroupField<SecondCallOutcome>
        label={t('forms.outcome')}
        required
        options={secondCallOutcomes.map((value) => ({ value, label: t(`outcomes.${value}`) }))}
        value={outcome}
        onValueChange={(next) => set({ outcome: next })}
      />
      {callsMade.length > 0 ? (
        <SelectField<string>
          label={t('forms.call')}
          options={[
            ...callsMade.map(({ id, at, phone }) => ({
              value: id,
              label: `${format.dateTime(at, 'dateTime')} · ${phoneText(phone)}`,
            })),
            { value: noCall, label: t('forms.noCall') },
          ]}
          value={callId ?? noCall}
          error={change.fieldProblem('callId')}
          onValueChange={(next) => set({ callId: next === noCall ? null : next })}
        />
      ) : null}
      <TextArea
        label={t('forms.words')}
        required={outcome === 'unhappy'}
        rows={4}
        maxLength={complaintLimits.words}
        value={words}
        error={change.fieldProblem('words')}
        onValueChange={(next) => set({ words: next })}
      />
    </FormDialog>
  );
}
