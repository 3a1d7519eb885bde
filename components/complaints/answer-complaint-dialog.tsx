'use client';

import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { InlineAlert } from '@/components/ui/inline-alert';
import { TextArea } from '@/components/ui/text-area';
import { useKeptForm } from '@/components/use-kept-form';
import { usePageChange } from '@/components/use-page-change';
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
  const common = useTranslations('common');
  const kept = useKeptForm(`answer to complaint ${complaint.id}`, () => ({
    cause: complaint.cause,
    answer: '',
  }));
  const { cause, answer } = kept.form;
  const change = usePageChange('complaints.problems', () => {
    kept.startAnew();
    onClose();
  });
  const isEmpty = cause.trim() === '' || answer.trim() === '';
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('forms.answerTitle')}
      description={t('forms.answerText')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button
            variant="primary"
            busy={change.busy}
            disabledReason={isEmpty ? change.required : null}
            onClick={() =>
              void change.run({
                path: `/complaints/${complaint.id}/answer`,
                body: { version: complaint.version, cause, answer },
                done: t('forms.answered'),
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
        <TextArea
          label={t('cause')}
          required
          rows={3}
          maxLength={complaintLimits.words}
          value={cause}
          error={change.fieldProblem('cause')}
          onValueChange={(next) => kept.change({ ...kept.form, cause: next })}
        />
        <TextArea
          label={t('answer')}
          required
          rows={4}
          maxLength={complaintLimits.words}
          value={answer}
          error={change.fieldProblem('answer')}
          onValueChange={(next) => kept.change({ ...kept.form, answer: next })}
        />
      </div>
    </Dialog>
  );
}
