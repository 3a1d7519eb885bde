'use client';

import { useTranslations } from 'use-intl';
import { FormDialog } from '@/components/ui/form-dialog';
import { usePageForm } from '@/components/use-page-form';
import { wordsOfDissatisfied } from '@/lib/domain/rounds/round';
import type { RoundView } from '@/lib/domain/rounds/round-views';
import { ComplaintFields, type ComplaintForm } from './complaint-fields';

/** SA-3: writes the complaint that a round owes; what was typed stays until it is written. */
export function ComplainDialog({ round, onClose }: { round: RoundView; onClose: () => void }) {
  const t = useTranslations('rounds.complainForm');
  const { form, set, change } = usePageForm<ComplaintForm>({
    subject: `complaint of round ${round.id}`,
    begin: () => ({
      text: wordsOfDissatisfied(round.answers),
      causedBy: null,
    }),
    problems: 'rounds.problems',
    onDone: onClose,
  });
  return (
    <FormDialog
      onClose={onClose}
      title={t('title')}
      description={t('text')}
      confirmLabel={t('save')}
      busy={change.busy}
      disabledReason={form.text.trim() === '' || form.causedBy === null ? change.required : null}
      onConfirm={() =>
        void change.run({ path: `/rounds/${round.id}/complaint`, body: form, done: t('done') })
      }
      error={change.problem}
    >
      <ComplaintFields form={form} onChange={set} errorOf={change.fieldProblem} />
    </FormDialog>
  );
}
