'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useChoices } from '@/components/reactions/use-choices';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { SelectField } from '@/components/ui/select-field';
import { usePageChange } from '@/components/use-page-change';
import type { ComplaintView } from '@/lib/domain/complaints/complaint-views';

/** Who answers for the complaint from now on. */
export function AssignComplaintDialog({
  complaint,
  onClose,
}: {
  complaint: ComplaintView;
  onClose: () => void;
}) {
  const t = useTranslations('complaints');
  const { choices } = useChoices(true);
  const [ownerId, setOwnerId] = useState<string | null>(complaint.owner?.id ?? null);
  const change = usePageChange('complaints.problems', onClose);
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
        options={(choices?.employees ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={ownerId}
        onValueChange={setOwnerId}
      />
    </AlertDialog>
  );
}
