'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { notify, notifyOfLoss } from '@/components/ui/notify';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import { usePurchaseWords } from './use-purchase-words';

/** Takes back a purchase recorded by mistake, with a way back. */
export function useRemovePurchase() {
  const t = useTranslations('purchases');
  const words = useErrorWords();
  const wordsOf = usePurchaseWords();
  const router = useRouter();
  const restore = async (purchaseId: string) => {
    try {
      await api.post(`/purchases/${purchaseId}/restore`);
      notify(t('restored'));
    } catch (error) {
      notifyOfLoss(words.ofError(error));
    }
    router.refresh();
  };
  const { run, error } = useChange(
    (purchaseId: string, options) => api.delete(`/purchases/${purchaseId}`, undefined, options),
    {
      onDone: (_, purchaseId) => {
        notify(t('removed'), { action: { label: t('undo'), onClick: () => void restore(purchaseId) } });
        router.refresh();
      },
    },
  );
  return { remove: (purchaseId: string) => void run(purchaseId), problem: wordsOf(error) };
}
