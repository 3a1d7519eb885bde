'use client';

import { useTranslations } from 'use-intl';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { usePageChange } from '@/components/use-page-change';
import type { PayStatementView } from '@/lib/domain/pay/pay-views';

type Props = { pay: PayStatementView; onClose: () => void };

/** CO-1: a settled month is never opened again, so it asks. */
export function FreezePayDialog({ pay: { employee, month }, onClose }: Props) {
  const t = useTranslations('pay.forms');
  const change = usePageChange('pay.problems', onClose);
  return (
    <AlertDialog
      open
      onOpenChange={onClose}
      tone="primary"
      title={t('freezeTitle')}
      text={t('freezeText')}
      confirmLabel={t('freeze')}
      busy={change.busy}
      error={change.anyFieldProblem ?? change.problem}
      onConfirm={() =>
        void change.run({ path: `/pay/${employee.id}/${month}/freeze`, body: {}, done: t('frozen') })
      }
    />
  );
}
