'use client';

import { useTranslations } from 'use-intl';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { TextField } from '@/components/ui/text-field';
import { useKeptForm } from '@/components/use-kept-form';
import { usePageChange } from '@/components/use-page-change';
import type { PayStatementView } from '@/lib/domain/pay/pay-views';
import { readSum, typedSum } from '@/lib/domain/purchases/sum';
import { readPercent } from './typed-figures';

type Props = { pay: PayStatementView; onClose: () => void };

/** CO-1: a rate from a month on; the earlier ones stay on record. */
export function PayRateDialog({ pay: { employee, month, rates }, onClose }: Props) {
  const t = useTranslations('pay.forms');
  const last = rates.at(-1);
  const kept = useKeptForm(`rate of ${employee.id}`, () => ({
    validFrom: month,
    salary: last ? typedSum(last.salaryKopecks) : '',
    percent: last ? String(last.percentHundredths / 100).replace('.', ',') : '',
  }));
  const { validFrom, salary, percent } = kept.form;
  const change = usePageChange('pay.problems', () => {
    kept.startAnew();
    onClose();
  });
  const field = (name: 'validFrom' | 'salary' | 'percent', path: string) => ({
    label: t(name),
    required: true,
    maxLength: 30,
    value: kept.form[name],
    error: change.fieldProblem(path),
    onValueChange: (next: string) => kept.change({ ...kept.form, [name]: next }),
  });
  return (
    <AlertDialog
      open
      onOpenChange={onClose}
      tone="primary"
      title={t('rateTitle')}
      text={t('rateText')}
      confirmLabel={t('save')}
      busy={change.busy}
      disabledReason={
        [validFrom, salary, percent].some((text) => text.trim() === '') ? change.required : null
      }
      error={change.anyFieldProblem ? null : change.problem}
      onConfirm={() =>
        void change.run({
          path: `/pay/${employee.id}/rates`,
          body: {
            validFrom: validFrom.trim(),
            salaryKopecks: readSum(salary),
            percentHundredths: readPercent(percent),
          },
          done: t('rated'),
        })
      }
    >
      <TextField {...field('validFrom', 'validFrom')} />
      <TextField {...field('salary', 'salaryKopecks')} inputMode="decimal" />
      <TextField {...field('percent', 'percentHundredths')} inputMode="decimal" />
    </AlertDialog>
  );
}
