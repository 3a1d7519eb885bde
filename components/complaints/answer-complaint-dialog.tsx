'use client';

import { useTranslations } from 'use-intl';
import { FormDialog } from '@/components/ui/form-dialog';
import { TextArea } from '@/components/ui/text-area';
import { usePageForm } from '@/components/use-page-form';
import { complaintLimits } from '@/lib/domain/complaints/complaint';
import type { ComplaintView } from '@/lib/domain/complaints/complaint-views';

/** What caused it and what the client was told; it stays typed until it is written. */
export function AnswerComplaintDialog({
  complaint,
  onClose,
}: {
  complaint: ComplaintView;
  onClose: () => void;
}) {
  const t = useTranslations('complaints');
  const { form, set, change } = usePageForm({
    subject: `answer to complaint ${complaint.id}`,
    begin: () => ({ cause: complaint.cause, answer: '' }),
    problems: 'complaints.problems',
    onDone: onClose,
  });
  const { cause, answer } = form;
  const isEmpty = cause.trim() === '' || answer.trim() === '';
  return (
    <FormDialog
      onClose={onClose}
      title={t('forms.answerTitle')}
      description={t('forms.answerText')}
      confirmLabel={t('forms.save')}
      busy={change.busy}
      disabledReason={isEmpty ? change.required : null}
      onConfirm={() =>
        void change.run({
          path: `/complaints/${complaint.id}/answer`,
          body: { version: complaint.version, cause, answer },
          done: t('forms.answered'),
        })
      }
      error={change.problem}
    >
      <TextArea
        label={t('cause')}
        required
        rows={3}
        maxLength={complaintLimits.words}
        value={cause}
        error={change.fieldProblem('cause')}
        onValueChange={(next) => set({ cause: next })}
      />
      <TextArea
        label={t('answer')}
        required
        rows={4}
        maxLength={complaintLimits.words}
        value={answer}
        error={change.fieldProblem('answer')}
        onValueChange={(next) => set({ answer: next })}
      />
    </FormDialog>
  );
}
