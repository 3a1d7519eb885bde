'use client';

import { useTranslations } from 'use-intl';
import { useChoices } from '@/components/reactions/use-choices';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { SelectField } from '@/components/ui/select-field';
import { usePageForm } from '@/components/use-page-form';
import type { ComplaintView } from '@/lib/domain/complaints/complaint-views';

/** Who answers for the complaint from now on; the choice stays until it is saved. */
export function AssignComplaintDialog({
  complaint,
  onClose,
}: {
  complaint: ComplaintView;
  onClose: () => void;
}) {
  const t = useTranslations('complaints');
  const { choices } = useChoices(true);
  const { form, set, change } = usePageForm<{ ownerId: string | null }>({
    subject: `assign complaint ${complaint.id}`,
    begin: () => ({
      ownerId: complaint.owner?.id ?? null,
    }),
    problems: 'complaints.problems',
    onDone: onClose,
  });
  const working = choices?.employees ?? [];
  const ownerId = working.some(({ id }) => id === form.ownerId) ? form.ownerId : null;
  return (
    <AlertDialog
      open
      onOpenChange={onClose}
      tone="primary"
      title={t('forms.assignTitle')}
      text={t('one', { number: String(complaint.number) })}
      confirmLabel={t('forms.save')}
      busy={change.busy}
      disabledReason={ownerId === null ? change.required : null}
      error={change.anyFieldProblem ?? change.problem}
      onConfirm={() =>
        void change.run({
          path: `/complaints/${complaint.id}/assign`,
          body: { version: complaint.version, ownerId },
          done: t('forms.assigned'),
        })
      }
    >
      <SelectField<string>
        label={t('forms.owner')}
        required
        options={working.map(({ id, name }) => ({ value: id, label: name }))}
        value={ownerId}
        onValueChange={(next) => set({ ownerId: next })}
      />
    </AlertDialog>
  );
}
