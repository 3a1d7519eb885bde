'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
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
  const [asked, setAsked] = useState<string | null>(null);
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
  return {
    remove: (purchaseId: string) => {
      setAsked(purchaseId);
      void run(purchaseId);
    },
    /** Why this purchase was not taken back, when it was the last one asked for. */
    problemOf: (purchaseId: string) => (purchaseId === asked ? wordsOf(error) : null),
  };
}
