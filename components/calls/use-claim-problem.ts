'use client';

import { useTranslations } from 'use-intl';
import type { ApiError } from '@/components/api-error';
import { useErrorWords } from '@/components/use-error-words';

/** Why a call could not be taken, in words. */
export function useClaimProblem() {
  const t = useTranslations('desk.bar.claimProblems');
  const { ofError } = useErrorWords();
  return (error: ApiError): string => {
    if (error.code === 'alreadyClaimed') return t('taken', { name: String(error.details.winner ?? '') });
    switch (error.details.reason) {
      case 'noPhone':
        return t('noPhone');
      case 'onAnotherCall':
        return t('onAnotherCall');
      case 'notHeldYet':
        return t('notHeldYet');
      case 'ended':
        return t('ended');
      default:
        return ofError(error);
    }
  };
}
