'use client';

import { useTranslations } from 'use-intl';
import { useDepartmentName } from '@/components/reactions/department-name';
import { useChoices } from '@/components/reactions/use-choices';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { SelectField } from '@/components/ui/select-field';
import { TextArea } from '@/components/ui/text-area';
import { usePageForm } from '@/components/use-page-form';
import { complaintLimits } from '@/lib/domain/complaints/complaint';
import type { ComplaintView } from '@/lib/domain/complaints/complaint-views';
import type { DepartmentKind } from '@/lib/domain/employees/roles';
import { useMovedWords } from './use-moved-words';

type Form = { departmentKind: DepartmentKind | null; reason: string };

/** SA-3: whose work caused it after all, and why. */
export function MoveComplaintDialog({
  complaint,
  onClose,
}: {
  complaint: ComplaintView;
  onClose: () => void;
}) {
  const t = useTranslations('complaints');
  const { choices } = useChoices(true);
  const departmentName = useDepartmentName();
  const movedWords = useMovedWords();
  const { form, set, change } = usePageForm<Form>({
    subject: `move complaint ${complaint.id}`,
    begin: () => ({
      departmentKind: null,
      reason: '',
    }),
    problems: 'complaints.problems',
    onDone: onClose,
  });
  const { departmentKind, reason } = form;
  const others = (choices?.departments ?? []).filter(({ kind }) => kind !== complaint.department.kind);
  const chosen = others.find(({ kind }) => kind === departmentKind);
  const isMissing = departmentKind === null || reason.trim() === '';
  return (
    <AlertDialog
      open
      onOpenChange={onClose}
      tone="primary"
      title={t('forms.moveTitle')}
      text={t('forms.moveText')}
      confirmLabel={t('forms.save')}
      busy={change.busy}
      disabledReason={isMissing ? change.required : null}
      error={change.anyFieldProblem ?? change.problem}
      onConfirm={() =>
        void change.run({
          path: `/complaints/${complaint.id}/move`,
          body: { version: complaint.version, departmentKind, reason: reason.trim() },
          done: chosen ? movedWords(chosen) : '',
          to: '/complaints',
        })
      }
    >
      <SelectField<DepartmentKind>
        label={t('columns.department')}
        required
        options={others.map((each) => ({ value: each.kind, label: departmentName(each) }))}
        value={departmentKind}
        onValueChange={(next) => set({ departmentKind: next })}
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
