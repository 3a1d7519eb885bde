'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { usePhoneText } from '@/components/counterparties/phone-text';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { InlineAlert } from '@/components/ui/inline-alert';
import { RadioGroupField } from '@/components/ui/radio-group-field';
import { SelectField } from '@/components/ui/select-field';
import { TextArea } from '@/components/ui/text-area';
import { useKeptForm } from '@/components/use-kept-form';
import { usePageChange } from '@/components/use-page-change';
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
  const common = useTranslations('common');
  const kept = useKeptForm<Form>(`second call of complaint ${complaint.id}`, () => ({
    outcome: null,
    words: '',
    callId: complaint.callsMade[0]?.id ?? null,
  }));
  const { outcome, words } = kept.form;
  const phoneText = usePhoneText();
  const format = useFormatter();
  const { callsMade } = complaint;
  const callId = callsMade.some(({ id }) => id === kept.form.callId) ? kept.form.callId : null;
  const change = usePageChange('complaints.problems', () => {
    kept.startAnew();
    onClose();
  });
  const isMissing = outcome === null || (outcome === 'unhappy' && words.trim() === '');
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('forms.callTitle')}
      description={t('forms.callText')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button
            variant="primary"
            busy={change.busy}
            disabledReason={isMissing ? change.required : null}
            onClick={() =>
              void change.run({
                path: `/complaints/${complaint.id}/calls`,
                body: { version: complaint.version, outcome, words, callId },
                done: t('forms.called'),
              })
            }
          >
            {t('forms.save')}
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
        <RadioGroupField<SecondCallOutcome>
          label={t('forms.outcome')}
          required
          options={secondCallOutcomes.map((value) => ({ value, label: t(`outcomes.${value}`) }))}
          value={outcome}
          onValueChange={(next) => kept.change({ ...kept.form, outcome: next })}
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
            onValueChange={(next) => kept.change({ ...kept.form, callId: next === noCall ? null : next })}
          />
        ) : null}
        <TextArea
          label={t('forms.words')}
          required={outcome === 'unhappy'}
          rows={4}
          maxLength={complaintLimits.words}
          value={words}
          error={change.fieldProblem('words')}
          onValueChange={(next) => kept.change({ ...kept.form, words: next })}
        />
      </div>
    </Dialog>
  );
}
