'use client';

import { useTimeZone, useTranslations } from 'use-intl';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { DateTimeField } from '@/components/ui/date-time-field';
import { TextArea } from '@/components/ui/text-area';
import { useKeptForm } from '@/components/use-kept-form';
import { usePageChange } from '@/components/use-page-change';
import { complaintLimits } from '@/lib/domain/complaints/complaint';
import type { ComplaintView } from '@/lib/domain/complaints/complaint-views';
import { readTypedTime, typedTimeAt } from '@/lib/domain/deadlines/typed-time';

/** SA-3: by when the client is answered after all, and why. */
export function PostponeComplaintDialog({
  complaint,
  onClose,
}: {
  complaint: ComplaintView;
  onClose: () => void;
}) {
  const t = useTranslations('complaints');
  const timeZone = useTimeZone()!;
  const kept = useKeptForm(`postpone complaint ${complaint.id}`, () => ({
    due: typedTimeAt(complaint.dueAt, timeZone),
    reason: '',
  }));
  const { due, reason } = kept.form;
  const change = usePageChange('complaints.problems', () => {
    kept.startAnew();
    onClose();
  });
  const dueAt = readTypedTime(due, timeZone);
  const dueProblem = change.fieldProblem('dueAt');
  const isMissing = dueAt === null || reason.trim() === '';
  return (
    <AlertDialog
      open
      onOpenChange={onClose}
      tone="primary"
      title={t('forms.postponeTitle')}
      text={t('one', { number: String(complaint.number) })}
      confirmLabel={t('forms.save')}
      busy={change.busy}
      disabledReason={isMissing ? change.required : null}
      error={dueProblem ? null : (change.anyFieldProblem ?? change.problem)}
      onConfirm={() =>
        void change.run({
          path: `/complaints/${complaint.id}/postpone`,
          body: { version: complaint.version, dueAt, reason: reason.trim() },
          done: t('forms.postponed'),
        })
      }
    >
      <DateTimeField
        label={t('columns.due')}
        required
        value={due}
        error={dueProblem}
        onValueChange={(next) => kept.change({ ...kept.form, due: next })}
      />
      <TextArea
        label={t('forms.reason')}
        required
        rows={3}
        maxLength={complaintLimits.words}
        value={reason}
        onValueChange={(next) => kept.change({ ...kept.form, reason: next })}
      />
    </AlertDialog>
  );
}
