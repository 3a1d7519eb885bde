'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { notify, notifyOfLoss } from '@/components/ui/notify';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import type { PurchaseView } from '@/lib/domain/purchases/purchases.contract';
import { useSumWords } from './use-sum-words';

/** Takes back a purchase recorded by mistake, with a way back. */
export function RemovePurchase({ purchase, onClose }: { purchase: PurchaseView; onClose: () => void }) {
  const t = useTranslations('purchases');
  const words = useErrorWords();
  const router = useRouter();
  const path = `/purchases/${purchase.id}`;
  const restore = async () => {
    try {
      await api.post(`${path}/restore`);
      notify(t('restored'));
    } catch (error) {
      notifyOfLoss(words.ofError(error));
    }
    router.refresh();
  };
  const remove = useChange((_: undefined, { key }) => api.delete(path, undefined, { key }), {
    onDone: () => {
      onClose();
      notify(t('removed'), { action: { label: t('undo'), onClick: () => void restore() } });
      router.refresh();
    },
  });
  return (
    <AlertDialog
      open
      onOpenChange={onClose}
      title={t('removeTitle')}
      text={t('removeText', { sum: useSumWords().sum(purchase.sumKopecks) })}
      confirmLabel={t('removeConfirm')}
      busy={remove.busy}
      error={remove.error ? words.ofError(remove.error) : null}
      onConfirm={() => void remove.run(undefined)}
    />
  );
}
