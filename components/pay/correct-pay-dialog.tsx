'use client';

import { useTranslations } from 'use-intl';
import { useSumWords } from '@/components/purchases/use-sum-words';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { usePageForm } from '@/components/use-page-form';
import type { PayStatementView } from '@/lib/domain/pay/pay-views';
import { negativeTotalWith, readSignedSum } from './typed-figures';

type Props = { pay: PayStatementView; onClose: () => void };

/** A sum and its reason; they stay beside the figure with the name of whoever corrected it. */
export function CorrectPayDialog({ pay: { employee, month, figures }, onClose }: Props) {
  const t = useTranslations('pay.forms');
  const { form, set, change } = usePageForm({
    subject: `correction of ${employee.id} ${month}`,
    begin: () => ({ amount: '', reason: '' }),
    problems: 'pay.problems',
    onDone: onClose,
  });
  const { amount, reason } = form;
  const { sum } = useSumWords();
  const negativeTotal = negativeTotalWith(amount, figures.totalKopecks);
  return (
    <AlertDialog
      open
      onOpenChange={onClose}
      tone="primary"
      title={t('correctTitle')}
      text={t('correctText')}
      confirmLabel={t('save')}
      busy={change.busy}
      disabledReason={amount.trim() === '' || reason.trim() === '' ? change.required : null}
      error={change.anyFieldProblem ? null : change.problem}
      onConfirm={() =>
        void change.run({
          path: `/pay/${employee.id}/${month}/corrections`,
          body: { amountKopecks: readSignedSum(amount), reason },
          done: t('corrected'),
        })
      }
    >
      <TextField
        label={t('amount')}
        required
        inputMode="text"
        maxLength={30}
        value={amount}
        error={change.fieldProblem('amountKopecks')}
        warning={negativeTotal === null ? undefined : t('negativeTotal', { total: sum(negativeTotal) })}
        onValueChange={(next) => set({ amount: next })}
      />
      <TextArea
        label={t('reason')}
        required
        rows={3}
        maxLength={1000}
        value={reason}
        error={change.fieldProblem('reason')}
        onValueChange={(next) => set({ reason: next })}
      />
    </AlertDialog>
  );
}
