'use client';

import { useTimeZone, useTranslations } from 'use-intl';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { DateTimeField } from '@/components/ui/date-time-field';
import { TextArea } from '@/components/ui/text-area';
import { usePageForm } from '@/components/use-page-form';
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
  const { form, set, change } = usePageForm({
    subject: `postpone complaint ${complaint.id}`,
    begin: () => ({
      due: typedTimeAt(complaint.dueAt, timeZone),
      reason: '',
    }),
    problems: 'complaints.problems',
    onDone: onClose,
  });
  const { due, reason } = form;
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
        onValueChange={(next) => set({ due: next })}
      />
      <TextArea
        label={t('forms.reason')}
        required
        rows={3}
        maxLength={complaintLimits.words}
        value={reason}
        onValueChange={(next) => set({ reason: next })}
      />
    </AlertDialog>
  );
}
