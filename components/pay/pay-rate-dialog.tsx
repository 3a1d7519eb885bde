'use client';

import { useTranslations } from 'use-intl';
import { RestoredNotice } from '@/components/form-notices';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { TextField } from '@/components/ui/text-field';
import { useEdition } from '@/components/use-edition';
import { usePageChange } from '@/components/use-page-change';
import type { PayStatementView } from '@/lib/domain/pay/pay-views';
import { readSum, typedSum } from '@/lib/domain/purchases/sum';
import { NewerRateNotice } from './newer-rate-notice';
import { readPercent } from './typed-figures';

type Props = { pay: PayStatementView; onClose: () => void };

/** CO-1: a rate from a month on; the earlier ones stay on record. */
export function PayRateDialog({ pay: { employee, month, rates }, onClose }: Props) {
  const t = useTranslations('pay.forms');
  const last = rates.at(-1);
  const edition = useEdition(`rate of ${employee.id}`, {
    version: rates.length,
    form: {
      validFrom: month,
      salary: last ? typedSum(last.salaryKopecks) : '',
      percent: last ? String(last.percentHundredths / 100).replace('.', ',') : '',
    },
  });
  const { validFrom, salary, percent } = edition.form;
  const change = usePageChange('pay.problems', () => {
    edition.startAnew();
    onClose();
  });
  const isOutdated = edition.isOutdated && !change.busy;
  const field = (name: 'validFrom' | 'salary' | 'percent', path: string) => ({
    label: t(name),
    required: true,
    maxLength: 30,
    value: edition.form[name],
    error: change.fieldProblem(path),
    onValueChange: (next: string) => edition.change({ ...edition.form, [name]: next }),
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
        isOutdated
          ? t('lookFirst')
          : [validFrom, salary, percent].some((text) => text.trim() === '')
            ? change.required
            : null
      }
      error={change.anyFieldProblem || isOutdated ? null : change.problem}
      onConfirm={() =>
        void change.run({
          path: `/pay/${employee.id}/rates`,
          body: {
            version: edition.version,
            validFrom: validFrom.trim(),
            salaryKopecks: readSum(salary),
            percentHundredths: readPercent(percent),
          },
          done: t('rated'),
        })
      }
    >
      <RestoredNotice {...edition} />
      {isOutdated ? (
        <NewerRateNotice
          rates={rates}
          onTakeOver={() => {
            edition.takeOver();
            change.clearError();
          }}
        />
      ) : null}
      <TextField {...field('validFrom', 'validFrom')} />
      <TextField {...field('salary', 'salaryKopecks')} inputMode="decimal" />
      <TextField {...field('percent', 'percentHundredths')} inputMode="decimal" />
    </AlertDialog>
  );
}
